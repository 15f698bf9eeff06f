import { type NoRecords, readRecords } from "#platform/files/record-text.ts";
import {
  type Criterion,
  LEVELS,
  type Level,
  type LineReason,
  MOST_CRITERIA,
  type ReadCriteria,
  type RefusedLine,
} from "./referential.ts";

const MOST_TEXT = 400_000;

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
