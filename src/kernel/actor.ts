/** Who acts, as policies see it: decided once per request, from the tenant's own rows, never from the session alone. */

import type { ActivityId, Id, OrganizationId, PersonId } from "./id.ts";

/** What kind of organisation a tenant is: a cooperative of entrepreneurs, or a network of cooperatives. */
export type House = "cae" | "network";

/**
 * Support roles of a cooperative; `facilitator` animates a network. Being an entrepreneur is not a grant: it is taking
 * part in an activity; nor is representing a structure in a network: it is having a seat there.
 */
export type SupportRole = "accompagnateur" | "accountant" | "payroll" | "direction" | "administrator" | "facilitator";

/** A support role and the activities it reaches: all, or those of a site or of the persons followed. */
export type Grant = { readonly role: SupportRole; readonly reach: "all" | ReadonlySet<ActivityId> };

/** What a person may do alone in an activity of theirs. */
export type ActivityRights = {
  readonly selfValidatesQuotes: boolean;
  readonly selfValidatesInvoices: boolean;
  readonly recordsPayments: boolean;
  /** An invoice must come from an accepted quote. */
  readonly quoteRequired: boolean;
};

/** What one cooperative may entrust to another: a closed list; each opens the pages and acts of its own work, and no more. */
export const DELEGABLE_WORK = ["payVariables", "contracts", "declarations"] as const;
export type DelegableWork = (typeof DELEGABLE_WORK)[number];

/** Under which agreement somebody of another cooperative is here, and for what. */
export type Delegation = { readonly agreementId: Id<"delegation">; readonly scope: ReadonlySet<DelegableWork> };

export type Actor = {
  readonly organizationId: OrganizationId;
  readonly house: House;
  readonly userId: Id<"user">;
  readonly personId: PersonId;
  readonly grants: readonly Grant[];
  /** The activities this person takes part in, today. */
  readonly own: ReadonlyMap<ActivityId, ActivityRights>;
  /**
   * Set for a delegate of another cooperative, who is no person of this one: no grant, no activity, and `personId` is that
   * of their delegation. Only pages and acts that say so let one in.
   */
  readonly delegation?: Delegation;
};

/** True when the actor holds one of the roles and the role reaches the activity. */
export function hasRole(actor: Actor, roles: readonly SupportRole[], activityId: ActivityId): boolean {
  return actor.grants.some(
    (grant) => roles.includes(grant.role) && (grant.reach === "all" || grant.reach.has(activityId)),
  );
}

/** True when the actor holds one of the roles for the whole cooperative (accounts, settings). */
export function hasGeneralRole(actor: Actor, roles: readonly SupportRole[]): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role) && grant.reach === "all");
}

/** True when the actor takes part in the activity or holds any support role that reaches it. */
export function seesActivity(actor: Actor, activityId: ActivityId): boolean {
  return (
    actor.own.has(activityId) ||
    hasRole(actor, ["accompagnateur", "accountant", "payroll", "direction", "administrator"], activityId)
  );
}

/** "all", or the activities the actor may see: the filter of every list. */
export function visibleActivities(actor: Actor): "all" | ReadonlySet<ActivityId> {
  const seen = new Set(actor.own.keys());
  for (const grant of actor.grants) {
    if (grant.reach === "all") return "all";
    for (const activityId of grant.reach) seen.add(activityId);
  }
  return seen;
}
