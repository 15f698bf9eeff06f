/**
 * The URSSAF's public model of social contributions (modele-social, MIT), on the server only: 640 KB of rules.
 * No input or output: the one module state is the engine, built at the first use (about half a second) and kept, since
 * building is pure. Each run sets the whole of what it depends on, synchronously, so no run sees another's situation.
 */
import rules from "modele-social";
import Engine from "publicodes";
import { type Cents, toCents, toDecimalString } from "#kernel/money.ts";
import { type Rate, rateToPercentString } from "#kernel/rate.ts";
import { FULL_TIME, type PayContext } from "./pay-parameters.ts";
import { type ModelFigures, type PayRun, roundRun, toMicro } from "./pay-run.ts";

type RuleName = keyof typeof rules;

const GROSS: RuleName = "salarié . contrat . salaire brut";

/**
 * Answers to the questions that a simulation never asks, all of them the model's own defaults for an employee: given,
 * they spare the model two thirds of its work, which is to follow what is still unknown.
 */
const FIXED = {
  "entreprise . catégorie juridique": "'SARL'",
  "entreprise . catégorie juridique . EI": "non",
  "entreprise . catégorie juridique . EI . auto-entrepreneur": "non",
  "entreprise . associés": "'multiples'",
  "entreprise . association non lucrative": "non",
  "dirigeant . gérant minoritaire": "non",
  "dirigeant . assimilé salarié": "non",
  "dirigeant . indépendant": "non",
  "situation personnelle . domiciliation fiscale à l'étranger": "non",
  "établissement . commune . département . outre-mer": "non",
  "salarié . contrat": "'CDI'",
  "salarié . contrat . statut cadre": "non",
  "salarié . convention collective": "'droit commun'",
  "salarié . temps de travail . heures supplémentaires": "0 heure/mois",
  "salarié . rémunération . avantages en nature": "non",
  "salarié . rémunération . primes . activité . base": "0 €/mois",
  "salarié . rémunération . primes . fin d'année": "non",
  "salarié . rémunération . frais professionnels . titres-restaurant": "non",
  "salarié . rémunération . frais professionnels . trajets domicile travail . transports publics . montant": "0 €/mois",
  "salarié . rémunération . frais professionnels . trajets domicile travail . forfait mobilités durables . montant":
    "0 €/an",
  "salarié . rémunération . frais professionnels . trajets domicile travail . prime de transport . montant": "0 €/an",
  "salarié . activité partielle": "non",
  "salarié . régimes spécifiques . taux réduits": "non",
  "salarié . régimes spécifiques . DFS": "non",
  "salarié . régimes spécifiques . impatriés": "non",
  "salarié . cotisations . exonérations . JEI": "non",
  "salarié . cotisations . exonérations . RGDU . caisse de congés payés": "non",
  "salarié . coût total employeur . aides . emploi franc . éligible": "non",
} as const satisfies Partial<Record<RuleName, string>>;

const NET: RuleName = "salarié . rémunération . net . à payer avant impôt";
const TAXABLE: RuleName = "salarié . rémunération . net . imposable";
const COST: RuleName = "salarié . coût total employeur";
const PAYROLL_TAX: RuleName = "salarié . régimes spécifiques . taxe sur les salaires";
const RELIEF: RuleName = "salarié . cotisations . exonérations . employeur";
const HEALTH_INSURANCE: RuleName = "salarié . cotisations . prévoyances . santé . employeur";
const FORFAIT_SOCIAL: RuleName = "salarié . cotisations . forfait social";
const MINIMUM_WAGE: RuleName = "salarié . contrat . temps de travail . SMIC";

/** The employer's and the employee's contributions before reductions, as the model adds them up. */
const EMPLOYER = {
  health: ["salarié . cotisations . maladie . employeur"],
  healthInsurance: [HEALTH_INSURANCE, "salarié . cotisations . prévoyances . incapacité invalidité décès . employeur"],
  accident: ["salarié . cotisations . ATMP"],
  pension: [
    "salarié . cotisations . vieillesse . plafonnée . employeur",
    "salarié . cotisations . vieillesse . déplafonnée . employeur",
    "salarié . cotisations . retraite complémentaire-CEG-CET . employeur",
  ],
  family: ["salarié . cotisations . allocations familiales"],
  unemployment: ["salarié . cotisations . assurance chômage", "salarié . cotisations . APEC . employeur"],
  other: ["salarié . cotisations . autres employeur"],
} as const satisfies Record<string, readonly RuleName[]>;

const EMPLOYEE = {
  health: ["salarié . cotisations . maladie . salarié"],
  healthInsurance: [
    "salarié . cotisations . prévoyances . santé . salarié",
    "salarié . cotisations . prévoyances . incapacité invalidité décès . salarié",
  ],
  pension: [
    "salarié . cotisations . vieillesse . plafonnée . salarié",
    "salarié . cotisations . vieillesse . déplafonnée . salarié",
    "salarié . cotisations . retraite complémentaire-CEG-CET . salarié",
  ],
  unemployment: ["salarié . cotisations . APEC . salarié"],
  csg: [
    "salarié . cotisations . CSG-CRDS . CSG . déductible",
    "salarié . cotisations . CSG-CRDS . sur revenus imposables non déductible",
    "salarié . cotisations . CSG-CRDS . sur revenus non imposables",
  ],
} as const satisfies Record<string, readonly RuleName[]>;

const silent = { log: () => {}, warn: () => {}, error: () => {} };

let built: Engine<RuleName> | null = null;
/** The context whose situation the engine holds: only the gross pay is then set again, which is five times shorter. */
let held: string | null = null;

function engine(): Engine<RuleName> {
  built ??= new Engine<RuleName>(rules, { logger: silent, strict: { situation: true } });
  return built;
}

function percent(rate: Rate): string {
  return `${rateToPercentString(rate)} %`;
}

function situation({ month, parameters, weeklyHours }: PayContext): Partial<Record<RuleName, string>> {
  const partTime = weeklyHours < FULL_TIME;
  return {
    ...FIXED,
    date: `01/${month.slice(5, 7)}/${month.slice(0, 4)}`,
    "entreprise . salariés . effectif": `${parameters.headcount} employé`,
    "entreprise . TVA": parameters.payrollTaxRatio > 0 ? "non" : "oui",
    "établissement . taux ATMP": percent(parameters.accidentRate),
    "établissement . commune . taux versement mobilité": percent(parameters.mobilityRate),
    "salarié . régimes spécifiques . alsace moselle": parameters.alsaceMoselle ? "oui" : "non",
    "salarié . cotisations . prévoyances . santé . montant": `${toDecimalString(parameters.healthInsurance)} €/mois`,
    "salarié . cotisations . prévoyances . santé . taux employeur": percent(parameters.healthInsuranceEmployerShare),
    "salarié . contrat . temps de travail . temps partiel": partTime ? "oui" : "non",
    ...(partTime
      ? {
          "salarié . contrat . temps de travail . temps partiel . heures par semaine": `${weeklyHours / 100} heure/semaine`,
        }
      : {}),
  };
}

function hold(context: PayContext): void {
  const key = contextKey(context);
  if (held === key) return;
  // Forgotten first: a situation that throws halfway must not be taken for the one asked.
  held = null;
  engine().setSituation(situation(context));
  held = key;
}

/** Same key, same runs. */
export function contextKey({ month, parameters, weeklyHours }: PayContext): string {
  return JSON.stringify([month, weeklyHours, parameters], (_, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}

/** A monthly amount in euros; what does not apply counts zero. */
function read(name: RuleName): number {
  // By its node: evaluating a name parses it as an expression each time, which doubles the cost of a run.
  const node = engine().evaluateNode(engine().getRule(name));
  if (node.nodeValue === null) return 0;
  if (typeof node.nodeValue !== "number") throw new TypeError(`no figure for ${name}`);
  return node.unit?.denominators.includes("an") ? node.nodeValue / 12 : node.nodeValue;
}

function readAll<Family extends string>(families: Readonly<Record<Family, readonly RuleName[]>>) {
  const entries = Object.entries(families) as [Family, readonly RuleName[]][];
  return Object.fromEntries(
    entries.map(([family, names]) => [family, names.reduce((total, name) => total + read(name), 0)]),
  ) as Record<Family, number>;
}

/** Runs the model forward on a gross pay. About 20 ms of one core once warm. */
export function runSocialModel(context: PayContext, gross: Cents): PayRun {
  hold(context);
  engine().setSituation({ [GROSS]: `${toDecimalString(gross)} €/mois` }, { keepPreviousSituation: true });
  const figures: ModelFigures = {
    gross,
    netBeforeTax: read(NET),
    taxableNet: read(TAXABLE),
    cost: read(COST),
    payrollTax: read(PAYROLL_TAX),
    reliefEmployer: read(RELIEF),
    fixedEmployer: read(HEALTH_INSURANCE) + read(FORFAIT_SOCIAL),
    employee: readAll(EMPLOYEE),
    employer: readAll(EMPLOYER),
  };
  return roundRun(figures);
}

/** The gross minimum wage of a month for the weekly hours, by the model, rounded to the cent. */
export function minimumWage(context: PayContext): Cents {
  hold(context);
  return toCents((toMicro(read(MINIMUM_WAGE)) + 5000n) / 10_000n);
}
