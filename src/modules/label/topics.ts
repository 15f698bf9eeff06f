/** What the label tells people of. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";

const LABELLING: Heading = {
  key: "label.labelling",
  words: { fr: "Le label de ma structure", en: "The label of my structure" },
};
const ASSESSMENT: Heading = {
  key: "label.assessment",
  words: { fr: "Les audits que je mène", en: "The audits that I lead" },
  urgent: true,
};
const EXPIRY: Heading = {
  key: "label.expiry",
  words: { fr: "Preuves, actions et certificats à échéance", en: "Evidence, actions and certificates running out" },
  urgent: true,
};

const topic = (key: string, heading: Heading, fr: Topic["words"]["fr"], en: Topic["words"]["en"]): Topic => ({
  key: `label.${key}`,
  kind: "news",
  heading,
  words: { fr, en },
});

export const ASSESSOR_NAMED = topic(
  "assessor.named",
  ASSESSMENT,
  { sentence: "{actor} vous confie l’évaluation de {structure}.", action: "Ouvrir l’audit" },
  { sentence: "{actor} asks you to assess {structure}.", action: "Open the audit" },
);
export const LABELLING_SUBMITTED = topic(
  "labelling.submitted",
  ASSESSMENT,
  { sentence: "{structure} a remis son autoévaluation.", action: "Commencer l’audit" },
  { sentence: "{structure} has handed over its self-assessment.", action: "Begin the audit" },
);
export const LABELLING_REOPENED = topic(
  "labelling.reopened",
  LABELLING,
  { sentence: "L’autoévaluation de {structure} vous est rendue.", action: "La compléter" },
  { sentence: "The self-assessment of {structure} is given back to you.", action: "Complete it" },
);
export const ACTION_ASKED = topic(
  "action.asked",
  LABELLING,
  { sentence: "Action corrective pour {structure}, avant le {day}.", detail: "{wording}", action: "Voir l’action" },
  { sentence: "Corrective action for {structure}, before {day}.", detail: "{wording}", action: "See the action" },
);
export const ACTION_DONE = topic(
  "action.done",
  ASSESSMENT,
  { sentence: "{structure} dit qu’une action corrective est faite.", detail: "{wording}", action: "La vérifier" },
  { sentence: "{structure} says that a corrective action is done.", detail: "{wording}", action: "Check it" },
);
export const LABELLING_GRANTED = topic(
  "labelling.granted",
  LABELLING,
  { sentence: "{structure} obtient le label, jusqu’au {day}.", action: "Voir le certificat" },
  { sentence: "{structure} is granted the label, until {day}.", action: "See the certificate" },
);
export const LABELLING_REFUSED = topic(
  "labelling.refused",
  LABELLING,
  { sentence: "{structure} n’obtient pas encore le label.", action: "Voir le décompte" },
  { sentence: "{structure} is not granted the label yet.", action: "See the count" },
);
export const EVIDENCE_ENDING = topic(
  "evidence.ending",
  EXPIRY,
  { sentence: "La preuve « {title} » n’est plus valable après le {day}.", action: "La remplacer" },
  { sentence: "The evidence “{title}” is not valid after {day}.", action: "Replace it" },
);
export const ACTION_DUE = topic(
  "action.due",
  EXPIRY,
  { sentence: "Action corrective à faire avant le {day}.", detail: "{wording}", action: "Voir l’action" },
  { sentence: "Corrective action to be done before {day}.", detail: "{wording}", action: "See the action" },
);
export const CERTIFICATE_ENDING = topic(
  "certificate.ending",
  EXPIRY,
  { sentence: "Le label de {structure} prend fin le {day}.", action: "Préparer la suite" },
  { sentence: "The label of {structure} ends on {day}.", action: "Prepare what follows" },
);

export const labelTopics: readonly Topic[] = [
  ...[ASSESSOR_NAMED, LABELLING_SUBMITTED, LABELLING_REOPENED, ACTION_ASKED, ACTION_DONE],
  ...[LABELLING_GRANTED, LABELLING_REFUSED, EVIDENCE_ENDING, ACTION_DUE, CERTIFICATE_ENDING],
];
