import { type RegionCode, regionName, regionOf } from "#modules/network/index.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { answersOf, askedBy } from "../answer/answer.store.ts";
import { CHANNELS, standing } from "../answer/answer.ts";
import { axesOf } from "../consultation/consultation.store.ts";
import type { Consultation, Phase } from "../consultation/consultation.ts";
import { type Asked, breakdown, byChannel, coverageOf, rankAxes, type Voice } from "./figures.ts";
import type { PhaseResults } from "./phase-results.ts";

/** Everything that a phase says, from the answers that stand, on the ground that was kept. */
export async function readResults(reader: Reader, consultation: Consultation, phase: Phase): Promise<PhaseResults> {
  const { tx, organizationId, today } = reader;
  const axes = await axesOf(tx, organizationId, consultation.id);
  const ids = axes.map(({ id }) => id);
  const titles = new Map(axes.map(({ id, title }) => [id, title]));
  const asked: Asked[] = (await askedBy(tx, organizationId, consultation, phase, today)).map(
    ({ structureId, name, networks, department }) => ({ structureId, name, networks, region: regionNamed(department) }),
  );
  const names = new Map(asked.map(({ structureId, name }) => [structureId, name]));
  const valid = [...standing(await answersOf(tx, organizationId, phase.id)).values()].filter(({ structureId }) =>
    names.has(structureId),
  );
  const voices: Voice[] = valid.map(({ structureId, channel, ranks }) => ({
    ...{ structureId, channel },
    ranks: new Map(ranks.map(({ axisId, rank }) => [axisId, rank])),
  }));
  const verbatims = valid.flatMap(({ structureId, channel, ranks, comment }) => {
    const of = { structure: names.get(structureId) ?? "", channel };
    return [
      ...ranks
        .filter(({ note }) => note !== "")
        .map(({ axisId, note }) => ({ ...of, axis: titles.get(axisId) ?? null, text: note })),
      ...(comment === "" ? [] : [{ ...of, axis: null, text: comment }]),
    ];
  });
  return {
    phase: { id: phase.id, title: phase.title },
    ...{ axes, asked, voices, verbatims },
    coverage: coverageOf(voices.length, asked.length),
    figures: rankAxes(ids, voices),
    networks: breakdown(ids, asked, voices, ({ networks }) => (networks.length === 0 ? [""] : networks)),
    regions: breakdown(ids, asked, voices, ({ region }) => [region]),
    channels: byChannel(ids, voices, CHANNELS),
  };
}

function regionNamed(department: string): string {
  const region: RegionCode | null = department === "" ? null : regionOf(department);
  return region === null ? "" : regionName(region);
}
