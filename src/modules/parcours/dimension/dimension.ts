/**
 * What the dated history of a person speaks of: one line for each dimension, read by the social file, the history page,
 * imports and statistics alike. Values are text, days "YYYY-MM-DD", whole numbers, or one of a list; "" says "nothing any
 * more".
 */
import type { Json } from "#kernel/canonical-json.ts";
import { type Day, parseDay, toDay } from "#kernel/day.ts";

import { BECAME } from "../exit/exit.ts";

export type DimensionKind = "text" | "day" | "choice" | "number" | "yes" | "person" | "site" | "terms";

/** Where it shows in the social file; "parcours" is written by acts of their own (contracts, admissions, exits). */
export const SECTIONS = ["identity", "contact", "status", "project", "health_safety"] as const;
export type Section = (typeof SECTIONS)[number];

export type DimensionDefinition = {
  readonly kind: DimensionKind;
  readonly section: Section | "parcours";
  readonly choices?: readonly string[];
  /** A longer text. */
  readonly long?: true;
  /** True of somebody once and for all (a birth date): another value corrects, it does not follow. */
  readonly lasting?: true;
};

/** From when a lasting fact is true: always. */
export const ALWAYS: Day = toDay("1900-01-01");

/** Social situations, at entry and today: those that funders ask for. */
const SITUATIONS = [
  "job_seeker_paid",
  "job_seeker_unpaid",
  "rsa",
  "ass",
  "employee",
  "part_time_employee",
  "self_employed",
  "student",
  "retired",
  "inactive",
  "other",
] as const;

export const DIMENSIONS = {
  // Written by the acts of membership, accompaniment and parcours.
  contract: { kind: "choice", section: "parcours", choices: ["cape", "cesa"] },
  terms: { kind: "terms", section: "parcours" },
  notice_urssaf: { kind: "day", section: "parcours" },
  notice_france_travail: { kind: "day", section: "parcours" },
  associate: { kind: "yes", section: "parcours" },
  exit: {
    kind: "choice",
    section: "parcours",
    choices: [
      "own_company",
      "former_situation",
      "associate_stays",
      "trial_broken",
      "abandoned",
      "not_associate",
      "dismissed",
      "deceased",
      "returned",
    ],
  },
  exit_motive: { kind: "text", section: "parcours", long: true },
  exit_company: { kind: "text", section: "parcours" },
  exit_rights: { kind: "choice", section: "parcours", choices: ["rebuilt", "not_rebuilt"] },
  follow_up_6: { kind: "choice", section: "parcours", choices: BECAME },
  follow_up_12: { kind: "choice", section: "parcours", choices: BECAME },
  follow_up_24: { kind: "choice", section: "parcours", choices: BECAME },
  site: { kind: "site", section: "parcours" },
  follower: { kind: "person", section: "parcours" },
  // The social file.
  sex: { kind: "choice", section: "identity", choices: ["woman", "man", "other"], lasting: true },
  birth_date: { kind: "day", section: "identity", lasting: true },
  birth_place: { kind: "text", section: "identity", lasting: true },
  birth_name: { kind: "text", section: "identity", lasting: true },
  nationality: { kind: "choice", section: "identity", choices: ["french", "european", "other"] },
  residence_permit_end: { kind: "day", section: "identity" },
  street: { kind: "text", section: "contact" },
  postal_code: { kind: "text", section: "contact" },
  city: { kind: "text", section: "contact" },
  zone: { kind: "choice", section: "contact", choices: ["none", "qpv", "zfrr"] },
  emergency_name: { kind: "text", section: "contact" },
  emergency_phone: { kind: "text", section: "contact" },
  entered_on: { kind: "day", section: "status", lasting: true },
  situation_entry: { kind: "choice", section: "status", choices: SITUATIONS, lasting: true },
  situation: { kind: "choice", section: "status", choices: SITUATIONS },
  job_seeker_since: { kind: "day", section: "status" },
  rights_end: { kind: "day", section: "status" },
  study_level: {
    kind: "choice",
    section: "status",
    choices: ["none", "level_3", "level_4", "level_5", "level_6", "level_7", "level_8"],
  },
  prescriber: {
    kind: "choice",
    section: "status",
    choices: [
      "france_travail",
      "mission_locale",
      "cap_emploi",
      "chamber",
      "bge_adie",
      "department",
      "cae_network",
      "word_of_mouth",
      "internet",
      "other",
    ],
  },
  prescriber_name: { kind: "text", section: "status" },
  trade: { kind: "text", section: "project" },
  trade_domain: {
    kind: "choice",
    section: "project",
    choices: ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"],
  },
  rome: { kind: "text", section: "project" },
  goals: { kind: "text", section: "project", long: true },
  outside_activity: { kind: "text", section: "project" },
  skills_gained: { kind: "text", section: "project", long: true },
  medical_visit_on: { kind: "day", section: "health_safety" },
  medical_visit_next: { kind: "day", section: "health_safety" },
} as const satisfies Readonly<Record<string, DimensionDefinition>>;

export type DimensionKey = keyof typeof DIMENSIONS;
export const DIMENSION_KEYS = Object.keys(DIMENSIONS) as DimensionKey[];

export const definitionOf = (key: DimensionKey): DimensionDefinition => DIMENSIONS[key];

export function isDimension(text: string): text is DimensionKey {
  return Object.hasOwn(DIMENSIONS, text);
}

/** The dimensions of a section of the social file, in the order of their fields. */
export function dimensionsOf(section: Section): DimensionKey[] {
  return DIMENSION_KEYS.filter((key) => definitionOf(key).section === section);
}

export type ValueProblem =
  | "field.choose"
  | "field.day"
  | "field.wholeNumber"
  | "field.tooLong"
  | "field.rome"
  | "field.postalCode";

const LONGEST = 200;
const LONG_TEXT = 2000;

/** Why a value typed for a dimension cannot be kept, or null. Nothing ("") always can. */
export function checkValue(key: DimensionKey, value: string): ValueProblem | null {
  if (value === "") return null;
  const { kind, choices, long } = definitionOf(key);
  if (kind === "choice") return choices?.includes(value) ? null : "field.choose";
  if (kind === "day") return parseDay(value) === null ? "field.day" : null;
  if (kind === "number") return /^\d{1,9}$/.test(value) ? null : "field.wholeNumber";
  if (value.length > (long ? LONG_TEXT : LONGEST)) return "field.tooLong";
  if (key === "rome") return /^[A-N]\d{4}$/.test(value) ? null : "field.rome";
  if (key === "postal_code") return /^[0-9A-Z][0-9A-Z -]{2,9}$/.test(value) ? null : "field.postalCode";
  return null;
}

/** A fact's value as text, "" for nothing. */
export function valueText(value: Json | null | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? "" : String(value);
}
