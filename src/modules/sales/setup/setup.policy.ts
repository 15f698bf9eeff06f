import { type Actor, hasGeneralRole } from "#kernel/actor.ts";

/** Who sets sales up: direction and administration, as membership asks for every part of the settings. */
export function maySetUpSales(actor: Actor): boolean {
  return hasGeneralRole(actor, ["direction", "administrator"]);
}
