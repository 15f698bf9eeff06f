import { dayIn } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { standings } from "../signature/signature.store.ts";
import { statusOf } from "../signature/signature.ts";
import { documentsOf } from "./document.store.ts";

/** What was made for a person, and where each stands. */
export async function documentLines({ tx, organizationId, timeZone, today }: Reader, personId: PersonId) {
  const documents = await documentsOf(tx, organizationId, personId);
  const standing = await standings(
    tx,
    organizationId,
    documents.map(({ id }) => id),
  );
  return documents.map(({ id, title, createdAt, cancelledAt }) => {
    const request = standing.get(id);
    const status = request === undefined ? null : statusOf(request, today);
    return { id, title, on: dayIn(createdAt, timeZone), cancelled: cancelledAt !== null, status };
  });
}
