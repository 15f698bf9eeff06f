import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { SiteRefusalCode } from "./site.fr.ts";

/** Who adds and renames sites: direction and administration. */
export function mayChangeSites(actor: Actor): Refusal<SiteRefusalCode> | null {
  return hasGeneralRole(actor, ["direction", "administrator"]) ? null : refuse("forbidden", "site.notAllowed");
}
