import { Check, ListChecks } from "lucide-react";
import { data, redirect } from "react-router";
import { visibleActivities } from "#kernel/actor.ts";
import { dayIn, type Instant } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
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
import { Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { en as nounEn } from "../invoice/invoice.en.ts";
import { fr as nounFr } from "../invoice/invoice.fr.ts";
import { may } from "../invoice/invoice.policy.ts";
import { signed } from "../invoice/invoice.ts";
import { listSubmitted } from "../invoice/invoice-list.store.ts";
import { issueInvoice } from "../invoice/issue-invoice.command.ts";
import { mayQuote } from "../quote/quote.policy.ts";
import { listSubmittedQuotes } from "../quote/quote-list.store.ts";
import { SubmittedQuotes } from "../quote/submitted-quotes.view.tsx";
import type { Route } from "./+types/review-queue.page";
import { en } from "./review.en.ts";
import { fr } from "./review.fr.ts";

const FORM = "selection";
/** More than anybody reads in a sitting; each is one transaction of its own. */
const MOST = 200;

/** The support team's queue: oldest first, one key each, or many at once. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now, timeZone }) => {
    const names = new Map(
      (await activitiesOf(tx, organizationId, "all")).map((activity) => [activity.id, activity.name]),
    );
    const rows = (await listSubmitted(tx, organizationId, visibleActivities(actor)))
      .filter((row) => may(actor, "issue", row) === null)
      .map((row) => ({
        ...row,
        activityName: names.get(row.activityId) ?? "",
        since: dayIn(row.updatedAt as Instant, timeZone),
      }));
    const quotes = (await listSubmittedQuotes(tx, organizationId, visibleActivities(actor), today))
      .filter((row) => mayQuote(actor, "validate", row) === null)
      .map((row) => ({ ...row, activityName: names.get(row.activityId) ?? "" }));
    return { slug, today, rows, quotes, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const selected = form.getAll("facture").map(String).slice(0, MOST);
  const here = `/${args.params.cooperative}/a-relire`;
  if (selected.length === 0) return data({ refused: [], nothing: true }, { status: 422 });
  let issued = 0;
  const refused: { invoiceId: string; sentence: string }[] = [];
  for (const invoiceId of selected) {
    const options = { idempotencyKey: `issue:${String(form.get("cle") ?? "")}:${invoiceId}` };
    const result = await runCommand(args, issueInvoice, { invoiceId, issueDate: null }, options);
    if (result.ok) issued += 1;
    else refused.push({ invoiceId, sentence: result.problem.sentence });
  }
  const count = String(issued);
  const headers = flash({
    fr: fill(issued === 1 ? fr.done : fr.doneMany, { count }),
    en: fill(issued === 1 ? en.done : en.doneMany, { count }),
  });
  return refused.length === 0
    ? redirect(here, { headers })
    : data({ refused, nothing: false }, { status: 409, headers });
}

export default function ReviewQueue({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, rows, quotes, key } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  const first = rows[0];
  return (
    <Page
      title={words.title}
      badge={
        rows.length > 0 ? <Badge tone="attention">{fill(words.waiting, { count: String(rows.length) })}</Badge> : null
      }
      actions={
        first ? (
          <>
            <ButtonLink icon={ListChecks} to={`/${slug}/a-relire/${first.id}`}>
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
            {actionData.refused.map((item) => (
              <li key={item.invoiceId}>
                <TextLink to={`/${slug}/factures/${item.invoiceId}`}>
                  {rows.find((row) => row.id === item.invoiceId)?.customerName ?? item.invoiceId}
                </TextLink>
                {" : "}
                {item.sentence}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        quotes.length === 0 && <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      ) : (
        <SubmitForm id={FORM} idempotencyKey={key}>
          <Table
            density="compact"
            caption={words.title}
            rows={rows}
            rowKey={(row) => row.id}
            selection={{ name: "facture", form: FORM, rowLabel: (row) => `${row.activityName}, ${row.customerName}` }}
            columns={[
              {
                key: "activity",
                header: words.activity,
                rowHeader: true,
                cell: (row) => <TextLink to={`/${slug}/a-relire/${row.id}`}>{row.activityName}</TextLink>,
              },
              { key: "kind", header: words.kind, cell: (row) => noun.kinds[row.kind], wideOnly: true },
              { key: "customer", header: words.customer, cell: (row) => row.customerName },
              { key: "subject", header: words.subject, cell: (row) => row.title, wideOnly: true },
              {
                key: "amount",
                header: words.amount,
                align: "end",
                cell: (row) => <Money amount={signed(row.kind, row.gross)} />,
              },
              {
                key: "since",
                header: words.since,
                cell: (row) => relativeDay(row.since, today, language),
              },
            ]}
          />
        </SubmitForm>
      )}
      <SubmittedQuotes slug={slug} rows={quotes} />
    </Page>
  );
}
