import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";

type NotAllowed = "governance.notAllowed";

/** Who keeps the register, calls assemblies and writes what happened there: direction and administration. */
export function mayGovern(actor: Actor): Refusal<NotAllowed> | null {
  return hasGeneralRole(actor, ["direction", "administrator"]) ? null : refuse("forbidden", "governance.notAllowed");
}

/** The register and its shares are read by whoever keeps the books too, who records the movements. */
export function mayKeepShares(actor: Actor): Refusal<NotAllowed> | null {
  return hasGeneralRole(actor, ["accountant", "direction", "administrator"])
    ? null
    : refuse("forbidden", "governance.notAllowed");
}
