import type { PersonalTable } from "#kernel/personal-data.ts";

/** Shared training names nobody: who comes is known to each structure alone. */
export const trainingPersonalData: readonly PersonalTable[] = [
  { table: "training.course", not: "nobody" },
  { table: "training.run", not: "nobody" },
  { table: "training.booking", not: "nobody" },
  { table: "training.share", not: "nobody" },
];
