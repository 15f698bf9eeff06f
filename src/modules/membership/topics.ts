/** What membership tells people of. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";

const MINE: Heading = {
  key: "membership.mine",
  words: { fr: "Mes rôles et mes contrats", en: "My roles and contracts" },
};

const see = { fr: "Voir ma fiche", en: "See my page" };

export const ROLE_GRANTED: Topic = {
  key: "membership.role.granted",
  kind: "news",
  heading: MINE,
  words: {
    fr: { sentence: "{actor} vous a donné un nouveau rôle dans la coopérative.", action: see.fr },
    en: { sentence: "{actor} gave you a new role in the cooperative.", action: see.en },
  },
};

export const ROLE_REVOKED: Topic = {
  key: "membership.role.revoked",
  kind: "news",
  heading: MINE,
  words: {
    fr: { sentence: "{actor} vous a retiré un rôle dans la coopérative.", action: see.fr },
    en: { sentence: "{actor} took a role away from you.", action: see.en },
  },
};

export const membershipTopics: readonly Topic[] = [ROLE_GRANTED, ROLE_REVOKED];
