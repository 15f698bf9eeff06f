import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { SetupRefusalCode } from "./setup.fr.ts";

/** Who chooses what the house accompanies by: direction and administration. */
export function maySetUpAccompaniment(actor: Actor): Refusal<SetupRefusalCode> | null {
  return hasGeneralRole(actor, ["direction", "administrator"]) ? null : refuse("forbidden", "support.notAllowed");
}
