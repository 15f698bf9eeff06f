import type { PersonalTable } from "#kernel/personal-data.ts";

/** Agreements speak of structures; who wrote a line down is in the log of acts. */
export const objectivesPersonalData: readonly PersonalTable[] = (
  [
    "convention",
    "party",
    "amendment",
    "objective",
    "indicator",
    "target",
    "result",
    "tranche",
    "action",
    "step",
    "effect",
  ] as const
).map((table) => ({ table: `objectives.${table}`, not: "nobody" }));
