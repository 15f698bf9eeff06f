import { Copy, FileText, Undo2 } from "lucide-react";
import { data, redirect } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { sum } from "#kernel/money.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant, runCommand, todayOf } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { flash } from "#ui/flash.ts";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { parseDayInput } from "#ui/parse.ts";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { listAccounts } from "../account/account.store.ts";
import { addDocument } from "../entry/add-document.command.ts";
import type { fr as entryFr } from "../entry/entry.fr.ts";
import { findEntry } from "../entry/entry.store.ts";
import { en as documentEn } from "../entry/entry-document.en.ts";
import { fr as documentFr } from "../entry/entry-document.fr.ts";
import { documentsOf } from "../entry/entry-document.store.ts";
import { readsDocuments } from "../entry/entry-document.ts";
import { holdDocuments } from "../entry/hold-documents.page.ts";
import { reverseManualEntry } from "../entry/reverse-entry.command.ts";
import { mayKeepBooks, readScope } from "../ledger.policy.ts";
import type { Route } from "./+types/entry.page";
import { EntryDocuments } from "./entry-documents.view.tsx";
import { en } from "./reading.en.ts";
import { fr } from "./reading.fr.ts";
import { readableActivities } from "./scope.ts";

/** One entry with its lines and what it comes from. An entrepreneur reads the lines of their own activities. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, today, timeZone, now }) => {
    const id = parseId<"entry">(args.params.entryId);
    const entry = id === null ? null : await findEntry(tx, organizationId, id);
    const missing = refuse<keyof typeof entryFr.refusals>("missing", "entry.missing");
    if (entry === null) return missing;
    const visible = readableActivities(actor);
    const everything = readScope(actor) === "all";
    const lines = entry.lines.filter((line) =>
      line.activityId === null ? everything : visible === "all" || visible.has(line.activityId),
    );
    if (lines.length === 0) return missing;
    const names = new Map((await app.activityNames(tx, organizationId, visible)).map((item) => [item.id, item.name]));
    const labels = new Map((await listAccounts(tx, organizationId)).map((account) => [account.number, account.label]));
    const byHand = entry.source.kind === "ledger.manual" || entry.source.kind === "ledger.reversal";
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      mayReverse: byHand && entry.reversedBy === null && mayKeepBooks(actor, "reverseEntry"),
      entry: {
        id: entry.id as string,
        number: String(entry.number),
        date: entry.date,
        postedOn: entry.postedOn,
        journalCode: entry.journalCode,
        label: entry.label,
        pieceRef: entry.pieceRef,
        reversedBy: entry.reversedBy && { id: entry.reversedBy.id as string, number: String(entry.reversedBy.number) },
      },
      lines: lines.map((line, index) => ({
        ...line,
        index,
        accountLabel: labels.get(line.account) ?? "",
        activityName: line.activityId === null ? null : (names.get(line.activityId) ?? ""),
      })),
      documents: readsDocuments(readScope(actor), entry.lines)
        ? (await documentsOf(tx, organizationId, entry.id)).map(({ id, name, mediaType, at }) => ({
            id: id as string,
            name,
            picture: mediaType !== "application/pdf",
            on: dayIn(at, timeZone),
          }))
        : [],
      mayAdd: mayKeepBooks(actor, "attachDocument"),
      documentKey: newId<"key">(now) as string,
      source: app.sourceHref(slug, entry.source.kind, entry.source.id),
    };
  });
}

/** Reverses the entry, the only correction that the books know; or adds a document to it. */
export async function action(args: Route.ActionArgs) {
  const posted = await args.request.formData();
  if (posted.get("intention") === "document") return attach(args, posted);
  const text = (name: string) => String(posted.get(name) ?? "");
  const date = parseDayInput(text("date"), await todayOf(args)) ?? text("date");
  const input = { entryId: args.params.entryId, date, label: text("label") };
  const options = { idempotencyKey: text("cle") === "" ? undefined : `reverse:${text("cle")}` };
  const result = await runCommand(args, reverseManualEntry, input, options);
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(posted) }, { status: result.status });
  const { entryId, number } = result.output;
  return redirect(`/${args.params.cooperative}/compta/ecritures/${entryId}`, {
    headers: flash({ fr: fill(fr.reverseDone, { number }), en: fill(en.reverseDone, { number }) }),
  });
}

async function attach(args: Route.ActionArgs, posted: FormData) {
  const typed = typedValues(posted);
  const { held, problem, status } = await holdDocuments(args, posted);
  if (problem !== null) return data({ problem, typed, held }, { status });
  const input = { entryId: args.params.entryId, documents: held.map(({ id }) => id) };
  const key = String(posted.get("cle") ?? "");
  const options = { idempotencyKey: key === "" ? undefined : `document:${key}` };
  const result = await runCommand(args, addDocument, input, options);
  if (!result.ok) {
    const { documents, ...fields } = result.problem.fields;
    const told = { ...result.problem, fields: { ...fields, ...(documents && { files: documents }) } };
    return data({ problem: told, typed, held: fields.files === undefined ? held : [] }, { status: result.status });
  }
  return redirect(`/${args.params.cooperative}/compta/ecritures/${result.output.entryId}`, {
    headers: flash({ fr: documentFr.added, en: documentEn.added }),
  });
}

export default function EntryPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, entry, lines, source } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page
      title={fill(words.entry, { number: entry.number })}
      description={`${entry.label} · ${entry.pieceRef} · ${fill(words.dated, { date: day(entry.date) })} · ${fill(words.validated, { date: day(entry.postedOn) })}`}
      crumbs={[{ label: words.journal, to: `/${slug}/compta/journaux?journal=${entry.journalCode}` }]}
      actions={
        <>
          {source ? (
            <ButtonLink icon={FileText} to={source}>
              {words.source}
            </ButtonLink>
          ) : null}
          {loaderData.mayAdd ? (
            <ButtonLink icon={Copy} to={`/${slug}/compta/saisie?modele=${entry.id}`}>
              {words.duplicate}
            </ButtonLink>
          ) : null}
          {loaderData.mayReverse ? (
            <Confirm trigger={words.reverse} title={fill(words.reverseTitle, { number: entry.number })} icon={Undo2}>
              <p>{words.reverseHelp}</p>
              <SubmitForm idempotencyKey={loaderData.key} answer={actionData} className="flex flex-col gap-3">
                <DayInput
                  name="date"
                  label={words.reverseDate}
                  today={loaderData.today}
                  defaultValue={loaderData.today}
                />
                <TextInput name="label" label={words.reverseLabel} optional />
                <SubmitButton>{words.reverse}</SubmitButton>
              </SubmitForm>
            </Confirm>
          ) : null}
        </>
      }
    >
      {actionData && actionData.typed.intention !== "document" ? (
        <Notice tone="erreur" alert title={actionData.problem.sentence} />
      ) : null}
      {entry.reversedBy ? (
        <p>
          <TextLink to={`/${slug}/compta/ecritures/${entry.reversedBy.id}`}>
            {fill(words.reversed, { number: entry.reversedBy.number })}
          </TextLink>
        </p>
      ) : null}
      <Table
        density="compact"
        caption={entry.label}
        rows={lines}
        rowKey={(row) => String(row.index)}
        columns={[
          {
            key: "account",
            header: words.account,
            rowHeader: true,
            cell: (row) => (
              <TextLink to={`/${slug}/compta/grand-livre?compte=${row.account}&activite=${row.activityId ?? ""}`}>
                {row.account} {row.accountLabel}
              </TextLink>
            ),
          },
          { key: "activity", header: words.activity, cell: (row) => row.activityName ?? words.sharedServices },
          { key: "label", header: words.label, cell: (row) => row.auxiliary?.label ?? row.label },
          {
            key: "debit",
            header: words.debit,
            align: "end",
            cell: (row) => (row.debit === 0n ? "" : <Money amount={row.debit} />),
          },
          {
            key: "credit",
            header: words.credit,
            align: "end",
            cell: (row) => (row.credit === 0n ? "" : <Money amount={row.credit} />),
          },
        ]}
        footerLabel={words.total}
        footer={{
          debit: <Money amount={sum(lines.map((line) => line.debit))} />,
          credit: <Money amount={sum(lines.map((line) => line.credit))} />,
        }}
      />
      <p className="text-aide text-texte2">{words.balanced}</p>
      {loaderData.mayAdd || loaderData.documents.length > 0 ? (
        <EntryDocuments
          slug={slug}
          documents={loaderData.documents}
          mayAdd={loaderData.mayAdd}
          formKey={loaderData.documentKey}
          answer={actionData}
        />
      ) : null}
    </Page>
  );
}
