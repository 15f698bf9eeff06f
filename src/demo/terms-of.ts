/** What the contracts of the demonstration say: every clause that the law wants (C. com. R127-1, C. trav. L7331-2). */
import type { Entrepreneur } from "./people.ts";

const CAPE = {
  programme_before: "Étude de marché, premiers devis, choix de l’assurance, deux ateliers de gestion.",
  programme_after:
    "Facturation par la coopérative, point mensuel avec l’accompagnateur, tenue des pièces au fil de l’eau.",
  means: "Accompagnement individuel, ateliers, logiciel de gestion, assurance, espace de travail partagé à la demande.",
  structure_pay: "Contribution votée par l’assemblée générale, prise sur le chiffre d’affaires encaissé.",
  commitments_ceiling: "500000",
  commitments_terms:
    "Achats liés à l’activité, avec l’accord de la coopérative, qui les assume et les retient sur le compte.",
  accounting_information: "Compte d’activité consultable à tout moment, point écrit chaque trimestre.",
  early_end: "Par chacune des parties, par écrit, avec un préavis de quinze jours.",
  contributions_refund:
    "Les cotisations versées pour le compte du bénéficiaire sont retenues sur les recettes de l’activité.",
} as const;

const CESA = {
  objectives: "Développer l’activité décrite au dossier et devenir associé dans les trois ans.",
  support: "Deux entretiens individuels par an au moins, ateliers collectifs, relecture des devis et des factures.",
  contribution: "Selon le barème voté par l’assemblée générale, sur la marge de l’activité.",
  variable_part:
    "Chiffre d’affaires encaissé, moins les charges directes et la contribution, au choix de l’entrepreneur.",
  statutes: "Statuts adoptés par l’assemblée générale du 14 juin 2024.",
  clientele: "La clientèle apportée, créée ou développée reste à l’entrepreneur, qui l’emporte à sa sortie.",
  intellectual_property: "Les œuvres et les méthodes créées dans l’activité restent à leur auteur.",
  association: "Candidature à l’assemblée générale avant le terme de trois ans, moins la durée des contrats d’avant.",
} as const;

/** Weekly hours and monthly fixed part that go together: the SMIC of June 2026, 12.31 € an hour, and a little above. */
const TIMES = [
  { weekly_hours: "700", fixed_part: "37500", minimum_turnover: "900000" },
  { weekly_hours: "1750", fixed_part: "94000", minimum_turnover: "1800000" },
  { weekly_hours: "2400", fixed_part: "128500", minimum_turnover: "2600000" },
  { weekly_hours: "3500", fixed_part: "187500", minimum_turnover: "4000000" },
] as const;

/** The terms of a person's contract as signed. One CESA was signed in a hurry: a clause is missing, which the product says. */
export function termsOf({ key, status }: Entrepreneur): Readonly<Record<string, string>> {
  if (status === "cape") return CAPE;
  const time = TIMES[(key.length * 7 + key.charCodeAt(0)) % TIMES.length] ?? TIMES[1];
  return { ...CESA, ...time, ...(key === "claire" ? { clientele: "" } : {}) };
}
