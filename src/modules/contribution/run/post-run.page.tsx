import { BookCheck } from "lucide-react";
import { data, Form, redirect } from "react-router";
import { lastDayOf, type Month, monthOf, monthsFrom, parseMonth } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { sum } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Button } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { flash } from "#ui/flash.ts";
import { day, month as monthText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Select } from "#ui/text-input.tsx";
import { Trace } from "../compute/trace.view.tsx";
import { mayManage } from "../contribution.policy.ts";
import { listVersions } from "../rule/rule.store.ts";
import type { Route } from "./+types/post-run.page";
import { pieceRef } from "./contribution-entry.ts";
import { nextMonth, readPlan } from "./plan-run.store.ts";
import type { RunLine } from "./plan-run.ts";
import { postRun } from "./post-run.command.ts";
import { en } from "./run-screen.en.ts";
import { fr } from "./run-screen.fr.ts";

/** What posting a month would write (/contribution/appel?mois=2026-11), then the act. */
export function loader(args: Route.LoaderArgs) {
  const asked = parseMonth(new URL(args.request.url).searchParams.get("mois") ?? "");
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, today, now, language }) => {
    const refusal = mayManage(actor);
    if (refusal) return refusal;
    const thisMonth = monthOf(today);
    const month = asked ?? (await nextMonth(tx, organizationId, today)) ?? thisMonth;
    const first = (await listVersions(tx, organizationId))[0]?.effectiveFrom ?? thisMonth;
    const months: Month[] = monthsFrom(first, thisMonth).reverse();
    const read = await readPlan(tx, { organizationId, month, today });
    const refused = isRefusal(read) ? app.sentence(read, language) : null;
    return {
      slug,
      thisMonth,
      month,
      months: months.includes(month) ? months : [month, ...months],
      key: newId<"key">(now) as string,
      refused,
      plan: isRefusal(read) ? null : read.plan,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const { month = "", expected = null } = typedValues(form);
  const idempotencyKey = String(form.get("cle") ?? "") || undefined;
  const result = await runCommand(args, postRun, { month, expected }, { idempotencyKey });
  if (!result.ok) return data({ problem: result.problem }, { status: result.status });
  const posted = month as Month;
  const headers = flash({
    fr: fill(fr.done, { month: monthText(posted, "fr") }),
    en: fill(en.done, { month: monthText(posted, "en") }),
  });
  return redirect(`/${args.params.cooperative}/contribution`, { headers });
}

export default function PostRunPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, thisMonth, month, months, key, refused, plan } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const name = monthText(month, language);
  const entries = plan?.lines.filter((line) => line.amount !== 0n).length ?? 0;
  return (
    <Page
      title={words.post}
      description={words.postHelp}
      crumbs={[{ to: `/${slug}/contribution`, label: words.title }]}
      actions={
        plan && plan.lines.length > 0 ? (
          <Confirm
            trigger={words.submit}
            title={fill(words.confirmTitle, { month: name })}
            variant="primary"
            icon={BookCheck}
          >
            <SubmitForm
              idempotencyKey={key}
              hidden={{ month, expected: String(plan.amount) }}
              className="flex flex-col gap-4"
            >
              <p>
                {fill(words.confirmHelp, {
                  count: String(entries),
                  date: day(plan.entryDate),
                  piece: pieceRef(month, plan.sequence),
                })}
              </p>
              <SubmitButton>{words.submit}</SubmitButton>
            </SubmitForm>
          </Confirm>
        ) : null
      }
    >
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <Select
          key={month}
          name="mois"
          label={words.chooseMonth}
          options={months.map((value) => ({ value: value as string, label: monthText(value, language) }))}
          defaultValue={month}
        />
        <Button type="submit">{words.show}</Button>
      </Form>
      {actionData ? (
        <Notice tone="erreur" alert>
          {actionData.problem.sentence}
        </Notice>
      ) : null}
      {refused ? <Notice tone="attention">{refused}</Notice> : null}
      {plan && plan.sequence > 1 ? <Notice tone="info">{words.correcting}</Notice> : null}
      {plan && plan.entryDate > lastDayOf(month) ? (
        <Notice tone="attention">{fill(words.lateDate, { date: day(plan.entryDate) })}</Notice>
      ) : null}
      {plan && month === thisMonth ? <Notice tone="attention">{words.monthNotOver}</Notice> : null}
      {plan && plan.lines.length === 0 ? <Notice tone="ok">{words.nothing}</Notice> : null}
      {plan && plan.lines.length > 0 ? (
        <Table
          caption={fill(words.titleOf, { activity: name })}
          rows={plan.lines.toSorted((a, b) => a.name.localeCompare(b.name, language))}
          rowKey={(line) => line.activityId}
          columns={columnsOf(words, plan.sequence > 1)}
          footerLabel={words.all}
          footer={{
            base: <Money amount={sum(plan.lines.map((line) => line.computed.base))} />,
            total: <Money amount={sum(plan.lines.map((line) => line.computed.total))} />,
            before: <Money amount={sum(plan.lines.map((line) => line.before))} />,
            amount: <Money amount={plan.amount} />,
          }}
        />
      ) : null}
    </Page>
  );
}

function columnsOf(words: { readonly [Key in keyof typeof fr]: string }, correcting: boolean): Column<RunLine>[] {
  const columns: Column<RunLine>[] = [
    {
      key: "name",
      header: words.activity,
      rowHeader: true,
      cell: (line) => (
        <details>
          <summary className="cursor-pointer">
            {line.name} <span className="text-aide font-normal text-texte2">({words.detail})</span>
          </summary>
          <Trace label={line.name} steps={line.computed.trace} />
        </details>
      ),
    },
    { key: "base", header: words.base, align: "end", cell: (line) => <Money amount={line.computed.base} /> },
    { key: "total", header: words.contribution, align: "end", cell: (line) => <Money amount={line.computed.total} /> },
  ];
  if (!correcting) return columns;
  return [
    ...columns,
    { key: "before", header: words.already, align: "end", cell: (line) => <Money amount={line.before} /> },
    { key: "amount", header: words.toPost, align: "end", cell: (line) => <Money amount={line.amount} signed /> },
  ];
}
