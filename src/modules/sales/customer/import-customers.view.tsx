import { FileUp } from "lucide-react";
import { Form } from "react-router";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox, RadioGroup } from "#ui/checkbox.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { Select } from "#ui/text-input.tsx";
import { en as nounEn } from "./customer.en.ts";
import { fr as nounFr } from "./customer.fr.ts";
import { CUSTOMER_FIELDS } from "./customer.ts";
import type { FileProblem } from "./customer-file.ts";
import type { ColumnChoice } from "./customer-import.ts";
import { en as screenEn } from "./customer-screen.en.ts";
import { fr as screenFr } from "./customer-screen.fr.ts";
import { en } from "./import-customers.en.ts";
import { fr } from "./import-customers.fr.ts";

export type PreviewLine = {
  readonly line: number;
  readonly name: string;
  readonly known: boolean;
  readonly sentences: readonly string[];
};

export type ImportPreview = {
  readonly csv: string;
  readonly headings: readonly string[];
  readonly columns: ColumnChoice;
  readonly persons: boolean;
  readonly activityId: string;
  readonly total: number;
  readonly wrong: number;
  readonly known: number;
  readonly lines: readonly PreviewLine[];
};

export type ImportAnswer = {
  readonly problem: FileProblem | "missing" | null;
  /** The sentence of a refused import. */
  readonly refusal: string | null;
  readonly preview: ImportPreview | null;
};

export type ShownImport = {
  readonly slug: string;
  readonly key: string;
  readonly activities: readonly { readonly id: string; readonly name: string }[];
  readonly activityId: string;
};

/** First the file, then what was understood of it, line by line, then the import. */
export function ImportCustomersView({
  shown,
  answer,
}: {
  readonly shown: ShownImport;
  readonly answer: ImportAnswer | null;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const screen = choose({ fr: screenFr, en: screenEn });
  return (
    <Page
      title={words.title}
      description={words.description}
      crumbs={[{ label: screen.title, to: `/${shown.slug}/clients` }]}
    >
      {answer?.problem ? (
        <Notice tone="erreur" alert>
          {words.problems[answer.problem]}
        </Notice>
      ) : null}
      {answer?.refusal ? (
        <Notice tone="erreur" alert>
          {answer.refusal}
        </Notice>
      ) : null}
      {answer?.preview ? <Preview shown={shown} preview={answer.preview} /> : <ChooseFile shown={shown} />}
    </Page>
  );
}

function ChooseFile({ shown }: { readonly shown: ShownImport }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card className="max-w-2xl">
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
        {shown.activities.length > 1 ? (
          <Select
            name="activityId"
            label={words.activity}
            defaultValue={shown.activityId}
            options={shown.activities.map((activity) => ({ value: activity.id, label: activity.name }))}
          />
        ) : (
          <input type="hidden" name="activityId" value={shown.activityId} />
        )}
        <FileInput name="file" label={words.file} help={words.fileHelp} accept=".csv,.txt,text/csv,text/plain" />
        <div>
          <SubmitButton name="intent" value="read" icon={FileUp}>
            {words.read}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function Preview({ shown, preview }: { readonly shown: ShownImport; readonly preview: ImportPreview }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const good = preview.total - preview.wrong - preview.known;
  const counts = { good, known: preview.known, wrong: preview.wrong, total: preview.total };
  const summary = fill(
    words.summary,
    Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
  );
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="cle" value={shown.key} />
      <input type="hidden" name="csv" value={preview.csv} />
      <input type="hidden" name="activityId" value={preview.activityId} />
      <Card title={words.columns} description={words.columnsHelp}>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {preview.headings.map((heading, index) => (
            <ColumnSelect
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its rank
              key={index}
              index={index}
              heading={heading}
              field={preview.columns[index] ?? ""}
            />
          ))}
        </div>
        <div className="mt-3 flex flex-col gap-3">
          <Checkbox name="persons" label={words.persons} defaultChecked={preview.persons} />
          <div>
            <SubmitButton name="intent" value="check" variant="secondary">
              {words.check}
            </SubmitButton>
          </div>
        </div>
      </Card>
      <Card title={words.preview} description={summary} padded={false}>
        <Table
          bare
          caption={words.previewTable}
          rows={preview.lines}
          rowKey={(row) => String(row.line)}
          columns={[
            { key: "line", header: words.line, cell: (row) => row.line, align: "end" },
            { key: "name", header: words.name, rowHeader: true, cell: (row) => row.name || "—" },
            { key: "result", header: words.result, cell: (row) => <LineResult line={row} /> },
          ]}
        />
        {preview.lines.length < preview.total ? (
          <p className="p-4 text-aide text-texte2">{fill(words.onlyFirst, { count: String(preview.lines.length) })}</p>
        ) : null}
      </Card>
      <Card>
        <div className="flex flex-col gap-4">
          {preview.wrong > 0 ? (
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
          <Checkbox name="skipKnown" label={words.skipKnown} defaultChecked />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton name="intent" value="import" icon={FileUp}>
              {words.doImport}
            </SubmitButton>
            <TextLink to={`/${shown.slug}/clients/import`} reloadDocument>
              {words.back}
            </TextLink>
          </div>
        </div>
      </Card>
    </Form>
  );
}

function ColumnSelect({ index, heading, field }: { index: number; heading: string; field: string }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  return (
    <Select
      name={`columns.${index}`}
      label={fill(words.column, { name: heading.trim() === "" ? String(index + 1) : heading })}
      defaultValue={field}
      options={[
        { value: "", label: words.ignored },
        ...CUSTOMER_FIELDS.map((value) => ({ value, label: noun.fieldsOf[value] })),
      ]}
    />
  );
}

function LineResult({ line }: { readonly line: PreviewLine }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  if (line.sentences.length > 0) {
    return (
      <ul className="text-erreur">
        {line.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    );
  }
  return line.known ? <Badge tone="attention">{words.known}</Badge> : <Badge tone="ok">{words.good}</Badge>;
}
