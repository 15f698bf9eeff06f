/** The CESA that comes with the house: what C. trav. L7331-2 asks for, letter by letter, and R7331-10 to R7331-12. */
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
import { article, item, sides, signatures, text, title } from "./compose.ts";

export const CESA: readonly PageBlock[] = [
  title("Contrat d’entrepreneur salarié associé (CESA)"),
  text("Articles L7331-1 à L7332-7 et R7331-1 à R7331-12 du code du travail."),
  ...sides("l’entrepreneur salarié"),
  article("Article 1. Objet et durée"),
  text(
    "L’entrepreneur salarié crée et développe une activité économique en bénéficiant d’un accompagnement individualisé et de services mutualisés, en vue de devenir associé de la coopérative (L7331-2). Le contrat prend effet le **{{contrat.debut}}**. L’activité est la suivante : {{activite.projet}}.",
  ),
  article("Article 2. Période d’essai (L7332-1)"),
  text(
    "La période d’essai, renouvellement compris, ne dépasse pas huit mois, déduction faite de la durée du contrat d’appui et de tout autre contrat conclu auparavant entre les parties. Fin de la période d’essai : {{contrat.essai_fin}}.",
  ),
  article("Article 3. Objectifs et activité minimale (L7331-2, a)"),
  text("Objectifs à atteindre : {{contrat.objectifs}}"),
  text("Obligations d’activité minimale : {{contrat.activite_minimale}}"),
  article("Article 4. Moyens de la coopérative (L7331-2, b)"),
  text("Moyens mis en œuvre par la coopérative pour soutenir et contrôler l’activité économique :"),
  text("{{contrat.moyens}}"),
  item("Au moins deux entretiens individuels par an, dont les comptes rendus sont conservés."),
  item(
    "Un compte analytique de bilan et un compte analytique de résultat pour chaque activité autonome, consultables à tout moment dans le système d’information de la coopérative (R7331-5).",
  ),
  item("La coopérative accomplit les obligations fiscales, sociales et comptables de l’activité."),
  article("Article 5. Contribution aux services mutualisés (L7331-2, c)"),
  text("La contribution est calculée dans les conditions que fixent les statuts (R7331-8) : {{contrat.contribution}}"),
  text(
    "La coopérative tient à la disposition de l’entrepreneur salarié le compte analytique des services mutualisés établi à la fin de l’exercice (R7331-9).",
  ),
  article("Article 6. Rémunération (L7331-2, d ; L7332-3)"),
  text("La rémunération comprend une part fixe et une part variable."),
  item(
    "**Part fixe**, versée chaque mois (R7331-11, 1°) : {{contrat.part_fixe}}, pour une durée du travail de {{contrat.duree_travail}}.",
  ),
  item(
    "**Part variable**, calculée par exercice sur le chiffre d’affaires de l’activité, déduction faite des charges directement et exclusivement liées à l’activité et de la contribution : {{contrat.part_variable}} Une avance peut être versée chaque mois (R7331-11, 2°).",
  ),
  item(
    "**Régularisation** à la clôture de l’exercice ; le solde est versé dans le mois qui suit l’assemblée générale qui approuve les comptes (R7331-12). Ce qui est laissé à l’activité, s’il y en a, est convenu par écrit entre les parties à la clôture.",
  ),
  article("Article 7. Statuts en vigueur (L7331-2, e)"),
  text(
    "L’entrepreneur salarié reconnaît avoir reçu les statuts en vigueur de la coopérative : **{{statuts.titre}}**, adoptés le {{statuts.date}}. Ils sont annexés au présent contrat. {{contrat.statuts}}",
  ),
  article("Article 8. Clientèle et propriété intellectuelle (L7331-2, f)"),
  text(
    "Les droits de l’entrepreneur salarié sur la clientèle qu’il a apportée, créée ou développée, et sur ses créations, lui sont garantis. À la fin du contrat, la coopérative lui remet la liste de ses clients et de ses factures et ne démarche pas cette clientèle.",
  ),
  text("Droits sur la clientèle : {{contrat.clientele}}"),
  text("Propriété intellectuelle : {{contrat.propriete_intellectuelle}}"),
  article("Article 9. Devenir associé (L7331-3, R7331-10)"),
  text(
    "L’entrepreneur salarié devient associé au plus tard le **{{contrat.associe_avant}}** : trois ans après la conclusion du contrat, délai diminué de la durée du contrat d’appui et de tout autre contrat entre les parties. Il présente sa demande d’admission au moins deux mois avant ce terme, dans les conditions des statuts. À défaut d’être associé à cette date, le contrat prend fin.",
  ),
  text("Délai et modalités : {{contrat.association}}"),
  article("Article 10. Temps de travail, congés, santé et sécurité (L7332-2)"),
  text(
    "L’entrepreneur salarié organise librement son activité. La coopérative répond de l’application des règles de durée du travail, de repos et de congés, et de santé et de sécurité, lorsqu’elle fixe les conditions de travail ou qu’elles sont soumises à son agrément. Il bénéficie en tout état de cause des congés payés.",
  ),
  article("Article 11. Responsabilité et litiges"),
  text(
    "La coopérative est responsable envers les tiers des engagements pris dans le cadre de l’activité (L7332-5). Le conseil de prud’hommes est seul compétent pour connaître des litiges nés de ce contrat (L7332-6).",
  ),
  article("Article 12. Fin du contrat"),
  text(
    "Le contrat prend fin dans les conditions et avec les préavis du droit du travail. Le compte de l’activité est arrêté et soldé ; l’état des comptes est remis à l’entrepreneur salarié.",
  ),
  ...signatures("L’entrepreneur salarié", "{{cooperative.nom}}"),
];

export const AMENDMENT: readonly PageBlock[] = [
  title("Avenant nº {{avenant.numero}} au contrat d’entrepreneur salarié associé"),
  ...sides("l’entrepreneur salarié"),
  article("Article 1. Objet de l’avenant"),
  text("{{avenant.objet}}"),
  article("Article 2. Prise d’effet"),
  text("Le présent avenant prend effet le **{{avenant.effet}}**."),
  article("Article 3. Clauses modifiées"),
  text("{{avenant.clauses}}"),
  article("Article 4. Autres clauses"),
  text(
    "Les autres clauses du contrat conclu le {{contrat.debut}} restent inchangées. Statuts en vigueur : {{statuts.titre}}.",
  ),
  ...signatures("L’entrepreneur salarié", "{{cooperative.nom}}"),
];

export const CERTIFICATE: readonly PageBlock[] = [
  title("Attestation"),
  text(
    "{{cooperative.nom}}, {{cooperative.forme}}, SIREN {{cooperative.siren}}, représentée par {{cooperative.representant}}, {{cooperative.representant_qualite}}, atteste que **{{personne.nom_complet}}** est lié(e) à la coopérative par un {{contrat.type}} depuis le {{contrat.debut}}, pour l’activité suivante : {{activite.projet}}.",
  ),
  text("La présente attestation est délivrée à la demande de l’intéressé(e) pour valoir ce que de droit."),
  text("Fait à {{document.lieu}}, le {{document.date}}."),
  text("{{cooperative.representant}}, {{cooperative.representant_qualite}}"),
];

export const LETTER: readonly PageBlock[] = [
  text("{{personne.nom_complet}}"),
  text("{{personne.adresse}}"),
  text("{{document.lieu}}, le {{document.date}}"),
  text("**Objet : {{lettre.objet}}**"),
  text("Bonjour {{personne.prenom}},"),
  text("{{lettre.texte}}"),
  text("Avec nos salutations coopératives,"),
  text("{{cooperative.representant}}, {{cooperative.representant_qualite}}"),
];
