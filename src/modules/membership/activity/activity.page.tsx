import { data, redirect } from "react-router";
import { hasGeneralRole, type SupportRole } from "#kernel/actor.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { flash } from "#ui/flash.ts";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { typedValues } from "#ui/problem.ts";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import { act, readForm } from "../act.page.ts";
import { addParticipation, endParticipation, updateRights } from "../participation/change-participation.command.ts";
import { listPersons } from "../person/person.store.ts";
import type { Route } from "./+types/activity.page";
import { en as activityEn } from "./activity.en.ts";
import { fr as activityFr } from "./activity.fr.ts";
import { type ActivityAction, mayActivity } from "./activity.policy.ts";
import { statusOfActivity } from "./activity.ts";
import { CloseCard, IdentityCard } from "./activity-cards.view.tsx";
import { findActivity, participationsIn } from "./activity-detail.store.ts";
import { en } from "./activity-screen.en.ts";
import { fr } from "./activity-screen.fr.ts";
import { closeActivity, reopenActivity } from "./close-activity.command.ts";
import { holdLogo } from "./hold-logo.page.ts";
import { PeopleCard } from "./people-card.view.tsx";
import { PresentCard } from "./present-card.view.tsx";
import { presentActivity, updateActivity } from "./update-activity.command.ts";

const ALL: readonly SupportRole[] = ["accompagnateur", "accountant", "payroll", "direction", "administrator"];

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, today }) => {
    const activityId = parseId<"activity">(args.params.activityId);
    if (activityId === null) return refuse("missing", "activity.missing");
    const refusal = mayActivity(actor, "read", activityId);
    if (refusal) return refusal;
    const activity = await findActivity(tx, organizationId, activityId);
    if (activity === null) return refuse("missing", "activity.missing");
    const may = (action: ActivityAction) => mayActivity(actor, action, activityId) === null;
    const share = may("share");
    const persons = share ? await listPersons(tx, actor, today, false) : [];
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      activity,
      status: statusOfActivity(activity, today),
      people: await participationsIn(tx, organizationId, activityId),
      persons: persons.map(({ personId, firstName, lastName }) => ({ personId, name: `${firstName} ${lastName}` })),
      // Names are links only for those who may open the person's page.
      reaches: hasGeneralRole(actor, ALL) ? ("all" as const) : persons.map(({ personId }) => personId as string),
      may: { update: may("update"), present: may("present"), share, close: may("close") },
    };
  });
}

export type ActivityPageData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

const ACTS = {
  update: { command: updateActivity, said: "saved" },
  add: { command: addParticipation, said: "joined" },
  rights: { command: updateRights, said: "rights" },
  leave: { command: endParticipation, said: "left" },
  close: { command: closeActivity, said: "closed" },
  reopen: { command: reopenActivity, said: "reopened" },
} as const;

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["startsOn", "endsOn", "closedOn"]);
  if (input.intention === "present") return present(args, form, input);
  const intent = input.intention as keyof typeof ACTS;
  if (!Object.hasOwn(ACTS, intent)) throw data(null, { status: 404 });
  const { command, said } = ACTS[intent];
  const { activityId } = args.params;
  return act(args, form, command as typeof updateActivity, { ...input, activityId }, () => ({
    to: `/${args.params.cooperative}/activites/${activityId}`,
    message: { fr: fr.done[said], en: en.done[said] },
  }));
}

/** The picture is received first: a form that is refused for something else does not lose it. */
async function present(args: Route.ActionArgs, form: FormData, input: Readonly<Record<string, string>>) {
  const activityId = parseId<"activity">(args.params.activityId);
  if (activityId === null) throw data(null, { status: 404 });
  const sent = await holdLogo(args, form, activityId);
  if (sent?.ok === false) return data({ problem: sent.problem, typed: typedValues(form) }, { status: sent.status });
  const held = { heldLogo: sent?.held.id ?? input.heldLogo ?? "", heldLogoName: sent?.held.name ?? input.heldLogoName };
  const logo = held.heldLogo !== "" ? held.heldLogo : input.noLogo === "oui" ? "none" : "keep";
  const result = await runCommand(args, presentActivity, { ...input, activityId, logo });
  if (!result.ok) {
    const kept = result.problem.fields.logo === undefined ? held : { heldLogo: "", heldLogoName: "" };
    const typed = { ...typedValues(form), ...kept } as Record<string, string>;
    return data({ problem: result.problem, typed }, { status: result.status });
  }
  const headers = flash({ fr: fr.done.saved, en: en.done.saved });
  return redirect(`/${args.params.cooperative}/activites/${activityId}`, { headers });
}

const STATUS_TONE = { upcoming: "info", open: "ok", closed: "neutre" } as const;

export default function ActivityPage({ loaderData, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  const { statuses } = choose({ fr: activityFr, en: activityEn });
  const { slug, activity, status, may } = loaderData;
  const dates = [
    activity.trade,
    fill(words.codeLabel, { code: activity.code }),
    fill(words.openedOn, { day: day(activity.openedOn) }),
    activity.closedOn === null ? "" : fill(words.closedOn, { day: day(activity.closedOn) }),
  ];
  return (
    <Page
      title={activity.name}
      crumbs={[{ to: `/${slug}/activites`, label: words.crumb }]}
      badge={<Badge tone={STATUS_TONE[status]}>{statuses[status]}</Badge>}
      description={dates.filter((text) => text !== "").join(" · ")}
    >
      <ThingTabs thing="activity" address={`/${slug}/activites/${activity.activityId}`} label={words.tabs} />
      <div className="grid gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <PeopleCard data={loaderData} answer={actionData} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          {may.update ? <IdentityCard data={loaderData} answer={actionData} /> : null}
          {may.present ? <PresentCard data={loaderData} answer={actionData} /> : null}
          {may.close ? <CloseCard data={loaderData} answer={actionData} /> : null}
        </div>
      </div>
    </Page>
  );
}
