/** What the form of an import sends, and what is shown of each line: the same whatever the sheet is of. */
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { refusedCsv, type Sheet, type SheetProblem } from "./import-file.ts";
import type { Choice, ImportedLine, Outcome } from "./sheet-lines.ts";

/** Lines shown in the preview: those to look at first. */
const SHOWN = 200;
const ORDER: readonly Outcome[] = ["refused", "added", "updated", "unchanged"];

export function postedColumns<Column extends string>(
  form: FormData,
  { headings }: Sheet,
  isColumn: (text: string) => text is Column,
): Choice<Column> {
  return headings.map((_, index) => {
    const column = String(form.get(`columns.${index}`) ?? "");
    return isColumn(column) ? column : null;
  });
}

type Teller = {
  sentence(refusal: Refusal, language: "fr" | "en"): string;
  fieldSentence(code: string, language: "fr" | "en"): string;
};
type Fault = ImportedLine["faults"][number];

/** A refusal of an act has its sentence in its module; a field's code has one for all. */
export function sentenceOf(
  teller: Teller,
  language: "fr" | "en",
  { code, facts }: Pick<Fault, "code" | "facts">,
): string {
  return code.startsWith("field.")
    ? teller.fieldSentence(code, language)
    : teller.sentence(refuse("invalid", code, facts), language);
}

export function reportOf(
  lines: readonly ImportedLine[],
  sheet: Sheet,
  nameOf: (line: number) => string,
  say: (fault: Fault) => string,
  reasonHeading: string,
) {
  const told = lines.map(({ line, outcome, faults }) => {
    const reasons = faults.map((fault) => ({ field: fault.field.replace(/^values\./, ""), sentence: say(fault) }));
    return { line, outcome, name: nameOf(line), reasons };
  });
  const refused = told.filter(({ outcome }) => outcome === "refused");
  const counts = Object.fromEntries(
    ORDER.map((one) => [one, told.filter(({ outcome }) => outcome === one).length]),
  ) as Record<Outcome, number>;
  const sentences = refused.map(({ line, reasons }) => ({ line, reasons: reasons.map(({ sentence }) => sentence) }));
  return {
    counts,
    total: told.length,
    lines: ORDER.flatMap((one) => told.filter(({ outcome }) => outcome === one)).slice(0, SHOWN),
    refusedFile: refused.length === 0 ? null : refusedCsv(sheet, sentences, reasonHeading),
  };
}

export type ImportReport = ReturnType<typeof reportOf>;
/** What was understood of a sheet, to be looked at and sent again. */
export type ImportPreview = ImportReport & {
  readonly sheet: string;
  readonly fileName: string;
  readonly headings: readonly string[];
  readonly columns: Choice<string>;
  readonly key: string;
};
export type ImportAnswer<Preview extends ImportPreview> =
  | { readonly problem: SheetProblem }
  | { readonly preview: Preview; readonly refusal: string | null }
  | { readonly done: ImportReport; readonly importId: string };
