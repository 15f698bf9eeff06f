import { Check, ListChecks } from "lucide-react";
import { data, redirect } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { fill, type Language } from "#kernel/language.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { flash } from "#ui/flash.ts";
import { relativeDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListDisplay } from "#ui/list-display.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Column } from "#ui/table.tsx";
import { en as nounEn } from "../invoice/invoice.en.ts";
import { fr as nounFr } from "../invoice/invoice.fr.ts";
import { issueInvoice } from "../invoice/issue-invoice.command.ts";
import { validateQuote } from "../quote/validate-quote.command.ts";
import type { Route } from "./+types/review-queue.page";
import { en } from "./review.en.ts";
import { fr } from "./review.fr.ts";
import { queueOf } from "./waiting.store.ts";
import { reviewHref } from "./waiting.ts";

const FORM = "selection";
/** More than anybody reads in a sitting; each is one transaction of its own. */
const MOST = 200;

/** The support team's queue: oldest first, one key each, or many at once. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now, timeZone }) => {
    const names = new Map(
      (await activitiesOf(tx, organizationId, "all")).map((activity) => [activity.id, activity.name]),
    );
    const rows = (await queueOf(tx, organizationId, actor)).map((row) => ({
      ...row,
      activityName: names.get(row.activityId) ?? "",
      since: dayIn(row.at, timeZone),
    }));
    return { slug, today, rows, key: newId<"key">(now) as string };
  });
}

/** What left, in words: « 3 factures émises, 1 devis validé ». */
function said(words: typeof fr | typeof en, { invoices, quotes }: { invoices: number; quotes: number }): string {
  const one = (count: number, single: string, many: string) =>
    count === 0 ? [] : [fill(count === 1 ? single : many, { count: String(count) })];
  const parts = [...one(invoices, words.done, words.doneMany), ...one(quotes, words.doneQuote, words.doneQuotes)];
  return parts.length === 0 ? words.doneNothing : parts.join(", ");
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const selected = form.getAll("document").map(String).slice(0, MOST);
  if (selected.length === 0) return data({ refused: [], nothing: true }, { status: 422 });
  const done = { invoices: 0, quotes: 0 };
  const refused: { id: string; sentence: string }[] = [];
  for (const chosen of selected) {
    const [kind, id = "", read = ""] = chosen.split(":");
    const version = Number(read) || null;
    const options = { idempotencyKey: `issue:${String(form.get("cle") ?? "")}:${id}` };
    const quote = kind === "quote";
    const result = quote
      ? await runCommand(args, validateQuote, { quoteId: id, version }, options)
      : await runCommand(args, issueInvoice, { invoiceId: id, issueDate: null, version }, options);
    if (!result.ok) refused.push({ id, sentence: result.problem.sentence });
    else if (quote) done.quotes += 1;
    else done.invoices += 1;
  }
  const flashed: Record<Language, string> = { fr: said(fr, done), en: said(en, done) };
  const headers = flash(flashed);
  return refused.length === 0
    ? redirect(`/${args.params.cooperative}/a-relire`, { headers })
    : data({ refused, nothing: false }, { status: 409, headers });
}

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export default function ReviewQueue({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, rows, key } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const kinds = { ...choose({ fr: nounFr, en: nounEn }).kinds, quote: words.quote };
  const first = rows[0];
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: "activity",
      header: words.activity,
      rowHeader: true,
      cell: (row) => <TextLink to={reviewHref(slug, row)}>{row.activityName}</TextLink>,
    },
    { key: "kind", header: words.kind, cell: (row) => kinds[row.kind] },
    { key: "customer", header: words.customer, cell: (row) => row.customerName },
    { key: "subject", header: words.subject, cell: (row) => row.title, wideOnly: true },
    { key: "amount", header: words.amount, align: "end", cell: (row) => <Money amount={row.gross} /> },
    {
      key: "since",
      header: words.since,
      cell: (row) => relativeDay(row.since, today, language),
    },
  ];
  return (
    <Page
      title={words.title}
      badge={
        rows.length > 0 ? <Badge tone="attention">{fill(words.waiting, { count: String(rows.length) })}</Badge> : null
      }
      actions={
        first ? (
          <>
            <ButtonLink icon={ListChecks} to={reviewHref(slug, first)}>
              {words.start}
            </ButtonLink>
            <Confirm trigger={words.issueSelection} title={words.issueTitle} variant="primary" icon={Check}>
              <p className="mb-4">{words.issueHelp}</p>
              <SubmitButton form={FORM}>{words.issueSelection}</SubmitButton>
            </Confirm>
          </>
        ) : null
      }
    >
      {actionData?.nothing ? <Notice tone="attention">{words.nothingSelected}</Notice> : null}
      {actionData && actionData.refused.length > 0 ? (
        <Notice tone="erreur">
          <p>{words.refused}</p>
          <ul className="list-disc pl-5">
            {actionData.refused.map((item) => {
              const row = rows.find(({ id }) => id === item.id);
              return (
                <li key={item.id}>
                  {row ? <TextLink to={reviewHref(slug, row)}>{row.customerName}</TextLink> : item.id}
                  {" : "}
                  {item.sentence}
                </li>
              );
            })}
          </ul>
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      ) : (
        <>
          <ListDisplay caption={words.title} columns={columns} />
          <SubmitForm id={FORM} idempotencyKey={key}>
            <ListTable
              apart
              caption={words.title}
              rows={rows}
              rowKey={(row) => `${row.kind === "quote" ? "quote" : "invoice"}:${row.id}:${row.version}`}
              selection={{
                name: "document",
                form: FORM,
                rowLabel: (row) => `${kinds[row.kind]}, ${row.activityName}, ${row.customerName}`,
              }}
              columns={columns}
            />
          </SubmitForm>
        </>
      )}
    </Page>
  );
}
