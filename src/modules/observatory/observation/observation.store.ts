/** Reads the figures of a house over the views of the schema "published", and nothing else. */
import { type RawBuilder, sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Indicator } from "../indicator/indicator.ts";
import { INDICATORS } from "../indicator/indicators.ts";
import { type Cell, type RawFigure, rawFigure } from "./protect.ts";

/** The query of an indicator, its two blanks filled. */
function queryOf(indicator: Indicator, organizationId: OrganizationId, period: string): RawBuilder<Cell> {
  const blanks = { ":house": sql`${organizationId}::uuid`, ":period": sql`${period}` };
  const pieces = indicator.query.split(/(:house|:period)/);
  return sql<Cell>`${sql.join(
    pieces.map((piece) => (piece in blanks ? blanks[piece as keyof typeof blanks] : sql.raw(piece))),
    sql.raw(""),
  )}`;
}

/** Every figure of a year, or some of them, as the books say it: for the cooperative's own eyes. */
export async function figuresOf(
  tx: Tx,
  organizationId: OrganizationId,
  period: string,
  indicators: readonly Indicator[] = INDICATORS,
): Promise<ReadonlyMap<string, RawFigure>> {
  const raw = new Map<string, RawFigure>();
  for (const indicator of indicators) {
    const { rows } = await queryOf(indicator, organizationId, period).execute(tx);
    const lines = rows.map((row) => ({
      category: row.category,
      value: BigInt(row.value ?? 0),
      weight: BigInt(row.weight ?? 0),
    }));
    raw.set(indicator.key, rawFigure(indicator, lines));
  }
  return raw;
}

/** What is kept back of a year. */
export async function withheldOf(tx: Tx, organizationId: OrganizationId, period: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ indicator: string }>`select indicator from observatory.withheld
    where organization_id = ${organizationId} and period = ${period}`.execute(tx);
  return new Set(rows.map(({ indicator }) => indicator));
}
