import { Download, FileUp } from "lucide-react";
import { Form } from "react-router";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, buttonClass, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { Select } from "#ui/text-input.tsx";
import type { Tone } from "#ui/tone.ts";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import type { SheetProblem } from "./import-file.ts";
import type { ImportAnswer, ImportPreview, ImportReport } from "./import-form.ts";

type Line = ImportReport["lines"][number];
const TONES = { added: "ok", updated: "info", unchanged: "neutre", refused: "erreur" } as const satisfies Record<
  Line["outcome"],
  Tone
>;

type Place = { readonly to: string; readonly label: string };
type SheetProps<Preview extends ImportPreview> = Pick<PreviewProps, "idempotencyKey" | "columns" | "keys"> & {
  readonly title: string;
  readonly lead: string;
  /** Its pages are {base}/importer and {base}/imports. */
  readonly base: string;
  readonly crumb: Place;
  readonly answer: ImportAnswer<Preview> | undefined;
  /** Where what was imported is seen. */
  readonly next: Place;
  /** What else is asked before the lines are read again. */
  readonly asked: (preview: Preview) => React.ReactNode;
};

/** The page of an import, whatever its sheet is of: the file, what was understood of it, what was done. */
export function ImportSheet<Preview extends ImportPreview>({
  title,
  lead,
  base,
  crumb,
  answer,
  next,
  asked,
  ...form
}: SheetProps<Preview>) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={title}
      description={lead}
      crumbs={[crumb]}
      actions={<ButtonLink to={`${base}/imports`}>{words.imports}</ButtonLink>}
    >
      {answer === undefined || "problem" in answer ? <ChooseFile problem={answer?.problem ?? null} /> : null}
      {answer && "done" in answer ? (
        <ImportDone
          report={answer.done}
          columns={form.columns}
          undo={`${base}/imports/${answer.importId}`}
          next={next}
        />
      ) : null}
      {answer && "preview" in answer ? (
        <ImportPreviewForm {...form} here={`${base}/importer`} preview={answer.preview} refusal={answer.refusal}>
          {asked(answer.preview)}
        </ImportPreviewForm>
      ) : null}
    </Page>
  );
}

function ChooseFile({ problem }: { readonly problem: SheetProblem | null }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card className="max-w-2xl">
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
        <FileInput
          name="file"
          label={words.file}
          help={words.fileHelp}
          error={problem === null ? undefined : words.problems[problem]}
          accept=".csv,.txt,.xlsx,text/csv"
        />
        <SubmitButton name="intent" value="read" icon={FileUp} className="w-fit">
          {words.read}
        </SubmitButton>
      </Form>
    </Card>
  );
}

type PreviewProps = {
  readonly here: string;
  readonly idempotencyKey: string;
  readonly preview: ImportPreview;
  readonly refusal: string | null;
  readonly columns: readonly { readonly value: string; readonly label: string }[];
  readonly keys: {
    readonly label: string;
    readonly help: string;
    readonly options: { readonly value: string; readonly label: string }[];
  };
  readonly children: React.ReactNode;
};

/** What was understood of the sheet, what the import would do line by line, then the import. */
function ImportPreviewForm({ here, idempotencyKey, preview, refusal, columns, keys, children }: PreviewProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Form method="post" className="flex flex-col gap-4">
      {refusal === null ? null : (
        <Notice tone="erreur" alert>
          {refusal}
        </Notice>
      )}
      <input type="hidden" name="cle" value={idempotencyKey} />
      <input type="hidden" name="sheet" value={preview.sheet} />
      <input type="hidden" name="fileName" value={preview.fileName} />
      <Card title={words.columns} description={words.columnsHelp}>
        <div className="flex flex-col gap-4">
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {[...preview.headings.entries()].map(([index, heading]) => (
              <Select
                key={index}
                name={`columns.${index}`}
                label={fill(words.column, { name: heading.trim() === "" ? String(index + 1) : heading })}
                defaultValue={preview.columns[index] ?? ""}
                options={[{ value: "", label: words.ignored }, ...columns]}
              />
            ))}
          </div>
          <RadioGroup name="key" label={keys.label} defaultValue={preview.key} options={keys.options} />
          <p className="text-aide text-texte2">{keys.help}</p>
          {children}
          <SubmitButton name="intent" value="check" variant="secondary" className="w-fit">
            {words.check}
          </SubmitButton>
        </div>
      </Card>
      <Report report={preview} columns={columns} />
      <Card>
        <div className="flex flex-col gap-4">
          {preview.counts.refused > 0 ? (
            <RadioGroup
              name="choice"
              label={words.choice}
              defaultValue="all"
              options={[
                { value: "all", label: words.choices.all },
                { value: "valid", label: words.choices.valid },
              ]}
            />
          ) : null}
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton name="intent" value="import" icon={FileUp}>
              {words.doImport}
            </SubmitButton>
            <TextLink to={here} reloadDocument>
              {words.back}
            </TextLink>
          </div>
        </div>
      </Card>
    </Form>
  );
}

type Told = { readonly report: ImportReport } & Pick<PreviewProps, "columns">;
type DoneProps = Told & {
  /** Where it can be taken back. */
  readonly undo: string;
  readonly next: Place;
};

function ImportDone({ report, columns, undo, next }: DoneProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <Notice tone="ok">{words.done}</Notice>
      <Report report={report} columns={columns} />
      <div className="flex flex-wrap gap-4">
        <TextLink to={next.to}>{next.label}</TextLink>
        <TextLink to={undo}>{words.seeUndo}</TextLink>
      </div>
    </>
  );
}

function Report({ report, columns }: Told) {
  const words = useLanguage().choose({ fr, en });
  const counts = Object.fromEntries(Object.entries(report.counts).map(([name, count]) => [name, String(count)]));
  return (
    <Card title={words.preview} description={fill(words.summary, counts)} padded={false}>
      {report.refusedFile === null ? null : (
        <div className="flex flex-col gap-2 p-4">
          <a
            className={`${buttonClass("secondary")} w-fit`}
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(report.refusedFile)}`}
            download="a-corriger.csv"
          >
            <Download aria-hidden className="size-4" />
            {words.refusedFile}
          </a>
          <p className="text-aide text-texte2">{words.refusedHelp}</p>
        </div>
      )}
      <Table
        bare
        caption={words.preview}
        rows={report.lines}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: "line", header: words.line, cell: (row) => row.line, align: "end" },
          { key: "name", header: words.name, rowHeader: true, cell: (row) => row.name || "—" },
          { key: "result", header: words.result, cell: (row) => <LineResult line={row} columns={columns} /> },
        ]}
      />
      {report.lines.length < report.total ? (
        <p className="p-4 text-aide text-texte2">{fill(words.onlyFirst, { count: String(report.lines.length) })}</p>
      ) : null}
    </Card>
  );
}

function LineResult({ line: { outcome, reasons }, columns }: { readonly line: Line } & Pick<Told, "columns">) {
  const words = useLanguage().choose({ fr, en });
  if (reasons.length === 0) return <Badge tone={TONES[outcome]}>{words.outcomes[outcome]}</Badge>;
  return (
    <ul className="text-erreur">
      {reasons.map(({ field, sentence }) => {
        const column = columns.find(({ value }) => value === field);
        return (
          <li key={`${field} ${sentence}`}>{column === undefined ? sentence : `${column.label}\u00a0: ${sentence}`}</li>
        );
      })}
    </ul>
  );
}
