import { Undo2 } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { timeText } from "#ui/time-input.ts";
import { en as dimensionEn } from "../dimension/dimension.en.ts";
import { fr as dimensionFr } from "../dimension/dimension.fr.ts";
import { isDimension } from "../dimension/dimension.ts";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import type { ImportShown, ShownImport } from "./shown-imports.store.ts";

type PageProps = {
  readonly crumb: { readonly to: string; readonly label: string };
  /** The pages of this kind of import are {base}/importer and {base}/imports. */
  readonly base: string;
};

/** The imports of a kind. `start`: what one of them is called, to make another. */
export function ImportList({
  title,
  start,
  imports,
  crumb,
  base,
}: PageProps & { readonly title: string; readonly start: string; readonly imports: readonly ShownImport[] }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={title}
      description={words.importsLead}
      crumbs={[crumb]}
      actions={<ButtonLink to={`${base}/importer`}>{start}</ButtonLink>}
    >
      {imports.length === 0 ? <EmptyState title={words.noImport} /> : <ImportTable imports={imports} base={base} />}
    </Page>
  );
}

/** Who, when, how many, undone or not. */
function ImportTable({ imports, base }: { readonly imports: readonly ShownImport[]; readonly base: string }) {
  const { language, choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Table
      caption={words.imports}
      rows={imports}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "on",
          header: words.when,
          rowHeader: true,
          cell: (row) => (
            <TextLink to={`${base}/imports/${row.id}`}>{`${mediumDay(row.on, language)} ${row.at}`}</TextLink>
          ),
        },
        { key: "by", header: words.who, cell: (row) => row.by },
        { key: "file", header: words.file, cell: (row) => row.fileName || "—" },
        { key: "added", header: words.addedHeading, align: "end", cell: (row) => row.added },
        { key: "updated", header: words.updatedHeading, align: "end", cell: (row) => row.updated },
        { key: "refused", header: words.refusedHeading, align: "end", cell: (row) => row.refused },
        {
          key: "state",
          header: words.state,
          cell: (row) =>
            row.undone === null ? (
              <Badge tone="ok">{words.kept}</Badge>
            ) : (
              <Badge tone="neutre">{fill(words.undoneOn, { day: mediumDay(row.undone.on, language) })}</Badge>
            ),
        },
      ]}
    />
  );
}

type UndoProps = PageProps & {
  readonly shown: ImportShown;
  readonly idempotencyKey: string;
  readonly answer: FormAnswer | undefined;
};

/** What undoing an import gives: thing by thing, before the act and after. */
export function UndoImport({ crumb, base, shown, idempotencyKey, answer }: UndoProps) {
  const { language, choose } = useLanguage();
  const words = choose({ fr, en });
  const labels = choose({ fr: dimensionFr, en: dimensionEn }).labels as Readonly<Record<string, string>>;
  const one = shown.import;
  const made = { day: mediumDay(one.on, language), time: timeText(one.at, language), name: one.by };
  const counts = { back: String(shown.back), stay: String(shown.stay) };
  return (
    <Page title={one.fileName || words.oneImport} crumbs={[crumb, { to: `${base}/imports`, label: words.imports }]}>
      <Notice tone="info">
        <p>{fill(words.madeBy, made)}</p>
        {one.undone === null ? null : (
          <p>{fill(words.undoneBy, { day: mediumDay(one.undone.on, language), name: one.undone.by })}</p>
        )}
      </Notice>
      {one.undone === null && !shown.mayUndo ? <p>{words.refusals["import.notYours"]}</p> : null}
      {shown.mayUndo ? (
        <Card title={words.undo}>
          <div className="flex flex-col gap-3">
            <p className="text-aide text-texte2">{words.undoHelp}</p>
            {answer?.problem ? (
              <Notice tone="erreur" alert>
                {answer.problem.sentence}
              </Notice>
            ) : null}
            {shown.back === 0 ? (
              <p>{words.nothingBack}</p>
            ) : (
              <Confirm trigger={words.undo} title={words.undoSure} icon={Undo2} variant="danger">
                <SubmitForm idempotencyKey={idempotencyKey} answer={answer} className="flex flex-col gap-3">
                  <p>{fill(words.undoWould, counts)}</p>
                  <SubmitButton variant="danger">{words.undo}</SubmitButton>
                </SubmitForm>
              </Confirm>
            )}
          </div>
        </Card>
      ) : null}
      {shown.items.length === 0 ? null : (
        <Card
          title={one.undone === null ? words.undoPreview : words.undoResult}
          description={fill(one.undone === null ? words.undoWould : words.undoDid, counts)}
          padded={false}
        >
          <Table
            bare
            caption={one.undone === null ? words.undoPreview : words.undoResult}
            rows={shown.items}
            rowKey={(row) => row.key}
            columns={[
              { key: "line", header: words.line, align: "end", cell: (row) => row.line },
              { key: "name", header: words.name, rowHeader: true, cell: (row) => row.name || "—" },
              {
                key: "what",
                header: words.what,
                cell: (row) =>
                  row.kind === "fact" && isDimension(row.dimension)
                    ? (labels[row.dimension] ?? "")
                    : words.things[row.kind],
              },
              {
                key: "result",
                header: words.result,
                cell: (row) =>
                  row.left === null ? (
                    <Badge tone="ok">{one.undone === null ? words.willGo : words.gone}</Badge>
                  ) : (
                    <span className="text-attention">{row.left}</span>
                  ),
              },
            ]}
          />
          {shown.items.length < shown.back + shown.stay ? (
            <p className="p-4 text-aide text-texte2">{fill(words.onlyFirst, { count: String(shown.items.length) })}</p>
          ) : null}
        </Card>
      )}
    </Page>
  );
}
