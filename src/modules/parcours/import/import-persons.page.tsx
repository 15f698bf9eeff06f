import { data } from "react-router";
import type { Day } from "#kernel/day.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { ButtonLink } from "#ui/button.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { parseDayInput } from "#ui/parse.ts";
import type { Route } from "./+types/import-persons.page";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import { mayImport } from "./import.policy.ts";
import { guessColumns, IMPORT_COLUMNS, IMPORT_KEYS, isImportColumn, readLines } from "./import.ts";
import { readSheet } from "./import-file.ts";
import { type ImportAnswer, type ImportPreview, postedColumns, reportOf, sentenceOf } from "./import-form.ts";
import { importPersons } from "./import-persons.command.ts";
import { useColumnWords } from "./import-persons.view.tsx";
import { ChooseFile, ImportDone, ImportPreviewForm } from "./import-preview.view.tsx";
import { sentSheet } from "./sent-sheet.page.ts";
import type { ImportedLine } from "./sheet-lines.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ actor, slug, today, now }) => {
    const refusal = mayImport(actor);
    if (refusal) return refusal;
    return { slug, today, key: newId<"key">(now) as string };
  });
}

type Answer = ImportAnswer<ImportPreview & { readonly from: Day }>;

/** Reads the file, reads it again with other choices, or imports: the text of the file travels with the form. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const intent = text("intent") || "read";
  const file = form.get("file");
  const read = intent === "read" ? await sentSheet(args, file) : { text: text("sheet") };
  if ("problem" in read) return data<Answer>({ problem: read.problem }, { status: 422 });
  const sheet = readSheet(read.text);
  if (typeof sheet === "string") return data<Answer>({ problem: sheet }, { status: 422 });
  const { app, today } = await readTenant(args, async (reader) => mayImport(reader.actor) ?? reader);
  const language = args.context.get(languageContext);
  const columns = intent === "read" ? guessColumns(sheet.headings) : postedColumns(form, sheet, isImportColumn);
  const key = IMPORT_KEYS.find((one) => one === text("key")) ?? "email";
  const from = parseDayInput(text("from"), today) ?? today;
  const fileName = (file instanceof File ? file.name : text("fileName")).slice(0, 200);
  const input = { rows: sheet.rows, columns, key, from, fileName };
  const cells = new Map(readLines(sheet.rows, columns, today).map((line) => [line.line, line.cells]));
  const nameOf = (line: number) => {
    const { firstName = "", lastName = "", email = "" } = cells.get(line) ?? {};
    return `${firstName} ${lastName}`.trim() || email;
  };
  const say = (fault: ImportedLine["faults"][number]) => sentenceOf(app, language, fault);
  const report = (lines: readonly ImportedLine[]) =>
    reportOf(lines, sheet, nameOf, say, { fr, en }[language].reasonHeading);

  let refusal: string | null = null;
  if (intent === "import") {
    const sent = { ...input, allOrNothing: text("choice") !== "valid" };
    const result = await runCommand(args, importPersons, sent, { idempotencyKey: `import:${text("cle")}` });
    if (result.ok) return data<Answer>({ done: report(result.output.lines), importId: result.output.importId });
    refusal = result.problem.sentence;
  }
  const tried = await runCommand(args, importPersons, { ...input, allOrNothing: false }, { dryRun: true });
  const choices = { sheet: read.text, fileName, headings: sheet.headings, columns, key, from };
  if (!tried.ok) {
    const preview = { ...choices, ...report([]) };
    return data<Answer>({ preview, refusal: tried.problem.sentence }, { status: 422 });
  }
  const preview = { ...choices, ...report(tried.output.lines) };
  return data<Answer>({ preview, refusal }, { status: refusal === null ? 200 : 409 });
}

export default function ImportPersonsPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const wordOf = useColumnWords();
  const { slug, today, key } = loaderData;
  const answer: Answer | undefined = actionData;
  const here = `/${slug}/personnes/importer`;
  return (
    <Page
      title={words.title}
      description={words.lead}
      crumbs={[{ to: `/${slug}/personnes`, label: words.crumb }]}
      actions={<ButtonLink to={`/${slug}/personnes/imports`}>{words.imports}</ButtonLink>}
    >
      {answer === undefined ? <ChooseFile problem={null} /> : null}
      {answer && "problem" in answer ? <ChooseFile problem={answer.problem} /> : null}
      {answer && "done" in answer ? (
        <ImportDone
          report={answer.done}
          wordOf={wordOf}
          undo={`/${slug}/personnes/imports/${answer.importId}`}
          next={{ to: `/${slug}/personnes`, label: words.seePersons }}
        />
      ) : null}
      {answer && "preview" in answer ? (
        <ImportPreviewForm
          here={here}
          idempotencyKey={key}
          preview={answer.preview}
          refusal={answer.refusal}
          columns={IMPORT_COLUMNS.map((value) => ({ value, label: wordOf(value) }))}
          keys={{
            label: words.key,
            help: words.keyHelp,
            options: IMPORT_KEYS.map((value) => ({ value, label: words.keys[value] })),
          }}
        >
          <DayInput
            name="from"
            label={words.from}
            help={words.fromHelp}
            today={today}
            defaultValue={answer.preview.from}
          />
        </ImportPreviewForm>
      ) : null}
    </Page>
  );
}
