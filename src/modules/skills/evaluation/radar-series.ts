/** What a radar draws of somebody's skills: one axis for each domain, or for each skill of one of them. Pure. */
import type { RadarSeries } from "#ui/radar.tsx";

type Shown = {
  readonly expected: number | null;
  readonly level: number | null;
  readonly before: number | null;
  readonly self: { readonly level: number } | null;
  readonly team: { readonly level: number } | null;
};
export type RadarSkill = Shown & { readonly name: string };
type RadarDomain = { readonly id: string; readonly name: string; readonly skills: readonly RadarSkill[] };

/** An axis, with the skills that it sums up: its own alone, or those of a domain. */
export type Axis = { readonly name: string; readonly skills: readonly RadarSkill[]; readonly single: boolean };

/** Domains without any skill have no axis. */
export function axesOf(domains: readonly RadarDomain[], domainId: string | null): Axis[] {
  const chosen = domains.find(({ id }) => id === domainId);
  if (chosen !== undefined) {
    return chosen.skills.map((skill) => ({ name: skill.name, skills: [skill], single: true }));
  }
  return domains.filter(({ skills }) => skills.length > 0).map(({ name, skills }) => ({ name, skills, single: false }));
}

/** The mean of the levels there are; null when there is none. */
export function meanOf(levels: readonly (number | null)[]): number | null {
  const known = levels.filter((level) => level !== null);
  return known.length === 0 ? null : known.reduce((sum, level) => sum + level, 0) / known.length;
}

type Names = Readonly<Record<"expected" | "self" | "team" | "now" | "before", string>>;
type Says = { readonly level: (rank: number) => string; readonly mean: (value: number) => string };

/** What is expected, then both sides; or, between two days, what counted then and what counts now. */
export function radarSeries(axes: readonly Axis[], compared: boolean, names: Names, says: Says): RadarSeries[] {
  const series = (name: string, level: (skill: RadarSkill) => number | null, aimed = false): RadarSeries => {
    const values = axes.map(({ skills }) => meanOf(skills.map(level)));
    const texts = values.map((value, axis) =>
      value === null ? "" : axes[axis]?.single ? says.level(value) : says.mean(value),
    );
    return { name, values, texts, ...(aimed ? { aimed } : {}) };
  };
  const expected = series(names.expected, (skill) => skill.expected, true);
  if (compared) {
    return [expected, series(names.before, (skill) => skill.before), series(names.now, (skill) => skill.level)];
  }
  return [
    expected,
    series(names.self, (skill) => skill.self?.level ?? null),
    series(names.team, (skill) => skill.team?.level ?? null),
  ];
}
