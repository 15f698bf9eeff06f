import type { Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { Transitions } from "#kernel/transition.ts";
import { type NoRecords, readRecords } from "#platform/files/record-text.ts";

export type EditionId = Id<"labelEdition">;
export type ReferentialId = Id<"referential">;

export const LEVELS = ["mandatory", "recommended"] as const;
export type Level = (typeof LEVELS)[number];
/** What becomes of a criterion that does not apply: no public rule says it. */
export const NOT_APPLICABLE_RULES = ["left_out", "unmet"] as const;
export type NotApplicableRule = (typeof NOT_APPLICABLE_RULES)[number];

export type EditionStatus = "draft" | "published";
export const editionTransitions: Transitions<EditionStatus, "publish"> = {
  draft: { publish: "published" },
  published: {},
};

export type Criterion = {
  readonly code: string;
  readonly field: string;
  readonly level: Level;
  readonly wording: string;
  /** The evidence that is expected. */
  readonly expected: string;
};

/** The rule of decision of an edition: frozen with it. */
export type LabelRule = {
  readonly mandatoryPercent: number;
  readonly recommendedPercent: number;
  readonly notApplicable: NotApplicableRule;
};

export type Edition = LabelRule & {
  readonly id: EditionId;
  readonly referentialId: ReferentialId;
  readonly name: string;
  readonly example: boolean;
  readonly number: number;
  readonly status: EditionStatus;
  readonly validityMonths: number;
  readonly publishedAt: Instant | null;
  readonly version: number;
};

export const MOST_CRITERIA = 500;
const MOST_TEXT = 400_000;

export type LineReason = "code" | "codeTwice" | "field" | "level" | "wording" | "tooLong" | "tooMany";
export type RefusedLine = { readonly line: number; readonly reason: LineReason; readonly text: string };
export type ReadCriteria = { readonly criteria: readonly Criterion[]; readonly refused: readonly RefusedLine[] };

const COLUMNS = {
  code: ["numéro", "n°", "référence"],
  field: ["domaine", "champ", "thème"],
  level: ["niveau", "type", "exigence"],
  wording: ["critère", "libellé", "intitulé", "criterion"],
  expected: ["preuve attendue", "preuve", "preuves", "preuves attendues", "evidence"],
} as const;

const LEVEL_WORDS: Readonly<Record<Level, RegExp>> = {
  mandatory: /^(o|obl|obligatoires?|mandatory|impératif)$/i,
  recommended: /^(r|rec|recommandée?s?|recommended|conseillé)$/i,
};

const levelOf = (text: string) => LEVELS.find((level) => LEVEL_WORDS[level].test(text)) ?? null;

/** The criteria of a text, and each line that is left out with its reason; or why it is no list at all. */
export function readCriteria(text: string): ReadCriteria | NoRecords | "tooLarge" {
  if (text.length > MOST_TEXT) return "tooLarge";
  const records = readRecords(text, COLUMNS, ["code", "field", "level", "wording"]);
  if (typeof records === "string") return records;
  const criteria: Criterion[] = [];
  const refused: RefusedLine[] = [];
  const known = new Set<string>();
  for (const { line, fields } of records) {
    const { code = "", field = "", level: said = "", wording = "", expected = "" } = fields;
    const level = levelOf(said);
    const reason = reasonOf({ code, field, wording, expected, known, full: criteria.length >= MOST_CRITERIA });
    if (reason !== null || level === null) {
      refused.push({ line, reason: reason ?? "level", text: [code, field, said, wording].join(" ; ").slice(0, 200) });
      continue;
    }
    known.add(code.toLowerCase());
    criteria.push({ code, field, level, wording, expected });
  }
  return { criteria, refused };
}

function reasonOf(line: {
  readonly code: string;
  readonly field: string;
  readonly wording: string;
  readonly expected: string;
  readonly known: ReadonlySet<string>;
  readonly full: boolean;
}): LineReason | null {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/.test(line.code)) return "code";
  if (line.known.has(line.code.toLowerCase())) return "codeTwice";
  if (line.field === "") return "field";
  if (line.wording === "") return "wording";
  if (line.field.length > 80 || line.wording.length > 500 || line.expected.length > 500) return "tooLong";
  return line.full ? "tooMany" : null;
}

/** The fields in their order, each with its criteria. */
export function fieldsIn<C extends Criterion>(criteria: readonly C[]): { field: string; criteria: C[] }[] {
  const fields: { field: string; criteria: C[] }[] = [];
  for (const criterion of criteria) {
    const known = fields.find(({ field }) => field === criterion.field);
    if (known) known.criteria.push(criterion);
    else fields.push({ field: criterion.field, criteria: [criterion] });
  }
  return fields;
}
