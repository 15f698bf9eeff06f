/** The agreements that come with the house, beside the contracts of work. */
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
import { article, sides, signatures, table, text, title } from "./compose.ts";

export const COMMON_ACTIVITY: readonly PageBlock[] = [
  title("Convention d’activité commune"),
  text(
    "Articles R7331-6 et R7331-7 du code du travail : plusieurs entrepreneurs exercent une activité économique commune.",
  ),
  ...sides("l’entrepreneur"),
  article("Article 1. Activité commune"),
  text("L’activité commune est exercée sous l’enseigne suivante : {{activite.projet}}."),
  article("Article 2. Participants"),
  table(
    ["Participant", "Depuis le"],
    [["{{#participants}}{{participant.nom}}", "{{participant.depuis}}{{/participants}}"]],
  ),
  article("Article 3. Répartition de la rémunération"),
  text("{{convention.repartition}}"),
  article("Article 4. Décisions et comptes"),
  text(
    "Les participants décident ensemble des engagements de l’activité commune. Un seul compte analytique de bilan et de résultat est tenu pour elle ; chacun y a accès. {{convention.decisions}}",
  ),
  article("Article 5. Départ d’un participant"),
  text("{{convention.depart}}"),
  ...signatures("L’entrepreneur", "{{cooperative.nom}}"),
];

/** Between the cooperative and one of its people: a place lent, a tool, a partnership, a paid training. */
export const CONVENTION: readonly PageBlock[] = [
  title("Convention"),
  ...sides("l’entrepreneur"),
  article("Article 1. Objet"),
  text("{{convention.objet}}"),
  article("Article 2. Durée"),
  text("La convention est conclue pour une durée de {{convention.duree}}."),
  article("Article 3. Engagements de l’entrepreneur"),
  text("{{convention.engagements_personne}}"),
  article("Article 4. Engagements de la coopérative"),
  text("{{convention.engagements_cooperative}}"),
  article("Article 5. Conditions financières"),
  text("{{convention.conditions}}"),
  article("Article 6. Fin de la convention"),
  text(
    "La convention prend fin à son terme. Chacune des parties peut y mettre fin avant, par écrit, en respectant un préavis d’un mois, ou sans préavis si l’autre manque gravement à ses engagements. Elle prend fin de plein droit avec le contrat qui lie l’entrepreneur à la coopérative.",
  ),
  ...signatures("L’entrepreneur", "{{cooperative.nom}}"),
];
