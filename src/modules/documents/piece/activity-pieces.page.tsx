import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { ThingTabs } from "#ui/thing-tabs.tsx";
import { mayActivityPieces } from "../documents.policy.ts";
import type { Route } from "./+types/activity-pieces.page";
import { en } from "./piece.en.ts";
import { fr } from "./piece.fr.ts";
import { runPieceForm } from "./piece-form.page.ts";
import { PiecesCard } from "./pieces-card.view.tsx";
import { activityPieces } from "./shown-pieces.store.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug } = reader;
    const activityId = parseId<"activity">(args.params.activityId);
    if (activityId === null) return refuse("missing", "piece.activityMissing");
    const refusal = mayActivityPieces(actor, "read", activityId);
    if (refusal) return refusal;
    const [activity] = await activitiesOf(tx, organizationId, new Set([activityId]));
    if (activity === undefined) return refuse("missing", "piece.activityMissing");
    return { slug, activityId, name: activity.name, pieces: await activityPieces(reader, activityId) };
  });
}

export function action(args: Route.ActionArgs) {
  const { cooperative, activityId } = args.params;
  return runPieceForm(args, { activityId }, `/${cooperative}/activites/${activityId}/pieces`);
}

/** What is asked of an activity as long as it is open: its insurance, its authorisations. */
export default function ActivityPiecesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, activityId, name, pieces } = loaderData;
  const words = useLanguage().choose({ fr, en });
  return (
    <Page title={name} windowTitle={`${words.card.ofActivity} · ${name}`}>
      <ThingTabs thing="activity" address={`/${slug}/activites/${activityId}`} label={words.card.ofActivity} />
      <PiecesCard pieces={pieces} answer={actionData} />
    </Page>
  );
}
