/** What the pages of figures read: publications alone, never a document nor a sum that is not published. */
import { dayIn } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Language } from "#kernel/language.ts";
import type { Tx } from "#platform/database/database.ts";
import { houseName } from "../adhesion/adhesion.store.ts";
import { inOrder } from "../release/publishable.ts";
import { cellsOf, circlesOfRelease, networkNames, standingReleases } from "../release/release.store.ts";
import { circleText } from "./figure-text.ts";
import type { ReadFigures } from "./shown-figures.ts";

export type FigurePlace = {
  readonly tx: Tx;
  readonly organizationId: OrganizationId;
  readonly timeZone: string;
  readonly language: Language;
};

/** The publication that an address asks for (`?annee=2025&perimetre=region:53`); the latest year and everybody otherwise. */
export async function readFigures(place: FigurePlace, search: URLSearchParams): Promise<ReadFigures> {
  const { tx, organizationId, timeZone, language } = place;
  const releases = await standingReleases(place);
  const release = releases.find(({ period }) => period === search.get("annee")) ?? releases[0];
  const network = await houseName(tx, organizationId);
  if (release === undefined) return { network, release: null };
  const names = await networkNames(place);
  const circles = inOrder(await circlesOfRelease(place, release.id), new Map());
  const circle = circles.find((one) => one === search.get("perimetre")) ?? "all";
  const cells = await cellsOf(
    place,
    releases.map(({ id }) => id),
    circle,
  );
  const periodOf = new Map(releases.map(({ id, period }) => [id, period]));
  return {
    network,
    release: {
      period: release.period,
      rank: release.rank,
      answered: release.answered,
      expected: release.expected,
      releasedOn: dayIn(release.releasedAt, timeZone),
    },
    years: releases.map(({ period }) => period),
    circle,
    circles: circles.map((value) => ({ value, label: circleText(value, names, language) })),
    cells: cells.filter(({ releaseId }) => releaseId === release.id),
    series: cells
      .filter(({ category }) => category === "")
      .map(({ releaseId, indicator, value }) => ({ year: periodOf.get(releaseId) ?? "", indicator, value }))
      .sort((a, b) => (a.year < b.year ? -1 : 1)),
  };
}
