/** What agreements between cooperatives tell of. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";

const AGREEMENT: Heading = {
  key: "delegation.agreement",
  words: { fr: "Les conventions avec d’autres CAE", en: "Agreements with other cooperatives" },
};

const topic = (key: string, fr: string, en: string): Topic => ({
  key: `delegation.${key}`,
  kind: "news",
  heading: AGREEMENT,
  words: {
    fr: { sentence: fr, action: "Lire la convention" },
    en: { sentence: en, action: "Read the agreement" },
  },
});

export const AGREEMENT_PROPOSED = topic(
  "agreement.proposed",
  "{other} vous propose une convention de prestation.",
  "{other} proposes a service agreement to you.",
);
export const AGREEMENT_SIGNED = topic(
  "agreement.signed",
  "{other} a signé votre convention de prestation.",
  "{other} signed your service agreement.",
);
export const AGREEMENT_ENDED = topic(
  "agreement.ended",
  "{other} a mis fin à votre convention de prestation.",
  "{other} ended your service agreement.",
);

export const delegationTopics: readonly Topic[] = [AGREEMENT_PROPOSED, AGREEMENT_SIGNED, AGREEMENT_ENDED];
