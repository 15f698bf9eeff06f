import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ConventionId } from "../convention/convention.ts";
import type { Indicator, Objective, Result, Target } from "./target.ts";

type Row = Omit<Objective, "indicators">;
type IndicatorRow = Omit<Indicator, "targets" | "results"> & { readonly objectiveId: Objective["id"] };
type Of<T> = T & { readonly indicatorId: Indicator["id"] };
/** A figure as the database gives it. */
type Written<T, Name extends keyof T> = Omit<T, Name> & Readonly<Record<Name, string>>;

/** The objectives of a convention in their order, with each indicator’s targets and the latest result of each year. */
export async function objectivesOf(
  tx: Tx,
  organizationId: OrganizationId,
  conventionId: ConventionId,
): Promise<Objective[]> {
  const objectives = await sql<Row>`select id, title, details, amendment from objectives.objective
    where organization_id = ${organizationId} and convention_id = ${conventionId} order by position`.execute(tx);
  const indicators = await sql<IndicatorRow>`
    select i.id, i.label, i.unit, i.objective_id as "objectiveId" from objectives.indicator i
      join objectives.objective o on o.organization_id = i.organization_id and o.id = i.objective_id
     where o.organization_id = ${organizationId} and o.convention_id = ${conventionId} order by o.position, i.position`.execute(
    tx,
  );
  const ids = indicators.rows.map(({ id }) => id);
  const targets = await sql<Of<Written<Target, "planned">>>`
    select indicator_id as "indicatorId", year, amendment, planned::text as planned from objectives.target
     where organization_id = ${organizationId} and indicator_id = any(${ids}::uuid[]) order by year, amendment`.execute(
    tx,
  );
  const results = await sql<Of<Written<Result, "done">>>`
    select distinct on (indicator_id, year) indicator_id as "indicatorId", year, done::text as done, note
      from objectives.result where organization_id = ${organizationId} and indicator_id = any(${ids}::uuid[])
     order by indicator_id, year, recorded_at desc, id desc`.execute(tx);
  const figuresOf = (id: Indicator["id"]) => ({
    targets: targets.rows
      .filter((one) => one.indicatorId === id)
      .map(({ year, amendment, planned }) => ({ year, amendment, planned: BigInt(planned) })),
    results: results.rows
      .filter((one) => one.indicatorId === id)
      .map(({ year, done, note }) => ({ year, note, done: BigInt(done) })),
  });
  return objectives.rows.map((objective) => ({
    ...objective,
    indicators: indicators.rows
      .filter(({ objectiveId }) => objectiveId === objective.id)
      .map(({ id, label, unit }) => ({ id, label, unit, ...figuresOf(id) })),
  }));
}

export type ToldResult = Written<Result, "done"> & { readonly by: string; readonly at: Instant };

/** All that was said of what was done for an indicator, the latest first. */
export async function resultsOf(
  tx: Tx,
  organizationId: OrganizationId,
  indicatorId: Indicator["id"],
): Promise<ToldResult[]> {
  const { rows } = await sql<ToldResult>`
    select r.year, r.done::text as done, r.note, p.first_name || ' ' || p.last_name as by, r.recorded_at as at
      from objectives.result r
      join membership.person p on p.organization_id = r.organization_id and p.id = r.recorded_by
     where r.organization_id = ${organizationId} and r.indicator_id = ${indicatorId}
     order by r.recorded_at desc, r.id desc`.execute(tx);
  return rows;
}
