/** Who decides of what is entrusted to others, and what a delegate may open. Pure. */
import { type Actor, type DelegableWork, hasGeneralRole } from "#kernel/actor.ts";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { DelegationRefusalCode } from "./delegation.fr.ts";

type Refused = Refusal<DelegationRefusalCode>;

/** Direction and administration, on both sides: agreements, named persons, the journal of accesses, invoices. */
export function mayDelegate(actor: Actor): Refused | null {
  if (actor.house !== "cae" || actor.delegation !== undefined) return refuse("missing", "delegation.missing");
  return hasGeneralRole(actor, ["direction", "administrator"]) ? null : refuse("forbidden", "delegation.notAllowed");
}

/** The list of what is to do: a delegate, for their own agreement; the payroll, direction and administration of the client. */
export function mayFollowWork(actor: Actor): Refused | null {
  if (actor.delegation !== undefined) return null;
  if (actor.house !== "cae") return refuse("missing", "delegation.missing");
  return hasGeneralRole(actor, ["payroll", "direction", "administrator"])
    ? null
    : refuse("forbidden", "delegation.notAllowed");
}

/** One piece of work: outside of their agreement and of its scope there is none for a delegate. */
export function mayOpenWork(
  actor: Actor,
  work: { readonly agreementId: Id<"delegation">; readonly work: DelegableWork },
): Refused | null {
  const { delegation } = actor;
  const opens =
    delegation === undefined
      ? mayFollowWork(actor) === null
      : delegation.agreementId === work.agreementId && delegation.scope.has(work.work);
  return opens ? null : refuse("missing", "delegation.workMissing");
}
