/** What working groups tell people of. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";

const GROUP: Heading = {
  key: "workgroup.news",
  words: { fr: "Les groupes de travail", en: "Working groups" },
};

export const GROUP_JOINED: Topic = {
  key: "workgroup.member.joined",
  kind: "news",
  heading: GROUP,
  words: {
    fr: { sentence: "Vous participez au groupe « {group} ».", action: "Voir le groupe" },
    en: { sentence: "You take part in the group “{group}”.", action: "See the group" },
  },
};
export const SESSION_CALLED: Topic = {
  key: "workgroup.session.called",
  kind: "news",
  heading: GROUP,
  words: {
    fr: { sentence: "Séance du groupe « {group} » le {day}.", action: "Voir l’ordre du jour" },
    en: { sentence: "Session of the group “{group}” on {day}.", action: "See the agenda" },
  },
};
export const TEMPLATE_PUBLISHED: Topic = {
  key: "workgroup.template.published",
  kind: "news",
  heading: GROUP,
  words: {
    fr: { sentence: "« {group} » propose une trame : « {title} ».", action: "Lire et décider" },
    en: { sentence: "“{group}” proposes a template: “{title}”.", action: "Read and decide" },
  },
};
export const ENCOUNTER_SAID: Topic = {
  key: "workgroup.encounter.said",
  kind: "news",
  heading: GROUP,
  words: {
    fr: { sentence: "{function} : du nouveau entre {need} et {offer}.", action: "Voir les rapprochements" },
    en: { sentence: "{function}: news between {need} and {offer}.", action: "See the matches" },
  },
};

export const workgroupTopics: readonly Topic[] = [GROUP_JOINED, SESSION_CALLED, TEMPLATE_PUBLISHED, ENCOUNTER_SAID];
