import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { mayAddPerson } from "#modules/membership/index.server.ts";
import type { ImportRefusalCode } from "./import.fr.ts";

/** Who imports persons: those who add one. Each line is then an act of its own, with its own right (contracts: payroll). */
export function mayImport(actor: Actor): Refusal | null {
  return mayAddPerson(actor);
}

/** Who takes an import back: whoever made it, direction and administration. Each thing is then an act with its own right. */
export function mayUndo(actor: Actor, one: { readonly by: PersonId }): Refusal<ImportRefusalCode> | null {
  return one.by === actor.personId || hasGeneralRole(actor, ["direction", "administrator"])
    ? null
    : refuse("forbidden", "import.notYours");
}
