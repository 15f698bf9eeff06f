import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import { act, readForm } from "../act.page.ts";
import { mayActivity } from "../activity/activity.policy.ts";
import { findActivity, participationsIn } from "../activity/activity-detail.store.ts";
import { en as agreementEn } from "../agreement/agreement.en.ts";
import { fr as agreementFr } from "../agreement/agreement.fr.ts";
import { agreementsOf } from "../agreement/agreement.store.ts";
import { lacksAgreement } from "../agreement/agreement.ts";
import { AgreementCard } from "../agreement/agreement-card.view.tsx";
import { cancelAgreement, recordAgreement } from "../agreement/record-agreement.command.ts";
import type { Route } from "./+types/protection.page";
import { en } from "./cover.en.ts";
import { fr } from "./cover.fr.ts";
import { coversOf, coversRequired } from "./cover.store.ts";
import { CoverCard, RequirementCard } from "./cover-cards.view.tsx";
import { cancelCover, recordCover, requireCovers } from "./record-cover.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, today }) => {
    const activityId = parseId<"activity">(args.params.activityId);
    if (activityId === null) return refuse("missing", "activity.missing");
    const refusal = mayActivity(actor, "read", activityId);
    if (refusal) return refusal;
    const activity = await findActivity(tx, organizationId, activityId);
    if (activity === null) return refuse("missing", "activity.missing");
    const people = (await participationsIn(tx, organizationId, activityId)).filter(
      ({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today),
    );
    const agreements = await agreementsOf(tx, organizationId, [activityId]);
    const standing = agreements.filter(({ cancelledAt }) => cancelledAt === null);
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      activityId,
      name: activity.name,
      people: people.map(({ personId, personName }) => ({ personId: personId as string, name: personName })),
      required: (await coversRequired(tx, organizationId, [activityId])).get(activityId) ?? [],
      covers: await coversOf(tx, organizationId, [activityId]),
      agreements,
      lacking: lacksAgreement(
        standing,
        people.map(({ personId }) => personId),
        today,
      ),
      mayUpdate: mayActivity(actor, "update", activityId) === null,
      mayShare: mayActivity(actor, "share", activityId) === null,
    };
  });
}

export type ProtectionData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

const ACTS = {
  require: { command: requireCovers, fr: fr.done.required, en: en.done.required },
  cover: { command: recordCover, fr: fr.done.added, en: en.done.added },
  cancelCover: { command: cancelCover, fr: fr.done.cancelled, en: en.done.cancelled },
  agree: { command: recordAgreement, fr: agreementFr.done.added, en: agreementEn.done.added },
  cancelAgreement: { command: cancelAgreement, fr: agreementFr.done.cancelled, en: agreementEn.done.cancelled },
} as const;

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["startsOn", "endsOn"]);
  const intent = input.intention as keyof typeof ACTS;
  if (!Object.hasOwn(ACTS, intent)) throw data(null, { status: 404 });
  const { command, ...message } = ACTS[intent];
  const { activityId, cooperative } = args.params;
  const shares = Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => (name.startsWith("shares.") ? [[name.slice(7), value]] : [])),
  );
  return act(args, form, command as typeof requireCovers, { ...input, shares, activityId }, () => ({
    to: `/${cooperative}/activites/${activityId}/assurances`,
    message,
  }));
}

export default function Protection({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en }).page;
  const { slug, name, activityId } = loaderData;
  const answer = actionData ?? undefined;
  return (
    <Page
      title={name}
      windowTitle={`${words.title} · ${name}`}
      crumbs={[{ to: `/${slug}/activites`, label: words.crumb }]}
    >
      <ThingTabs thing="activity" address={`/${slug}/activites/${activityId}`} label={words.tabs} />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <CoverCard data={loaderData} answer={answer} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          {loaderData.mayUpdate ? <RequirementCard data={loaderData} answer={answer} /> : null}
          <AgreementCard data={loaderData} answer={answer} />
        </div>
      </div>
    </Page>
  );
}
