import type { PhaseResults } from "./phase-results.ts";
import type { ShownResults } from "./result-sections.view.tsx";

/** What a page shows of results: figures, and the titles of the axes. */
export function shownResults(results: PhaseResults): ShownResults {
  const { phase, axes, coverage, figures, networks, regions, channels } = results;
  const titles = Object.fromEntries(axes.map(({ id, title }) => [id, title]));
  return { phase, titles, coverage, figures, networks, regions, channels };
}
