import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { lockAdhesions } from "../adhesion/adhesion.store.ts";
import { sumsOf } from "../adhesion/aggregate.store.ts";
import { linesOf } from "../adhesion/aggregate.ts";
import { kindOf } from "../adhesion/circle.ts";
import { INDICATORS } from "../indicator/indicators.ts";
import { readObservation } from "../observation/observation.ts";
import type { ObservatoryRefusalCode } from "../observatory.fr.ts";
import { mayGather } from "../observatory.policy.ts";
import type { ReceivedId, ReleaseId } from "../tables.ts";
import { cellsToTell, type EditionCell, saysMore } from "./edition.ts";
import { restated, type Said, standIns } from "./held.ts";
import { MEASURES, measured, spreadOf } from "./measure.ts";
import { type Answer, publishable, type Told } from "./publishable.ts";
import {
  cellsOf,
  documentsAmong,
  expectedHouses,
  keepCells,
  keepSpread,
  type Release,
  releasesOf,
  type Standing,
  spreadsOf,
  standingDocuments,
} from "./release.store.ts";

type Read = Said & { readonly id: ReceivedId };
/** An edition that was published, its cells and the documents it added up. */
type Past = { readonly release: Release; readonly cells: readonly EditionCell[]; readonly documents: readonly Read[] };

/**
 * Publishes the figures of a year as they stand: they never change, another publication follows. Nothing that was published
 * of the year before, subtracted from it, tells one or two cooperatives, or fewer than five persons of one: what would is
 * taken over from the edition before.
 */
export const publishFigures = defineCommand({
  name: "observatory.release.publish",
  input: z.object({ period: z.string().regex(/^20\d{2}$/, "field.choose") }),
  async run(context, { period }): Promise<{ readonly releaseId: ReleaseId } | Refusal<ObservatoryRefusalCode>> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayGather(actor);
    if (refusal) return refusal;
    await lockAdhesions(context);
    const standing = read(await standingDocuments(context, period));
    const before = await pastOf(context, period);
    const [last] = before;
    const published = before.flatMap((past) => past.documents);
    const { used, held } = standIns(standing, published);
    if (last !== undefined && sameIds(last.release.documents, used)) {
      return refuse("conflict", held.length > 0 ? "release.tooFew" : "release.nothingNew");
    }
    const circles = circlesToTell(used, before);
    const sums = restated(await sumsOf(context, period), held).filter(({ indicator, circle }) =>
      circles.get(indicator)?.includes(circle),
    );
    const { fresh, cells } = cellsToTell(sums, before);
    if (!cells.some(({ circle }) => circle === "all") || !saysMore(cells, last?.cells ?? [])) {
      return refuse("conflict", "release.tooFew");
    }
    const id = context.id<"release">();
    await sql`insert into observatory.release (organization_id, id, period, rank, released_at, released_by, answered, expected,
        documents)
      values (${organizationId}, ${id}, ${period}, ${(last?.release.rank ?? 0) + 1}, ${now}, ${actor.personId},
        ${used.length}, ${Math.max(await expectedHouses(context), used.length)}, ${used.map((one) => one.id)})`.execute(
      tx,
    );
    await keepCells(context, id, cells);
    await keepSpreads(context, id, used, fresh, last?.release.id ?? null);
    context.audit({
      subjectKind: "observatory.release",
      subjectId: id,
      details: { period, answered: used.length, held: held.length },
    });
    return { releaseId: id };
  },
});

const sameIds = (ids: readonly string[], documents: readonly Read[]) =>
  [...ids].sort().join() ===
  documents
    .map(({ id }) => id)
    .sort()
    .join();

function read(rows: readonly Standing[]) {
  return rows.map(({ id, structureId, document, circles }): Read => {
    const said = readObservation(document);
    if ("fault" in said) throw new Error(`a received document does not read: ${said.fault}`);
    return { id, structureId, circles, lines: linesOf(said) };
  });
}

/** Every edition of the year, the latest first. */
async function pastOf(context: CommandContext, period: string): Promise<Past[]> {
  const releases = await releasesOf(context, period);
  const kept = read(await documentsAmong(context, [...new Set(releases.flatMap(({ documents }) => documents))]));
  const byId = new Map(kept.map((one) => [one.id, one]));
  const ids = releases.map(({ id }) => id);
  const cells = Map.groupBy(await cellsOf(context, ids, null), ({ releaseId }) => releaseId);
  return releases.map((release) => ({
    ...{ release, cells: cells.get(release.id) ?? [] },
    documents: release.documents.flatMap((id) => byId.get(id) ?? []),
  }));
}

/** By indicator, the circles that may be told; families of one base together. */
function circlesToTell(documents: readonly Read[], before: readonly Past[]): ReadonlyMap<string, readonly string[]> {
  const circles = new Map<string, readonly string[]>();
  for (const base of new Set(INDICATORS.map((one) => one.base))) {
    const family = INDICATORS.filter((one) => one.base === base).map(({ key }) => key);
    const answered = ({ structureId, circles: own, lines }: Read): Answer => {
      const told = lines.filter(({ indicator }) => family.includes(indicator));
      const words = told.map(({ indicator, category, value, weight }) =>
        [indicator, category, value, weight].join(":"),
      );
      return {
        ...{ answer: `${structureId} ${words.join()}`, structure: structureId, circles: own },
        indicators: new Set(told.map(({ indicator }) => indicator)),
      };
    };
    const told = before.flatMap((past): Told[] => {
      const then = past.documents.map(answered);
      return past.cells
        .filter((cell) => cell.category === "" && cell.carriedFrom === null && family.includes(cell.indicator))
        .map(({ circle, indicator }) =>
          then.filter((one) => one.circles.includes(circle) && one.indicators.has(indicator)),
        );
    });
    for (const [indicator, list] of publishable(family, documents.map(answered), told)) circles.set(indicator, list);
  }
  return circles;
}

/** How cooperatives spread on each measure, of all and of a size, where its figures are told; as before elsewhere. */
async function keepSpreads(
  context: CommandContext,
  id: ReleaseId,
  documents: readonly Read[],
  fresh: readonly EditionCell[],
  last: ReleaseId | null,
) {
  const circles = [...new Set(documents.flatMap((one) => one.circles))].filter((circle) =>
    ["all", "size"].includes(kindOf(circle)),
  );
  const told = new Set(fresh.map(({ circle, indicator }) => `${circle} ${indicator}`));
  const kept = last === null ? [] : await spreadsOf(context, last);
  const spreads = circles.flatMap((circle) => {
    const inside = documents.filter((one) => one.circles.includes(circle));
    return MEASURES.flatMap((measure) => {
      const parts = [measure.part, ...(measure.whole === null ? [] : [measure.whole])];
      if (parts.some(({ indicator }) => !told.has(`${circle} ${indicator}`))) {
        return kept.filter((one) => one.circle === circle && one.measure === measure.key);
      }
      const spread = spreadOf(inside.flatMap(({ lines }) => measured(measure, lines) ?? []));
      return spread === null ? [] : [{ ...spread, circle, measure: measure.key }];
    });
  });
  await keepSpread(context, id, spreads);
}
