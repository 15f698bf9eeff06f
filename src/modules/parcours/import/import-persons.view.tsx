import { Download, FileUp } from "lucide-react";
import { Form } from "react-router";
import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { buttonClass, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { SubmitButton } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { Select } from "#ui/text-input.tsx";
import type { Tone } from "#ui/tone.ts";
import { en as dimensionEn } from "../dimension/dimension.en.ts";
import { fr as dimensionFr } from "../dimension/dimension.fr.ts";
import { isDimension } from "../dimension/dimension.ts";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import { IMPORT_COLUMNS, IMPORT_KEYS, type ImportColumn } from "./import.ts";
import type { SheetProblem } from "./import-file.ts";
import type { ImportPreview, ImportReport } from "./import-persons.page.tsx";

type Line = ImportReport["lines"][number];
const TONES = { added: "ok", updated: "info", unchanged: "neutre", refused: "erreur" } as const satisfies Record<
  Line["outcome"],
  Tone
>;

export function ChooseFile({ problem }: { readonly problem: SheetProblem | null }) {
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

/** What a column may fill, in words. */
function useColumnWords(): (column: ImportColumn) => string {
  const { choose } = useLanguage();
  const { own } = choose({ fr, en });
  const { labels } = choose({ fr: dimensionFr, en: dimensionEn });
  return (column) => (isDimension(column) ? labels[column] : own[column]);
}

type PreviewProps = {
  readonly slug: string;
  readonly today: Day;
  readonly idempotencyKey: string;
  readonly preview: ImportPreview;
  readonly refusal: string | null;
};

/** What was understood of the sheet, what the import would do line by line, then the import. */
export function ImportPreviewForm({ slug, today, idempotencyKey, preview, refusal }: PreviewProps) {
  const words = useLanguage().choose({ fr, en });
  const wordOf = useColumnWords();
  const options = IMPORT_COLUMNS.map((value) => ({ value, label: wordOf(value) }));
  return (
    <Form method="post" className="flex flex-col gap-4">
      {refusal === null ? null : (
        <Notice tone="erreur" alert>
          {refusal}
        </Notice>
      )}
      <input type="hidden" name="cle" value={idempotencyKey} />
      <input type="hidden" name="sheet" value={preview.sheet} />
      <Card title={words.columns} description={words.columnsHelp}>
        <div className="flex flex-col gap-4">
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {[...preview.headings.entries()].map(([index, heading]) => (
              <Select
                key={index}
                name={`columns.${index}`}
                label={fill(words.column, { name: heading.trim() === "" ? String(index + 1) : heading })}
                defaultValue={preview.columns[index] ?? ""}
                options={[{ value: "", label: words.ignored }, ...options]}
              />
            ))}
          </div>
          <RadioGroup
            name="key"
            label={words.key}
            defaultValue={preview.key}
            options={IMPORT_KEYS.map((value) => ({ value, label: words.keys[value] }))}
          />
          <p className="text-aide text-texte2">{words.keyHelp}</p>
          <DayInput name="from" label={words.from} help={words.fromHelp} today={today} defaultValue={preview.from} />
          <SubmitButton name="intent" value="check" variant="secondary" className="w-fit">
            {words.check}
          </SubmitButton>
        </div>
      </Card>
      <Report report={preview} />
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
            <TextLink to={`/${slug}/personnes/importer`} reloadDocument>
              {words.back}
            </TextLink>
          </div>
        </div>
      </Card>
    </Form>
  );
}

export function ImportDone({ slug, report }: { readonly slug: string; readonly report: ImportReport }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <Notice tone="ok">{words.done}</Notice>
      <Report report={report} />
      <TextLink to={`/${slug}/personnes`}>{words.seePersons}</TextLink>
    </>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
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
          { key: "result", header: words.result, cell: (row) => <LineResult line={row} /> },
        ]}
      />
      {report.lines.length < report.total ? (
        <p className="p-4 text-aide text-texte2">{fill(words.onlyFirst, { count: String(report.lines.length) })}</p>
      ) : null}
    </Card>
  );
}

function LineResult({ line: { outcome, reasons } }: { readonly line: Line }) {
  const words = useLanguage().choose({ fr, en });
  const wordOf = useColumnWords();
  if (reasons.length === 0) return <Badge tone={TONES[outcome]}>{words.outcomes[outcome]}</Badge>;
  const named = (field: string) => IMPORT_COLUMNS.find((column) => column === field);
  return (
    <ul className="text-erreur">
      {reasons.map(({ field, sentence }) => {
        const column = named(field);
        return (
          <li key={`${field} ${sentence}`}>{column === undefined ? sentence : `${wordOf(column)} : ${sentence}`}</li>
        );
      })}
    </ul>
  );
}
