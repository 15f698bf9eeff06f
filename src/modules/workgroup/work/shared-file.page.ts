import { parseId } from "#kernel/id.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { keptFile } from "#platform/http/kept-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { mayReadGroup } from "../group/group.policy.ts";
import { loadGroup } from "../group/load-group.store.ts";
import type { Route } from "./+types/shared-file.page";
import { findSharedFile } from "./work.store.ts";

/** A file that a group shares, for those who read the group. */
export async function loader(args: Route.LoaderArgs) {
  const { app, organizationId, file } = await readTenant(args, async (reader) => {
    const loaded = await loadGroup(reader, args.params.workgroupId, mayReadGroup);
    if (isRefusal(loaded)) return loaded;
    const { app, tx, organizationId } = reader;
    const id = parseId<"deliverableVersion">(args.params.versionId);
    const file = await findSharedFile(tx, organizationId, loaded.group.id, id);
    return file === null ? refuse("missing", "workgroup.deliverableMissing") : { app, organizationId, file };
  });
  return keptFile(app, organizationId, file, "inline");
}
