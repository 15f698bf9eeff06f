/** Reading a sheet of persons: which column is what, and what each cell says. Nothing is written here. */
import type { Day } from "#kernel/day.ts";
import { parseDayInput } from "#ui/parse.ts";
import { en as dimensionEn } from "../dimension/dimension.en.ts";
import { fr as dimensionFr } from "../dimension/dimension.fr.ts";
import { type DimensionKey, definitionOf, dimensionsOf, isDimension, SECTIONS } from "../dimension/dimension.ts";
import { bareWord, type Choice, guessBy, readBy, type SheetLine } from "./sheet-lines.ts";

const OWN = ["firstName", "lastName", "email", "phone", "contractKind", "contractStartsOn", "contractEndsOn"] as const;
export type OwnColumn = (typeof OWN)[number];
export type ImportColumn = OwnColumn | DimensionKey;

/** What a column of the sheet may fill: the person, their contract, each part of the social file. */
export const IMPORT_COLUMNS: readonly ImportColumn[] = [...OWN, ...SECTIONS.flatMap(dimensionsOf)];

export const isImportColumn = (text: string): text is ImportColumn => IMPORT_COLUMNS.some((column) => column === text);

export type ColumnChoice = Choice<ImportColumn>;

/** By what a line is known as somebody already there. */
export const IMPORT_KEYS = ["email", "name"] as const;
export type ImportKey = (typeof IMPORT_KEYS)[number];

/** Other words that headings use, the most telling first. */
const HEADINGS: readonly (readonly [ImportColumn, RegExp])[] = [
  [
    "contractStartsOn",
    /(debut|signature|start).*(contrat|cape|cesa|contract)|(contrat|cape|cesa|contract).*(debut|start)/,
  ],
  ["contractEndsOn", /(fin|end).*(contrat|cape|cesa|contract)|(contrat|cape|cesa|contract).*(fin|end)/],
  ["contractKind", /contrat|contract|^statut$/],
  ["emergency_phone", /tel.*(urgence|prevenir)|(urgence|prevenir).*tel|emergencyphone/],
  ["emergency_name", /urgence|prevenir|emergency/],
  ["birth_name", /nomdenaissance|nomjeunefille|birthname/],
  ["birth_place", /(lieu|ville|commune).*naissance|birthplace/],
  ["birth_date", /naissance|neele|birth/],
  ["firstName", /prenom|firstname|givenname/],
  ["email", /mail|courriel/],
  ["phone", /tel|phone|mobile|portable/],
  ["postal_code", /postal|^cp$|zip/],
  ["city", /^ville|^commune$|^city$|^town$|localite/],
  ["zone", /qpv|zrr|zfrr|zone/],
  ["sex", /^sexe$|^genre$|civilite|gender/],
  ["nationality", /nationalit/],
  ["residence_permit_end", /sejour|permit/],
  ["entered_on", /entree|entrydate/],
  ["situation_entry", /situation.*entree|statut.*entree/],
  ["situation", /situation|statutsocial/],
  ["rights_end", /(fin|end).*(droit|right)/],
  ["study_level", /etude|diplome|niveau|study/],
  ["prescriber_name", /nom.*prescripteur|structure.*prescri/],
  ["prescriber", /prescri|orient/],
  ["rome", /rome/],
  ["trade", /metier|activite|profession|trade/],
  ["street", /adresse|^rue|voie|street|address/],
  ["lastName", /^nom|lastname|surname|familyname|^name$/],
];

const LABELS: ReadonlyMap<string, ImportColumn> = new Map(
  SECTIONS.flatMap(dimensionsOf).flatMap((key): [string, ImportColumn][] => [
    [bareWord(dimensionFr.labels[key]), key],
    [bareWord(dimensionEn.labels[key]), key],
    [bareWord(key), key],
  ]),
);

/** Guesses what each column holds by its heading, accents, case and signs apart. Nothing is filled twice. */
export const guessColumns = (headings: readonly string[]): ColumnChoice => guessBy(headings, HEADINGS, LABELS);

const SEXES: Readonly<Record<string, string>> = {
  ...{ f: "woman", mme: "woman", madame: "woman", feminin: "woman", femme: "woman", female: "woman" },
  ...{ h: "man", m: "man", mr: "man", monsieur: "man", masculin: "man", homme: "man", male: "man" },
};

/** The value of a choice by its French or English words, or by itself; as typed when there is none. */
function choiceOf(key: DimensionKey, typed: string): string {
  const word = bareWord(typed);
  const { choices = [] } = definitionOf(key);
  if (key === "sex" && SEXES[word] !== undefined) return SEXES[word];
  const named = [dimensionFr, dimensionEn].map(
    (language) => (language.choices as Readonly<Record<string, Readonly<Record<string, string>>>>)[key] ?? {},
  );
  return (
    choices.find((value) => bareWord(value) === word || named.some((of) => bareWord(of[value] ?? "") === word)) ?? typed
  );
}

/** What a cell says of its column, as the acts read it; as typed when it says nothing they know, so that they refuse it. */
export function readCell(column: ImportColumn, typed: string, today: Day): string {
  const text = typed.trim();
  if (text === "") return "";
  const asDay = () => parseDayInput(text.replace(/ \d{2}:\d{2}$/, ""), today) ?? text;
  if (column === "contractKind") return bareWord(text);
  if (column === "contractStartsOn" || column === "contractEndsOn") return asDay();
  if (!isDimension(column)) return text;
  const { kind } = definitionOf(column);
  if (kind === "day") return asDay();
  if (kind === "choice") return choiceOf(column, text);
  // A spreadsheet eats the zero of 01000.
  if (column === "postal_code" && /^\d{4}$/.test(text)) return `0${text}`;
  return column === "rome" ? text.toUpperCase() : text;
}

export type ImportLine = SheetLine<ImportColumn>;

export const readLines = (rows: readonly (readonly string[])[], choice: ColumnChoice, today: Day): ImportLine[] =>
  readBy(rows, choice, (column, typed) => readCell(column, typed, today));
