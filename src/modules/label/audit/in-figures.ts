import type { Day } from "#kernel/day.ts";

/** A day in the facts of a notice, read alike in both languages: "15/03/2027". */
export const inFigures = (day: Day): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
