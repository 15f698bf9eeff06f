import { sql } from "kysely";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { MembershipTables } from "../tables.ts";

/** Holds a person for the rest of the transaction: what is written about them comes one after the other. False: nobody. */
export async function lockPerson(tx: Tx, organizationId: OrganizationId, personId: PersonId): Promise<boolean> {
  const row = await tx
    .withTables<MembershipTables>()
    .selectFrom("membership.person")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", personId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** The same for several, in one order whoever asks. */
export async function lockPersons(tx: Tx, organizationId: OrganizationId, ids: readonly PersonId[]): Promise<void> {
  await sql`select from membership.person where organization_id = ${organizationId} and id = any(${[...ids]}::uuid[])
    order by id for update`.execute(tx);
}

/** "Samira Roux" for each person of the cooperative among those given; others are absent. */
export async function personNames(
  tx: Tx,
  organizationId: OrganizationId,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .withTables<MembershipTables>()
    .selectFrom("membership.person")
    .select(["id", "first_name", "last_name"])
    .where("organization_id", "=", organizationId)
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.first_name} ${row.last_name}`]));
}
