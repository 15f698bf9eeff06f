/** One’s own structure beside the spread of the others: read by whoever has a seat for it. */
import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import type { Tx } from "#platform/database/database.ts";
import { linesOf } from "../adhesion/aggregate.ts";
import { kindOf } from "../adhesion/circle.ts";
import { readObservation } from "../observation/observation.ts";
import { MEASURES, measured } from "../release/measure.ts";
import { documentIn, spreadsOf, standingReleases } from "../release/release.store.ts";
import type { StructureId } from "../tables.ts";

/** The CAE that somebody speaks for today. */
export async function seatedFor(
  tx: Tx,
  actor: Actor,
  today: Day,
): Promise<{ readonly id: StructureId; readonly name: string }[]> {
  const { rows } = await sql<{ id: StructureId; name: string }>`select s.id, s.name from published.structure s
    where s.organization_id = ${actor.organizationId} and s.kind = 'cae' and exists (
      select 1 from published.seat t
       where t.organization_id = s.organization_id and t.structure_id = s.id and t.person_id = ${actor.personId}
         and t.starts_on <= ${today} and (t.ends_on is null or t.ends_on >= ${today}))
    order by s.name collate "fr-x-icu", s.id`.execute(tx);
  return rows;
}

/** The measures of a structure in the publication that stands of a year, and how those of its size, or all, spread. */
export async function readComparison(
  place: { readonly tx: Tx; readonly organizationId: Actor["organizationId"] },
  structureId: StructureId,
  year: string | null,
) {
  const releases = await standingReleases(place);
  const release = releases.find(({ period }) => period === year) ?? releases[0];
  if (release === undefined) return null;
  const own = await documentIn(place, release.id, structureId);
  const said = own === null ? null : readObservation(own.document);
  const lines = said === null || "fault" in said ? [] : linesOf(said);
  const size = own?.circles.find((circle) => kindOf(circle) === "size");
  const spreads = await spreadsOf(place, release.id);
  const rows = MEASURES.flatMap((measure) => {
    const of = (circle: string | undefined) =>
      spreads.find((spread) => spread.circle === circle && spread.measure === measure.key);
    const spread = of(size) ?? of("all");
    return spread === undefined ? [] : [{ key: measure.key, own: measured(measure, lines), spread }];
  });
  return { year: release.period, years: releases.map(({ period }) => period), rows };
}
