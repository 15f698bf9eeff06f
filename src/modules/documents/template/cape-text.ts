/** The CAPE that comes with the house: what C. com. L127-1 to L127-7 and R127-1 ask for, point by point. */
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
import { article, item, sides, signatures, text, title } from "./compose.ts";

export const CAPE: readonly PageBlock[] = [
  title("Contrat d’appui au projet d’entreprise (CAPE)"),
  text("Articles L127-1 à L127-7 et R127-1 et suivants du code de commerce, L5142-1 et suivants du code du travail."),
  ...sides("le bénéficiaire"),
  article("Article 1. Objet"),
  text(
    "La coopérative apporte au bénéficiaire, qui n’est pas salarié à temps complet, une aide particulière et continue. Le bénéficiaire s’engage à suivre un programme de préparation à la création ou à la reprise, et à la gestion, d’une activité économique (L127-1). Le présent contrat n’emporte par lui-même aucune présomption de lien de subordination (L127-2).",
  ),
  text("L’activité projetée est la suivante : {{activite.projet}}."),
  article("Article 2. Durée"),
  text(
    "Le contrat est conclu pour douze mois au plus : du **{{contrat.debut}}** au **{{contrat.fin}}** inclus. Il est renouvelable deux fois, chaque fois par écrit et pour douze mois au plus ; le nombre de renouvellements reste de deux même si la durée totale n’atteint pas trente-six mois (L127-3). Renouvellements encore possibles après celui-ci : {{contrat.renouvellements_restants}}.",
  ),
  article("Article 3. Programme de préparation et engagements (R127-1, 1°)"),
  text("**Avant le début de l’activité économique**"),
  text("{{contrat.programme_avant}}"),
  item(
    "La coopérative désigne un accompagnateur, {{contrat.accompagnateur}}, et tient avec le bénéficiaire des entretiens dont les comptes rendus sont conservés.",
  ),
  item(
    "Le bénéficiaire participe aux entretiens et aux ateliers du programme, et rend compte de l’avancement de son projet.",
  ),
  text("**Après le début de l’activité économique**"),
  text("{{contrat.programme_apres}}"),
  item(
    "Le début de l’activité est constaté d’un commun accord et par écrit ; lorsque la nature de l’activité l’impose, le bénéficiaire procède à son immatriculation (L127-4).",
  ),
  item(
    "Le bénéficiaire remet chaque mois les pièces de ses recettes et de ses dépenses, et respecte les règles d’hygiène, de sécurité et d’assurance de son métier.",
  ),
  article("Article 4. Moyens mis à disposition (R127-1, 2°)"),
  text("Nature, montant et conditions d’emploi des moyens mis à la disposition du bénéficiaire, et leur évolution :"),
  text("{{contrat.moyens}}"),
  article("Article 5. Rémunération de la coopérative (R127-1, 3°)"),
  text("{{contrat.contribution}}"),
  article("Article 6. Engagements envers les tiers (R127-1, 4°)"),
  text(
    "Les engagements pris par le bénéficiaire à l’égard des tiers à l’occasion du programme sont, jusqu’à son immatriculation, assumés par la coopérative ; après celle-ci, la coopérative et le bénéficiaire sont tenus solidairement jusqu’à la fin du contrat (L127-6).",
  ),
  item(
    "Nature des engagements que le bénéficiaire peut prendre, et qui en supporte la charge : {{contrat.engagements_nature}}",
  ),
  item("Montant maximal d’un engagement sans accord écrit préalable : {{contrat.engagements_maximum}}"),
  article("Article 7. Information comptable (R127-1, 5°)"),
  text(
    "Après le début de l’activité, la coopérative met à la disposition du bénéficiaire, dans son système d’information et à tout moment, les données comptables de son activité ; le bénéficiaire l’informe de ses recettes et de ses dépenses.",
  ),
  text("Modalités de cette information : {{contrat.information_comptable}}"),
  article("Article 8. Rémunération du bénéficiaire (R127-1, 7°)"),
  text("Avant le début de l’activité économique : {{contrat.remuneration_avant}}"),
  article("Article 9. Cotisations et contributions sociales (R127-1, 8°)"),
  text(
    "La coopérative verse les cotisations et contributions sociales dues au titre du bénéficiaire. Après le début de l’activité, le bénéficiaire rembourse les sommes versées pour son compte dans les conditions suivantes : {{contrat.remboursement_cotisations}}",
  ),
  text(
    "La coopérative informe l’organisme de recouvrement et France Travail de la conclusion du contrat et de son terme prévu (R5142-1 et suivants du code du travail).",
  ),
  article("Article 10. Clientèle, propriété intellectuelle et assurance"),
  text(
    "La clientèle apportée, créée ou développée par le bénéficiaire et ses créations lui restent acquises à la fin du contrat. La coopérative souscrit une assurance de responsabilité civile pour l’activité déclarée ; toute autre activité lui est soumise au préalable.",
  ),
  article("Article 11. Rupture anticipée (R127-1, 6°)"),
  text("Conditions dans lesquelles il peut être mis fin au contrat avant son terme : {{contrat.rupture}}"),
  text(
    "Le contrat peut prendre fin d’un commun accord à tout moment. Le compte de l’activité est alors arrêté et soldé.",
  ),
  article("Article 12. Statuts et données personnelles"),
  text(
    "Le bénéficiaire reconnaît avoir reçu les statuts en vigueur de la coopérative : {{statuts.titre}}. Les données personnelles nécessaires à ce contrat sont traitées pour son exécution et pour les obligations légales de la coopérative, puis conservées cinq ans après sa fin.",
  ),
  ...signatures("Le bénéficiaire", "{{cooperative.nom}}"),
];

export const CAPE_RENEWAL: readonly PageBlock[] = [
  title("Renouvellement du contrat d’appui au projet d’entreprise"),
  text("Article L127-3 du code de commerce : chaque renouvellement est écrit, à peine de nullité."),
  ...sides("le bénéficiaire"),
  article("Article 1. Renouvellement"),
  text(
    "Le contrat d’appui au projet d’entreprise conclu entre les parties est renouvelé du **{{contrat.debut}}** au **{{contrat.fin}}** inclus. Ce renouvellement est le **{{contrat.renouvellement}}** ; renouvellements encore possibles : {{contrat.renouvellements_restants}}.",
  ),
  article("Article 2. Bilan et suite du programme (R127-1, 1°)"),
  text("Bilan de la période écoulée : {{contrat.bilan}}"),
  text("Programme de la nouvelle période, avant le début de l’activité : {{contrat.programme_avant}}"),
  text("Programme de la nouvelle période, après le début de l’activité : {{contrat.programme_apres}}"),
  article("Article 3. Moyens et rémunération de la coopérative (R127-1, 2° et 3°)"),
  text("{{contrat.moyens}}"),
  text("{{contrat.contribution}}"),
  article("Article 4. Autres clauses"),
  text(
    "Les autres clauses du contrat initial, qui reste annexé au présent écrit, sont reprises sans changement : engagements envers les tiers, information comptable, rémunération du bénéficiaire, cotisations sociales, rupture anticipée (R127-1, 4° à 8°).",
  ),
  ...signatures("Le bénéficiaire", "{{cooperative.nom}}"),
];
