import type { Actor } from "#kernel/actor.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { mayAddPerson } from "#modules/membership/index.server.ts";

/** Who imports persons: those who add one. Each line is then an act of its own, with its own right (contracts: payroll). */
export function mayImport(actor: Actor): Refusal | null {
  return mayAddPerson(actor);
}
