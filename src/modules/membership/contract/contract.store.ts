import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { MembershipTables } from "../tables.ts";
import type { Contract, ContractStatus } from "./contract.ts";

export type StoredContract = Contract & {
  readonly personId: PersonId;
  readonly version: number;
  readonly cancelledAt: Instant | null;
};

const columns = [
  "id",
  "person_id as personId",
  "kind",
  "starts_on as startsOn",
  "ends_on as endsOn",
  "version",
  "cancelled_at as cancelledAt",
] as const;

/** The contracts of a person in the order of time, cancelled ones included. */
export function contractsOf(tx: Tx, organizationId: OrganizationId, personId: PersonId): Promise<StoredContract[]> {
  return tx
    .withTables<MembershipTables>()
    .selectFrom("membership.contract")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .orderBy("starts_on")
    .orderBy("id")
    .execute();
}

export async function findContract(
  tx: Tx,
  organizationId: OrganizationId,
  id: Id<"contract">,
): Promise<StoredContract | null> {
  const row = await tx
    .withTables<MembershipTables>()
    .selectFrom("membership.contract")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** What each person is under on a day; a person who is not in the answer is under nothing. */
export async function statusesOn(
  tx: Tx,
  organizationId: OrganizationId,
  personIds: readonly PersonId[],
  on: Day,
): Promise<ReadonlyMap<PersonId, ContractStatus>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ person_id: PersonId; kind: "cape" | "cesa" }>`
    select person_id, kind from membership.contract
     where organization_id = ${organizationId} and person_id = any(${[...personIds]}::uuid[])
       and cancelled_at is null and starts_on <= ${on} and (ends_on is null or ends_on >= ${on})`.execute(tx);
  return new Map(rows.map((row) => [row.person_id, row.kind]));
}

/** CAPE, CESA or neither, on a day. */
export async function statusOn(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
  on: Day,
): Promise<ContractStatus> {
  return (await statusesOn(tx, organizationId, [personId], on)).get(personId) ?? "none";
}
