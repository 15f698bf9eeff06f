/** SQL of the sums of a network: kept in the transaction that receives, recomputed from the documents by whoever doubts. */
import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { readObservation } from "../observation/observation.ts";
import { addTo, type Line, linesOf, type Sum } from "./aggregate.ts";

type Place = { readonly tx: Tx; readonly organizationId: OrganizationId };

/** Adds the lines of a document to its circles, or takes them away (sign −1). In one order: two documents never wait crosswise. */
export async function addLines(
  { tx, organizationId }: Place,
  period: string,
  circles: readonly string[],
  lines: readonly Line[],
  sign: 1 | -1,
): Promise<void> {
  const rows = circles.flatMap((circle) =>
    lines.map(({ indicator, category, value, weight }) => ({
      ...{ circle, indicator, category },
      ...{ value: String(value * BigInt(sign)), weight: String(weight * BigInt(sign)) },
    })),
  );
  await sql`insert into observatory.aggregate as a (organization_id, period, circle, indicator, category, answers, value, weight)
    select ${organizationId}, ${period}, r.circle, r.indicator, r.category, ${Math.max(0, sign)}::integer, r.value, r.weight
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             as r(circle text, indicator text, category text, value bigint, weight bigint)
     order by r.circle, r.indicator, r.category
    on conflict (organization_id, period, circle, indicator, category) do update
      set answers = a.answers + ${sign}::integer, value = a.value + excluded.value, weight = a.weight + excluded.weight`.execute(
    tx,
  );
}

export async function sumsOf({ tx, organizationId }: Place, period: string): Promise<Sum[]> {
  const { rows } = await sql<Sum>`select circle, indicator, category, answers, value, weight from observatory.aggregate
    where organization_id = ${organizationId} and period = ${period} and answers > 0
    order by circle, indicator, category`.execute(tx);
  return rows.map((row) => ({ ...row, value: BigInt(row.value), weight: BigInt(row.weight) }));
}

/** The same sums from the documents themselves. */
export async function recomputedSums({ tx, organizationId }: Place, period: string): Promise<Sum[]> {
  const { rows } = await sql<{ document: string; circles: string[] }>`select document, circles from observatory.received
    where organization_id = ${organizationId} and period = ${period} and superseded_at is null`.execute(tx);
  const sums = new Map<string, Sum>();
  for (const { document, circles } of rows) {
    const said = readObservation(document);
    if ("fault" in said) throw new Error(`a received document does not read: ${said.fault}`);
    addTo(sums, { circles, lines: linesOf(said) });
  }
  const order = ({ circle, indicator, category }: Sum) => `${circle}\u0000${indicator}\u0000${category}`;
  return [...sums.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
