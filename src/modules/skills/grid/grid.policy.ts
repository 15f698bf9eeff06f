import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { GridRefusalCode } from "./grid.fr.ts";

/** Who says what is expected of people: direction and administration. Everybody evaluated reads it with their evaluation. */
export function mayKeepGrid(actor: Actor): Refusal<GridRefusalCode> | null {
  return hasGeneralRole(actor, ["direction", "administrator"]) ? null : refuse("forbidden", "grid.notAllowed");
}
