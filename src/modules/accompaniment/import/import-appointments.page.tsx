import { data } from "react-router";
import { refuse } from "#kernel/refusal.ts";
import {
  type ImportAnswer,
  type ImportPreview,
  postedColumns,
  readSheet,
  reportOf,
  sentenceOf,
  sentSheet,
} from "#modules/parcours/index.server.ts";
import {
  type Choice,
  ChooseFile,
  ImportDone,
  type ImportedLine,
  ImportPreviewForm,
  importEnglish,
  importFrench,
} from "#modules/parcours/index.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Select } from "#ui/text-input.tsx";
import { en as appointmentEn } from "../appointment/appointment.en.ts";
import { fr as appointmentFr } from "../appointment/appointment.fr.ts";
import { accompanies } from "../appointment/appointment.policy.ts";
import { NATURES, type Nature } from "../appointment/appointment.ts";
import type { Route } from "./+types/import-appointments.page";
import {
  APPOINTMENT_COLUMNS,
  APPOINTMENT_KEYS,
  type AppointmentColumn,
  guessAppointmentColumns,
  isAppointmentColumn,
  readAppointmentLines,
} from "./appointment-sheet.ts";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import { importAppointments } from "./import-appointments.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ actor, slug, now }) => {
    if (!accompanies(actor)) return refuse("forbidden", "appointmentImport.notAllowed");
    return { slug, key: newId<"key">(now) as string };
  });
}

type Answer = ImportAnswer<ImportPreview & { readonly nature: Nature; readonly tell: boolean }>;

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
  const { app, today } = await readTenant(args, async (reader) =>
    accompanies(reader.actor) ? reader : refuse("forbidden", "appointmentImport.notAllowed"),
  );
  const language = args.context.get(languageContext);
  const columns: Choice<AppointmentColumn> =
    intent === "read" ? guessAppointmentColumns(sheet.headings) : postedColumns(form, sheet, isAppointmentColumn);
  const key = APPOINTMENT_KEYS.find((one) => one === text("key")) ?? "moment";
  const nature = NATURES.find((one) => one === text("nature")) ?? "other";
  const tell = text("tell") === "oui";
  const fileName = (file instanceof File ? file.name : text("fileName")).slice(0, 200);
  const input = { rows: sheet.rows, columns, key, nature, tell, fileName };
  const cells = new Map(readAppointmentLines(sheet.rows, columns, today).map((line) => [line.line, line.cells]));
  const nameOf = (line: number) => {
    const { firstName = "", lastName = "", email = "" } = cells.get(line) ?? {};
    return `${firstName} ${lastName}`.trim() || email;
  };
  const say = (fault: ImportedLine["faults"][number]) => sentenceOf(app, language, fault);
  const report = (lines: readonly ImportedLine[]) =>
    reportOf(lines, sheet, nameOf, say, { fr: importFrench, en: importEnglish }[language].reasonHeading);

  let refusal: string | null = null;
  if (intent === "import") {
    const sent = { ...input, allOrNothing: text("choice") !== "valid" };
    const result = await runCommand(args, importAppointments, sent, { idempotencyKey: `import:${text("cle")}` });
    if (result.ok) return data<Answer>({ done: report(result.output.lines), importId: result.output.importId });
    refusal = result.problem.sentence;
  }
  const tried = await runCommand(args, importAppointments, { ...input, allOrNothing: false }, { dryRun: true });
  const choices = { sheet: read.text, fileName, headings: sheet.headings, columns, key, nature, tell };
  if (!tried.ok) {
    const preview = { ...choices, ...report([]) };
    return data<Answer>({ preview, refusal: tried.problem.sentence }, { status: 422 });
  }
  const preview = { ...choices, ...report(tried.output.lines) };
  return data<Answer>({ preview, refusal }, { status: refusal === null ? 200 : 409 });
}

export default function ImportAppointmentsPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const appointmentWords = useLanguage().choose({ fr: appointmentFr, en: appointmentEn });
  const wordOf = (column: string) => (isAppointmentColumn(column) ? words.columns[column] : "");
  const { slug, key } = loaderData;
  const answer: Answer | undefined = actionData;
  const here = `/${slug}/rendez-vous/importer`;
  return (
    <Page
      title={words.title}
      description={words.lead}
      crumbs={[{ to: `/${slug}/agenda`, label: words.crumb }]}
      actions={<ButtonLink to={`/${slug}/rendez-vous/imports`}>{words.imports}</ButtonLink>}
    >
      {answer === undefined ? <ChooseFile problem={null} /> : null}
      {answer && "problem" in answer ? <ChooseFile problem={answer.problem} /> : null}
      {answer && "done" in answer ? (
        <ImportDone
          report={answer.done}
          wordOf={wordOf}
          undo={`/${slug}/rendez-vous/imports/${answer.importId}`}
          next={{ to: `/${slug}/agenda`, label: words.seeAgenda }}
        />
      ) : null}
      {answer && "preview" in answer ? (
        <ImportPreviewForm
          here={here}
          idempotencyKey={key}
          preview={answer.preview}
          refusal={answer.refusal}
          columns={APPOINTMENT_COLUMNS.map((value) => ({ value, label: wordOf(value) }))}
          keys={{
            label: words.key,
            help: words.keyHelp,
            options: APPOINTMENT_KEYS.map((value) => ({ value, label: words.keys[value] })),
          }}
        >
          <Select
            name="nature"
            label={words.nature}
            defaultValue={answer.preview.nature}
            options={NATURES.map((value) => ({ value, label: appointmentWords.natures[value] }))}
          />
          <Checkbox name="tell" label={words.tell} defaultChecked={answer.preview.tell} />
        </ImportPreviewForm>
      ) : null}
    </Page>
  );
}
