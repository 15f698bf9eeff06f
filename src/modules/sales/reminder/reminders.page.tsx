import { Mail } from "lucide-react";
import { Fragment } from "react";
import { data, redirect } from "react-router";
import { visibleActivities } from "#kernel/actor.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { activitiesOf, organizationProfile } from "#modules/membership/index.server.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Confirm } from "#ui/confirm.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { activityFilter, ListFiles, ListToolbar } from "#ui/list-toolbar.tsx";
import { Figure, Figures } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { receivables } from "../invoice/invoice-list.store.ts";
import { SalesTabs } from "../sales-tabs.view.tsx";
import { salesSettings } from "../settings.ts";
import type { Route } from "./+types/reminders.page";
import { groupLate } from "./late-customers.ts";
import { LateTable } from "./late-table.view.tsx";
import { remindCustomer } from "./remind-customer.command.ts";
import { en } from "./reminder.en.ts";
import { fr } from "./reminder.fr.ts";
import { mayRemind } from "./reminder.policy.ts";
import { lateInvoices, listLateCustomers } from "./reminder.store.ts";
import { REMINDER_VIEWS, reminderFilters } from "./reminder-list-filters.ts";

const FORM = "relances";
const PAGE = 50;

/** Who is late, for how long, of how much, what they were already sent; and their reminders, one at a time or many. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const page = Math.min(Math.max(1, Number.parseInt(parameters.get("page") ?? "1", 10) || 1), 10_000);
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now }) => {
    const activities = visibleActivities(actor);
    const filters = reminderFilters(parameters);
    const { rows, total } = await listLateCustomers(
      tx,
      { organizationId, activities, ...filters, today },
      { limit: PAGE, offset: (page - 1) * PAGE },
    );
    const { settings } = await organizationProfile(tx, organizationId);
    const ids = rows.map(({ id }) => id);
    const groups = groupLate(
      rows,
      await lateInvoices(tx, organizationId, ids, today),
      salesSettings(settings).reminders,
      today,
    );
    return {
      slug,
      activities: await activitiesOf(tx, organizationId, activities),
      groups: groups.map((group) => ({ ...group, mine: mayRemind(actor, "send", group.activityId) === null })),
      late: await receivables(tx, organizationId, activities, today),
      page,
      pageCount: Math.ceil(total / PAGE),
      filtered: parameters.size > 0,
      key: newId<"key">(now) as string,
    };
  });
}

/** Each customer is an act of its own: one that cannot be reminded stops nobody else. */
export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const selected = form.getAll("client").map(String).slice(0, PAGE);
  const key = String(form.get("cle") ?? "");
  if (selected.length === 0) return data({ refused: [], nothing: true }, { status: 422 });
  let sent = 0;
  const refused: { customerId: string; sentence: string }[] = [];
  for (const customerId of selected) {
    const options = key === "" ? {} : { idempotencyKey: `remind:${key}:${parseId(customerId) ?? ""}` };
    const result = await runCommand(args, remindCustomer, { customerId, message: null }, options);
    if (result.ok) sent += result.output.mailIds.length;
    else refused.push({ customerId, sentence: result.problem.sentence });
  }
  const count = String(sent);
  const headers = flash({
    fr: fill(sent < 2 ? fr.sentOne : fr.sentMany, { count }),
    en: fill(sent === 1 ? en.sentOne : en.sentMany, { count }),
  });
  if (refused.length === 0) return redirect(`/${args.params.cooperative}/relances`, { headers });
  return data({ refused, nothing: false }, { status: 409, ...(sent > 0 ? { headers } : {}) });
}

export default function Reminders({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, activities, groups, late, page, pageCount, filtered, key } = loaderData;
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  const mine = groups.some((group) => group.mine);
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        mine ? (
          <Confirm trigger={words.sendSelection} title={words.sendTitle} variant="primary" icon={Mail}>
            <p className="mb-4">{words.sendHelp}</p>
            <SubmitButton form={FORM}>{words.sendSelection}</SubmitButton>
          </Confirm>
        ) : null
      }
    >
      <SalesTabs />
      {actionData?.nothing ? <Notice tone="attention">{words.nothingSelected}</Notice> : null}
      {actionData && actionData.refused.length > 0 ? (
        <Notice tone="attention">
          <p>{words.notSent}</p>
          <ul className="list-disc pl-5">
            {actionData.refused.map(({ customerId, sentence }) => (
              <li key={customerId}>
                {groups.find(({ id }) => id === customerId)?.name ?? ""} : {sentence}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {late.lateCount > 0 ? (
        <Figures>
          <Figure
            label={`${words.lateTotal} (${plural(late.lateCount, words.lateInvoices, words.lateInvoicesMany)})`}
            amount={late.late}
          />
        </Figures>
      ) : null}
      <ListToolbar
        search={words.search}
        filters={[
          {
            parameter: "etat",
            label: words.state,
            options: REMINDER_VIEWS.map((value) => ({ value, label: words.states[value] })),
          },
          ...activityFilter(words.activity, activities),
        ]}
      />
      {groups.length === 0 ? (
        <EmptyState title={filtered ? words.noMatch : words.none}>{filtered ? null : words.noneHelp}</EmptyState>
      ) : (
        <>
          {/* After an answer what is ticked is what is proposed by then. */}
          <Fragment key={key}>
            {/* Beside the table, whose boxes belong to it: the table holds the form of its own display. */}
            <SubmitForm id={FORM} idempotencyKey={key}>
              {null}
            </SubmitForm>
            <LateTable slug={slug} groups={groups} activities={activities} form={mine ? FORM : null} />
          </Fragment>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <ListFiles to={`/${slug}/relances/telecharger`} />
            <Pagination page={page} pageCount={pageCount} />
          </div>
        </>
      )}
    </Page>
  );
}
