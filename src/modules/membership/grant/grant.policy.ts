import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { GrantRefusalCode } from "./grant.fr.ts";

/** Who gives and takes away support roles: administrators only. */
export function mayGrant(actor: Actor): Refusal<GrantRefusalCode> | null {
  return hasGeneralRole(actor, ["administrator"]) ? null : refuse("forbidden", "grant.notAllowed");
}
