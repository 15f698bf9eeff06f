/** An agreement of objectives of a network: eight cooperatives, ten years of effects that they took from what they sent. */
import type pg from "pg";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { standingOf } from "#modules/objectives/effect/measured.store.ts";
import type { Tx } from "#platform/database/database.ts";
import { newId } from "#platform/id.ts";

export type BulkConvention = {
  readonly id: Id<"convention">;
  readonly parties: readonly Id<"structure">[];
  readonly effects: number;
};

const NOW = "2026-03-02T09:00:00.000Z" as never;
const PARTIES = 8;

export async function writeConvention(
  admin: pg.Client,
  organizationId: OrganizationId,
  years: readonly string[],
  inside: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<BulkConvention> {
  const id = newId<"convention">(NOW);
  const { rows } = await admin.query<{ id: Id<"structure"> }>(
    "select id from network.structure where organization_id = $1 order by id limit $2",
    [organizationId, PARTIES],
  );
  const parties = rows.map((row) => row.id);
  const effects: object[] = [];
  for (const year of years) {
    for (const { documentId, structureId, on, measured } of await inside((tx) =>
      standingOf({ tx, organizationId }, parties, Number(year)),
    )) {
      for (const one of measured) {
        if (!("number" in one)) continue;
        const said = { kind: one.kind, number: one.number, amount: String(one.amount) };
        effects.push({ id: newId(NOW), year: Number(year), structureId, documentId, on, ...said });
      }
    }
  }
  await admin.query("set session_replication_role = replica");
  await admin.query(
    `insert into objectives.convention (organization_id, id, title, starts_on, ends_on, lead_id, signed_on, created_at, created_by)
      select $1, $2, 'Convention', '2016-01-01', '2025-12-31', $3, '2016-01-01', now(), id
        from membership.person where organization_id = $1 limit 1`,
    [organizationId, id, parties[0]],
  );
  await admin.query(
    "insert into objectives.party (organization_id, convention_id, structure_id) select $1, $2, unnest($3::uuid[])",
    [organizationId, id, parties],
  );
  await admin.query(
    `insert into objectives.effect (organization_id, id, convention_id, structure_id, year, kind, number, amount, recorded_at,
         recorded_by, document_id, document_on)
      select $1, r.id, $2, r."structureId", r.year, r.kind, r.number, r.amount, now(), p.id, r."documentId", r."on"
        from jsonb_to_recordset($3::jsonb) as r(id uuid, "structureId" uuid, year integer, kind text, number integer, amount bigint,
               "documentId" uuid, "on" date)
       cross join (select id from membership.person where organization_id = $1 limit 1) p`,
    [organizationId, id, JSON.stringify(effects)],
  );
  await admin.query("set session_replication_role = origin");
  return { id, parties, effects: effects.length };
}
