import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { AccompanimentTables } from "../tables.ts";

export type FeedId = Id<"calendarFeed">;
export type Feed = { readonly id: FeedId; readonly personId: PersonId; readonly createdAt: Instant };

const columns = ["id", "person_id as personId", "created_at as createdAt"] as const;

/** The standing address of a person, or of a digest; null when there is none, or when it was revoked. */
export async function standingFeed(
  tx: Tx,
  organizationId: OrganizationId,
  of: { readonly personId: PersonId } | { readonly hash: string },
): Promise<Feed | null> {
  const query = tx
    .withTables<AccompanimentTables>()
    .selectFrom("accompaniment.calendar_feed")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("revoked_at", "is", null);
  const row = await ("hash" in of
    ? query.where("token_hash", "=", of.hash)
    : query.where("person_id", "=", of.personId)
  ).executeTakeFirst();
  return row ?? null;
}

export async function revokeFeeds(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<AccompanimentTables>()
    .updateTable("accompaniment.calendar_feed")
    .set({ revoked_at: now })
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
