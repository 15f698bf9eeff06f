import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of the observatory speak of somebody: none; it counts. Who signed is in the trace of acts. */
export const observatoryPersonalData: readonly PersonalTable[] = [
  { table: "observatory.signing_key", not: "technical" },
  { table: "observatory.connection", not: "nobody" },
  { table: "observatory.known_cooperative", not: "nobody" },
  { table: "observatory.withheld", not: "nobody" },
  { table: "observatory.sending", not: "nobody" },
  { table: "observatory.invitation", not: "nobody" },
  { table: "observatory.adhesion", not: "nobody" },
  { table: "observatory.received", not: "nobody" },
  { table: "observatory.aggregate", not: "nobody" },
  { table: "observatory.release", not: "nobody" },
  { table: "observatory.release_cell", not: "nobody" },
  { table: "observatory.release_spread", not: "nobody" },
];
