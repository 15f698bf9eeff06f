import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { bytesToServe } from "#platform/files/file-check.store.ts";
import { findFile } from "#platform/files/file-store.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/logo.page";
import { mayActivity } from "./activity.policy.ts";
import { findActivity } from "./activity-detail.store.ts";

/** The logo of an activity, for those who may see the activity. */
export async function loader(args: Route.LoaderArgs) {
  const found = await readTenant(args, async ({ app, tx, actor, organizationId }) => {
    const activityId = parseId<"activity">(args.params.activityId);
    if (activityId === null) return refuse("missing", "activity.missing");
    const refusal = mayActivity(actor, "read", activityId);
    if (refusal) return refusal;
    const hash = (await findActivity(tx, organizationId, activityId))?.logoHash ?? null;
    const file = hash === null ? null : await findFile(tx, organizationId, hash);
    return file === null ? refuse("missing", "activity.missing") : { file, app, organizationId };
  });
  const bytes = await bytesToServe(found.app, found.organizationId, found.file.hash);
  if (bytes === null) throw new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": found.file.mediaType, "cache-control": "private, max-age=300" },
  });
}
