/** What the clauses of a contract, and the person's own file, tell the templates: nothing is typed a second time. */
import { type Day, parseDay } from "#kernel/day.ts";
import { toCents } from "#kernel/money.ts";
import { statesOn, termsOfContract } from "#modules/membership/index.server.ts";
import { missingTerms, TERMS, type TermKey, type Terms, termsEnglish, termsFrench } from "#modules/membership/index.ts";
import type { FieldDefinition, FieldSource, FieldSubject, FieldValues } from "#platform/document-field.ts";
import { duration, eur } from "#ui/format.ts";
import { CONTRACT_TERMS } from "./contract-fields.ts";
import { dayInWords } from "./known-fields.store.ts";

/** One field for each clause; two clauses that mean the same thing in a CAPE and in a CESA share theirs. */
const FIELD_OF: Readonly<Record<TermKey, string>> = {
  programme_before: "contrat.programme_avant",
  programme_after: "contrat.programme_apres",
  means: "contrat.moyens",
  structure_pay: "contrat.contribution",
  commitments_ceiling: "contrat.engagements_maximum",
  commitments_terms: "contrat.engagements_nature",
  accounting_information: "contrat.information_comptable",
  early_end: "contrat.rupture",
  beneficiary_pay: "contrat.remuneration_avant",
  contributions_refund: "contrat.remboursement_cotisations",
  objectives: "contrat.objectifs",
  minimum_turnover: "contrat.activite_minimale",
  support: "contrat.moyens",
  contribution: "contrat.contribution",
  weekly_hours: "contrat.duree_travail",
  fixed_part: "contrat.part_fixe",
  variable_part: "contrat.part_variable",
  statutes: "contrat.statuts",
  clientele: "contrat.clientele",
  intellectual_property: "contrat.propriete_intellectuelle",
  association: "contrat.association",
  trial_end: "contrat.essai_fin",
};

const EXAMPLES: Readonly<Partial<Record<TermKey, string>>> = {
  accounting_information: "Un relevé du compte de l’activité chaque mois, consultable à tout moment.",
  early_end: "Par écrit, avec un préavis de quinze jours ; sans préavis d’un commun accord.",
  weekly_hours: "8 h 30 par semaine",
  statutes: "Statuts du 12 juin 2025, remis le jour de la signature.",
  intellectual_property: "Les créations de l’entrepreneur lui appartiennent.",
  association: "Candidature présentée deux mois avant le terme, à l’assemblée générale.",
};

/** An optional clause that the parties left empty: the contract says that there is none. */
const NONE = "sans objet";

const KEYS = Object.keys(TERMS) as TermKey[];

function definitionOf(name: string): FieldDefinition {
  const keys = KEYS.filter((key) => FIELD_OF[key] === name);
  const [key] = keys as [TermKey];
  const said = CONTRACT_TERMS.find((field) => field.name === name);
  return {
    ...{ name, group: "contract", filledIn: "terms" },
    label: said?.label ?? { fr: termsFrench.labels[key], en: termsEnglish.labels[key] },
    example: said?.example ?? EXAMPLES[key] ?? "",
    article: [...new Set(keys.map((one) => TERMS[one].article))].join(" ; "),
    ...(TERMS[key].kind === "text" ? { long: true } : {}),
  };
}

/** The clauses in force of the contract, in French, and what the last amendment changes. */
export const termFields: FieldSource = {
  fields: [...new Set(Object.values(FIELD_OF))].map(definitionOf),
  async read(subject) {
    return { ...(await ofFile(subject)), ...(await ofTerms(subject)) };
  },
};

async function ofTerms({ tx, organizationId, contractId, today }: FieldSubject): Promise<FieldValues> {
  if (contractId === null) return {};
  const all = await termsOfContract(tx, organizationId, contractId);
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return {};
  const inForce = all.findLast(({ effectOn }) => effectOn <= today) ?? first;
  return { ...clausesInWords(inForce), ...amendmentInWords(all.at(-2) ?? null, last) };
}

/** Each clause as a contract writes it. Once all that the law wants is there, an optional one that is empty is "sans objet". */
export function clausesInWords(terms: Terms): Readonly<Record<string, string>> {
  const kind = TERMS[(Object.keys(terms.values)[0] ?? "means") as TermKey].contract;
  const complete = missingTerms(kind, terms).length === 0;
  const values: Record<string, string> = {};
  for (const key of KEYS.filter((one) => TERMS[one].contract === kind)) {
    const value = terms.values[key] ?? "";
    if (value !== "") values[FIELD_OF[key]] = clauseInWords(key, value);
    else if (complete) values[FIELD_OF[key]] = NONE;
  }
  return values;
}

function clauseInWords(key: TermKey, value: string): string {
  const { kind } = TERMS[key];
  if (kind === "text") return value;
  if (kind === "day") {
    const parsed = parseDay(value);
    return parsed === null ? value : dayInWords(parsed);
  }
  if (kind === "hours") return `${duration(Math.round((Number(value) * 60) / 100))} par semaine`;
  const amount = eur(toCents(BigInt(value)));
  if (key === "fixed_part") return `${amount} bruts par mois`;
  return key === "minimum_turnover" ? `${amount} de chiffre d’affaires hors taxes par an` : amount;
}

function amendmentInWords(
  before: Terms | null,
  last: Terms & { readonly effectOn: Day },
): Readonly<Record<string, string>> {
  if (before === null || last.amendment === 0) return {};
  const changed = KEYS.filter((key) => (before.values[key] ?? "") !== (last.values[key] ?? ""));
  const line = (key: TermKey) => {
    const value = last.values[key] ?? "";
    const said = value === "" ? NONE : clauseInWords(key, value);
    return `${termsFrench.labels[key]} (${TERMS[key].article}) : ${said}`;
  };
  return {
    "avenant.numero": String(last.amendment),
    "avenant.effet": dayInWords(last.effectOn),
    "avenant.objet": `Clauses modifiées : ${changed.map((key) => termsFrench.labels[key].toLowerCase()).join(", ")}.`,
    "avenant.clauses": changed.map(line).join("\n"),
  };
}

/** What a contract names of a person; whoever makes documents for somebody keeps their file too. */
async function ofFile({ tx, organizationId, personId, today }: FieldSubject): Promise<FieldValues> {
  const dimensions = ["birth_date", "birth_place", "street", "postal_code", "city"] as const;
  const states = await statesOn(tx, organizationId, dimensions, today, null, [personId]);
  const told = (dimension: (typeof dimensions)[number]) => String(states.get(personId)?.get(dimension) ?? "").trim();
  const born = parseDay(told("birth_date"));
  const town = `${told("postal_code")} ${told("city")}`.trim();
  return {
    "personne.naissance_date": born === null ? "" : dayInWords(born),
    "personne.naissance_lieu": told("birth_place"),
    // A street alone, or a town alone, is no address that a contract may give.
    "personne.adresse": told("street") === "" || told("city") === "" ? "" : `${told("street")}, ${town}`,
  };
}
