import { data } from "react-router";
import type { Day } from "#kernel/day.ts";
import { refuse } from "#kernel/refusal.ts";
import type { App } from "#platform/app.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { parseDayInput } from "#ui/parse.ts";
import type { Route } from "./+types/import-persons.page";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import { mayImport } from "./import.policy.ts";
import { type ColumnChoice, guessColumns, IMPORT_KEYS, isImportColumn, MAX_IMPORT_BYTES, readLines } from "./import.ts";
import { readSheet, refusedCsv, type Sheet, type SheetProblem, sheetText } from "./import-file.ts";
import { type ImportedLine, importPersons, type Outcome } from "./import-persons.command.ts";
import { ChooseFile, ImportDone, ImportPreviewForm } from "./import-persons.view.tsx";

/** Lines shown in the preview: those to look at first. */
const SHOWN = 200;
const ORDER: readonly Outcome[] = ["refused", "added", "updated", "unchanged"];

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ actor, slug, today, now }) => {
    const refusal = mayImport(actor);
    if (refusal) return refusal;
    return { slug, today, key: newId<"key">(now) as string };
  });
}

/** Reads the file, reads it again with other choices, or imports: the text of the file travels with the form. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const intent = text("intent") || "read";
  const read = intent === "read" ? await sheetOf(form.get("file")) : { text: text("sheet") };
  if ("problem" in read) return data<ImportAnswer>({ problem: read.problem }, { status: 422 });
  const sheet = readSheet(read.text);
  if (typeof sheet === "string") return data<ImportAnswer>({ problem: sheet }, { status: 422 });
  const { app, today } = await readTenant(args, async (reader) => mayImport(reader.actor) ?? reader);
  const language = args.context.get(languageContext);
  const columns = intent === "read" ? guessColumns(sheet.headings) : postedColumns(form, sheet);
  const key = IMPORT_KEYS.find((one) => one === text("key")) ?? "email";
  const from = parseDayInput(text("from"), today) ?? today;
  const input = { rows: sheet.rows, columns, key, from };
  const report = (lines: readonly ImportedLine[]) =>
    reportOf(
      lines,
      sheet,
      columns,
      today,
      (fault) => sentenceOf(app, language, fault),
      { fr, en }[language].reasonHeading,
    );

  let refusal: string | null = null;
  if (intent === "import") {
    const sent = { ...input, allOrNothing: text("choice") !== "valid" };
    const result = await runCommand(args, importPersons, sent, { idempotencyKey: `import:${text("cle")}` });
    if (result.ok) return data<ImportAnswer>({ done: report(result.output.lines) });
    refusal = result.problem.sentence;
  }
  const tried = await runCommand(args, importPersons, { ...input, allOrNothing: false }, { dryRun: true });
  const choices = { sheet: read.text, headings: sheet.headings, columns, key, from };
  if (!tried.ok)
    return data<ImportAnswer>(
      { preview: { ...choices, ...report([]) }, refusal: tried.problem.sentence },
      { status: 422 },
    );
  return data<ImportAnswer>(
    { preview: { ...choices, ...report(tried.output.lines) }, refusal },
    { status: refusal === null ? 200 : 409 },
  );
}

async function sheetOf(file: FormDataEntryValue | null) {
  if (!(file instanceof File)) return { problem: "missing" as SheetProblem };
  if (file.size > MAX_IMPORT_BYTES) return { problem: "tooLarge" as SheetProblem };
  return sheetText(new Uint8Array(await file.arrayBuffer()));
}

function postedColumns(form: FormData, { headings }: Sheet): ColumnChoice {
  return headings.map((_, index) => {
    const column = String(form.get(`columns.${index}`) ?? "");
    return isImportColumn(column) ? column : null;
  });
}

type Fault = ImportedLine["faults"][number];

/** A refusal of an act has its sentence in its module; a field's code has one for all. */
function sentenceOf(app: App, language: "fr" | "en", { code, facts }: Fault): string {
  return code.startsWith("field.")
    ? app.fieldSentence(code, language)
    : app.sentence(refuse("invalid", code, facts), language);
}

function reportOf(
  lines: readonly ImportedLine[],
  sheet: Sheet,
  columns: ColumnChoice,
  today: Day,
  say: (fault: Fault) => string,
  reasonHeading: string,
) {
  const cells = new Map(readLines(sheet.rows, columns, today).map((line) => [line.line, line.cells]));
  const told = lines.map(({ line, outcome, faults }) => {
    const { firstName = "", lastName = "", email = "" } = cells.get(line) ?? {};
    const reasons = faults.map((fault) => ({ field: fault.field.replace(/^values\./, ""), sentence: say(fault) }));
    return { line, outcome, name: `${firstName} ${lastName}`.trim() || email, reasons };
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
export type ImportPreview = ImportReport & {
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly columns: ColumnChoice;
  readonly key: (typeof IMPORT_KEYS)[number];
  readonly from: Day;
};

type ImportAnswer =
  | { readonly problem: SheetProblem }
  | { readonly preview: ImportPreview; readonly refusal: string | null }
  | { readonly done: ImportReport };

export default function ImportPersonsPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, today, key } = loaderData;
  const answer: ImportAnswer | undefined = actionData;
  return (
    <Page title={words.title} description={words.lead} crumbs={[{ to: `/${slug}/personnes`, label: words.crumb }]}>
      {answer === undefined ? <ChooseFile problem={null} /> : null}
      {answer && "problem" in answer ? <ChooseFile problem={answer.problem} /> : null}
      {answer && "done" in answer ? <ImportDone slug={slug} report={answer.done} /> : null}
      {answer && "preview" in answer ? (
        <ImportPreviewForm
          slug={slug}
          today={today}
          idempotencyKey={key}
          preview={answer.preview}
          refusal={answer.refusal}
        />
      ) : null}
    </Page>
  );
}
