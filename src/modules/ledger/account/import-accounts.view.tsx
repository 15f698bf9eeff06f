import { FileUp } from "lucide-react";
import { Form } from "react-router";
import { fill } from "#kernel/language.ts";
import type { UploadProblem } from "#platform/http/uploaded-text.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { en as nounEn } from "./account.en.ts";
import { fr as nounFr } from "./account.fr.ts";
import type { Account } from "./account.ts";
import { en } from "./chart-screen.en.ts";
import { fr } from "./chart-screen.fr.ts";

type PreviewLine = {
  readonly line: number;
  readonly account: Account;
  readonly before: Account | null;
  readonly unchanged: boolean;
  readonly sentence: string | null;
};

type Preview = {
  readonly text: string;
  readonly counts: { readonly added: number; readonly changed: number; readonly same: number; readonly wrong: number };
  readonly total: number;
  readonly lines: readonly PreviewLine[];
};

type Answer = {
  readonly problem: UploadProblem | null;
  /** The sentence of a refused import. */
  readonly refusal: string | null;
  readonly preview: Preview | null;
};

/** First the file, then what it would do line by line, then the import. */
export function ImportAccountsView({
  slug,
  importKey,
  answer,
}: {
  readonly slug: string;
  readonly importKey: string;
  readonly answer: Answer | null;
}) {
  const { choose } = useLanguage();
  const { import: words, title } = choose({ fr, en });
  const wrong = answer?.problem ? words.problems[answer.problem] : (answer?.refusal ?? null);
  return (
    <Page
      title={words.title}
      description={words.description}
      crumbs={[{ label: title, to: `/${slug}/compta/plan-comptable` }]}
    >
      {wrong === null ? null : (
        <Notice tone="erreur" alert>
          {wrong}
        </Notice>
      )}
      {answer?.preview ? (
        <Previewed slug={slug} importKey={importKey} preview={answer.preview} />
      ) : (
        <Card className="max-w-2xl">
          <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
            <FileInput name="file" label={words.file} help={words.fileHelp} accept=".csv,.txt,text/csv,text/plain" />
            <div>
              <SubmitButton name="intent" value="read" icon={FileUp}>
                {words.read}
              </SubmitButton>
            </div>
          </Form>
        </Card>
      )}
    </Page>
  );
}

function Previewed({ slug, importKey, preview }: { slug: string; importKey: string; preview: Preview }) {
  const { choose } = useLanguage();
  const { import: words, number, label } = choose({ fr, en });
  const { counts } = preview;
  const summary = fill(
    words.summary,
    Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, String(value)])),
  );
  const again = (
    <TextLink to={`/${slug}/compta/plan-comptable/import`} reloadDocument>
      {words.back}
    </TextLink>
  );
  return (
    <>
      <Card title={words.preview} description={summary} padded={false}>
        <Table
          bare
          density="compact"
          caption={words.preview}
          rows={preview.lines}
          rowKey={(row) => String(row.line)}
          columns={[
            { key: "line", header: words.line, align: "end", cell: (row) => row.line },
            { key: "number", header: number, rowHeader: true, cell: (row) => row.account.number || "—" },
            { key: "label", header: label, cell: (row) => row.account.label || "—" },
            { key: "result", header: words.result, cell: (row) => <Result row={row} /> },
          ]}
        />
        {preview.lines.length < preview.total ? (
          <p className="p-4 text-aide text-texte2">{fill(words.onlyFirst, { count: String(preview.lines.length) })}</p>
        ) : null}
      </Card>
      {counts.wrong > 0 ? (
        <Notice tone="attention" actions={again}>
          {words.mend}
        </Notice>
      ) : counts.added + counts.changed === 0 ? (
        <Notice actions={again}>{words.nothing}</Notice>
      ) : (
        <Form method="post" className="flex flex-wrap items-center gap-4">
          <input type="hidden" name="cle" value={importKey} />
          <input type="hidden" name="csv" value={preview.text} />
          <SubmitButton name="intent" value="import" icon={FileUp}>
            {words.doImport}
          </SubmitButton>
          {again}
        </Form>
      )}
    </>
  );
}

function Result({ row }: { readonly row: PreviewLine }) {
  const { choose } = useLanguage();
  const { import: words } = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  const { account, before } = row;
  if (row.sentence !== null) return <span className="text-erreur">{row.sentence}</span>;
  if (before === null) return <Badge tone="ok">{words.added}</Badge>;
  if (row.unchanged) return <span className="text-texte2">{words.same}</span>;
  const states = { before: noun.states[before.status], after: noun.states[account.status] };
  return (
    <ul>
      {before.label === account.label ? null : (
        <li>{fill(words.renamed, { before: before.label, after: account.label })}</li>
      )}
      {before.status === account.status ? null : <li>{fill(words.restated, states)}</li>}
    </ul>
  );
}
