/** Who may do what in the books. One rule for the whole module: those who keep the books, and those who answer for them. */
import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";

export type LedgerAction =
  | "postEntry"
  | "reverseEntry"
  | "attachDocument"
  | "changePeriod"
  | "openFiscalYear"
  | "closeFiscalYear"
  | "importOpening"
  | "reconcile"
  | "editChart"
  | "verify"
  | "exportFec";

/** True for accountants, direction and administrators of the whole cooperative; a role scoped to a site keeps no books. */
export function mayKeepBooks(actor: Actor, _action: LedgerAction): boolean {
  return hasGeneralRole(actor, ["accountant", "direction", "administrator"]);
}

/** What of the books somebody may read: everything, or the lines of some activities (never the shared services). */
export type ReadScope = "all" | readonly ActivityId[];

/**
 * Those who keep the books read everything. An entrepreneur reads the entries of the activities they take part in
 * (C. trav. R7331-5), a support role those of the activities it reaches.
 */
export function readScope(actor: Actor): ReadScope | "activities" {
  if (hasGeneralRole(actor, ["accountant", "direction", "administrator"])) return "all";
  const seen = new Set(actor.own.keys());
  for (const grant of actor.grants) {
    // A general accompagnateur or payroll officer: every activity, but not the cooperative's own accounts.
    if (grant.reach === "all") return "activities";
    for (const activityId of grant.reach) seen.add(activityId);
  }
  return [...seen];
}
