import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { isStaff, mayEnter, seatsOf } from "#modules/network/index.server.ts";
import { keptFile } from "#platform/http/kept-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { LabelRefusalCode } from "../label.fr.ts";
import { mayReadLabelling, maySpeakForIt } from "../label.policy.ts";
import { findLabelling } from "../labelling/labelling.store.ts";
import type { Route } from "./+types/evidence-file.page";
import { findEvidence, labellingsOn } from "./evidence.store.ts";

/** The file of a piece of evidence: for its structure, the team, and those who assess a labelling that leans on it. */
export async function loader(args: Route.LoaderArgs) {
  const { app, organizationId, file } = await readTenant(args, async ({ app, tx, actor, organizationId, today }) => {
    const missing = refuse("missing", "evidence.missing" satisfies LabelRefusalCode);
    const entered = mayEnter(actor);
    if (entered) return entered;
    const id = parseId<"evidence">(args.params.evidenceId);
    const evidence = id === null ? null : await findEvidence(tx, organizationId, id);
    if (evidence === null || evidence.fileHash === null) return missing;
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    let readable = isStaff(actor) || maySpeakForIt(actor, seats, evidence.structureId) === null;
    for (const labellingId of readable ? [] : await labellingsOn(tx, organizationId, evidence.id)) {
      const labelling = await findLabelling(tx, organizationId, labellingId);
      readable ||= labelling !== null && mayReadLabelling(actor, seats, labelling) === null;
    }
    const { fileHash: hash, fileName, mediaType } = evidence;
    const file = { hash, name: fileName ?? "", mediaType: mediaType ?? "application/octet-stream" };
    return readable ? { app, organizationId, file } : missing;
  });
  return keptFile(app, organizationId, file, "inline");
}
