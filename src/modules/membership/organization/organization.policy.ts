import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { OrganizationRefusalCode } from "./organization.fr.ts";

/** Who sets the cooperative up: direction and administration. */
export function maySetUp(actor: Actor): Refusal<OrganizationRefusalCode> | null {
  return hasGeneralRole(actor, ["direction", "administrator"]) ? null : refuse("forbidden", "organization.notAllowed");
}
