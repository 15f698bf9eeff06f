/** SQL of views and arrangements of lists. */

import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Arrangement, ListChoices } from "#ui/shell-context.tsx";
import type { DeskTables, ViewId } from "../tables.ts";

const desk = (tx: Tx) => tx.withTables<DeskTables>();

/** Everything that a person chose for their lists: one query, since the frame of every page reads it. */
export async function listChoices(tx: Tx, { organizationId, personId }: Actor): Promise<ListChoices> {
  const { rows } = await sql<ListChoices>`
    select coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'list', v.list, 'name', v.name, 'search', v.search)
                order by v.saved_at, v.id)
              from desk.saved_view v
             where v.organization_id = ${organizationId} and v.person_id = ${personId}), '[]'::jsonb) as views,
           coalesce((select jsonb_object_agg(a.list, jsonb_build_object('hidden', to_jsonb(a.hidden), 'density', a.density))
              from desk.list_arrangement a
             where a.organization_id = ${organizationId} and a.person_id = ${personId}), '{}'::jsonb) as arranged`.execute(
    tx,
  );
  return rows[0] ?? { views: [], arranged: {} };
}

export type StoredView = {
  readonly id: ViewId;
  readonly personId: PersonId;
  readonly list: string;
  readonly name: string;
};

/** A view, locked: two tabs that rename it are told apart. */
export async function findView(tx: Tx, organizationId: OrganizationId, id: ViewId): Promise<StoredView | null> {
  const row = await desk(tx)
    .selectFrom("desk.saved_view")
    .select(["id", "person_id as personId", "list", "name"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function countViews(tx: Tx, { organizationId, personId }: Actor, list: string): Promise<number> {
  const { count } = await desk(tx)
    .selectFrom("desk.saved_view")
    .select(({ fn }) => fn.countAll<bigint>().as("count"))
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .where("list", "=", list)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** False when the person has a view of this name in this list. */
export async function insertView(tx: Tx, view: DeskTables["desk.saved_view"]): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await desk(tx)
    .insertInto("desk.saved_view")
    .values(view)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** False when another view of the same list has this name. */
export async function renameStoredView(
  tx: Tx,
  organizationId: OrganizationId,
  view: StoredView,
  name: string,
): Promise<boolean> {
  const { numUpdatedRows } = await desk(tx)
    .updateTable("desk.saved_view")
    .set({ name })
    .where("organization_id", "=", organizationId)
    .where("id", "=", view.id)
    .where(
      sql<boolean>`not exists (select 1 from desk.saved_view other where other.organization_id = ${organizationId}
        and other.person_id = ${view.personId} and other.list = ${view.list} and other.id <> ${view.id}
        and lower(other.name) = lower(${name}))`,
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteView(tx: Tx, organizationId: OrganizationId, id: ViewId): Promise<void> {
  await desk(tx)
    .deleteFrom("desk.saved_view")
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .execute();
}

/** Keeps how a list is arranged; as usual, nothing is kept. */
export async function saveArrangement(
  tx: Tx,
  { organizationId, personId }: Pick<Actor, "organizationId" | "personId">,
  list: string,
  { hidden, density }: Arrangement,
  now: Instant,
): Promise<void> {
  if (hidden.length === 0 && density === null) {
    await desk(tx)
      .deleteFrom("desk.list_arrangement")
      .where("organization_id", "=", organizationId)
      .where("person_id", "=", personId)
      .where("list", "=", list)
      .execute();
    return;
  }
  const values = { hidden: [...hidden], density, changed_at: now };
  await desk(tx)
    .insertInto("desk.list_arrangement")
    .values({ organization_id: organizationId, person_id: personId, list, ...values })
    .onConflict((conflict) => conflict.columns(["organization_id", "person_id", "list"]).doUpdateSet(values))
    .execute();
}
