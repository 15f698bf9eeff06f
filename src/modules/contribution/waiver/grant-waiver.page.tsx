import { data, redirect } from "react-router";
import { addToMonth, monthOf, monthsFrom } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { activitiesOf, personNames } from "#modules/membership/index.server.ts";
import { readTenant, runCommand, todayOf } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { flash } from "#ui/flash.ts";
import { month as monthText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { parseDayInput } from "#ui/parse.ts";
import { typedValues } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Table } from "#ui/table.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { mayManage } from "../contribution.policy.ts";
import { listVersions } from "../rule/rule.store.ts";
import type { Route } from "./+types/grant-waiver.page";
import { grantWaiver, withdrawWaiver } from "./grant-waiver.command.ts";
import { listWaivers } from "./waiver.store.ts";
import { en } from "./waiver-screen.en.ts";
import { fr } from "./waiver-screen.fr.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, today, now }) => {
    const refusal = mayManage(actor);
    if (refusal) return refusal;
    const thisMonth = monthOf(today);
    const activities = await activitiesOf(tx, organizationId, "all");
    const waivers = await listWaivers(tx, organizationId);
    const persons = await personNames(
      tx,
      organizationId,
      waivers.flatMap((waiver) => waiver.personId ?? []),
    );
    const parts = (await listVersions(tx, organizationId)).flatMap(({ rule }) => [...rule.fixedParts, ...rule.extras]);
    return {
      slug,
      today,
      thisMonth,
      key: newId<"key">(now) as string,
      months: monthsFrom(addToMonth(thisMonth, -24), addToMonth(thisMonth, 36)),
      activities,
      parts: [...new Map(parts.map(({ key, label }) => [key, label]))],
      waivers: waivers.map((waiver) => ({
        ...waiver,
        activityName: activities.find((activity) => activity.id === waiver.activityId)?.name ?? null,
        personName: waiver.personId === null ? null : (persons.get(waiver.personId) ?? ""),
      })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const typed = typedValues(form);
  const idempotencyKey = String(form.get("cle") ?? "") || undefined;
  const withdrawal = typed.intention === "retirer";
  const result = withdrawal
    ? await runCommand(args, withdrawWaiver, typed, { idempotencyKey })
    : await runCommand(
        args,
        grantWaiver,
        { ...typed, decidedOn: parseDayInput(typed.decidedOn ?? "", await todayOf(args)) ?? typed.decidedOn },
        { idempotencyKey },
      );
  if (!result.ok) return data({ problem: result.problem, typed }, { status: result.status });
  const done = withdrawal ? { fr: fr.withdrawDone, en: en.withdrawDone } : { fr: fr.done, en: en.done };
  return redirect(`/${args.params.cooperative}/contribution/dispense`, { headers: flash(done) });
}

export default function GrantWaiverPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, thisMonth, key, months, activities, parts, waivers } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const targets = [
    { value: "everything", label: words.everything },
    { value: "floor", label: words.floor },
    ...parts.map(([value, label]) => ({ value, label })),
  ];
  const monthOptions = months.map((value) => ({ value: value as string, label: monthText(value, language) }));
  return (
    <Page title={words.title} description={words.help} crumbs={[{ to: `/${slug}/contribution`, label: words.back }]}>
      <SubmitForm idempotencyKey={key} intent="accorder" answer={actionData} className="flex max-w-2xl flex-col gap-4">
        <Card>
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
            <Select
              name="activityId"
              label={words.activity}
              placeholder={words.chooseActivity}
              options={activities.map(({ id, name }) => ({ value: id as string, label: name }))}
              required
            />
            <Select name="target" label={words.target} options={targets} />
            <Select name="from" label={words.from} options={monthOptions} defaultValue={thisMonth} />
            <Select name="until" label={words.until} options={monthOptions} defaultValue={thisMonth} />
            <TextInput name="reason" label={words.reason} maxLength={300} fieldClassName="sm:col-span-2" required />
            <TextInput name="decidedBy" label={words.decidedBy} help={words.decidedByHelp} maxLength={200} required />
            <DayInput name="decidedOn" label={words.decidedOn} today={today} required />
          </div>
        </Card>
        <SubmitButton className="w-fit">{words.submit}</SubmitButton>
      </SubmitForm>
      {waivers.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <Table
          caption={words.list}
          showCaption
          rows={waivers}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "who",
              header: words.activity,
              rowHeader: true,
              cell: (row) => row.activityName ?? fill(words.person, { person: row.personName ?? "" }),
            },
            {
              key: "target",
              header: words.target,
              cell: (row) => targets.find((target) => target.value === row.target)?.label ?? row.target,
            },
            {
              key: "months",
              header: words.months,
              cell: (row) =>
                row.from === row.until
                  ? monthText(row.from, language)
                  : fill(words.period, { from: monthText(row.from, language), until: monthText(row.until, language) }),
            },
            { key: "reason", header: words.reason, cell: (row) => row.reason },
            { key: "decidedBy", header: words.decidedBy, cell: (row) => row.decidedBy },
            {
              key: "act",
              header: words.withdraw,
              hideHeader: true,
              cell: (row) =>
                row.withdrawnAt === null ? (
                  <Confirm trigger={words.withdraw} title={words.withdrawTitle} size="small">
                    <SubmitForm
                      idempotencyKey={`${key}:${row.id}`}
                      intent="retirer"
                      hidden={{ waiverId: row.id }}
                      answer={actionData}
                      className="flex flex-col gap-3"
                    >
                      <p>{words.withdrawHelp}</p>
                      <TextInput name="reason" label={words.withdrawReason} maxLength={300} required />
                      <SubmitButton variant="danger">{words.withdraw}</SubmitButton>
                    </SubmitForm>
                  </Confirm>
                ) : (
                  <Badge>{words.withdrawn}</Badge>
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}
