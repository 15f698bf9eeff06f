import { addMonths, type Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { heldOf, requestsOf } from "./erasure.store.ts";
import { ANSWER_MONTHS, planOf } from "./erasure.ts";
import type { ShownErasure } from "./erasure-card.view.tsx";

/** What may be erased of somebody, and what they asked; null for nobody. */
export async function shownErasure(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
  today: Day,
): Promise<(ShownErasure & { readonly name: string }) | null> {
  const state = await heldOf(tx, organizationId, personId, today);
  if (state === null) return null;
  const requests = await requestsOf(tx, organizationId, personId);
  const open = requests.find(({ outcome }) => outcome === null);
  const kept = requests.findLast(({ outcome }) => outcome === "kept");
  return {
    ...{ name: state.name, erased: state.erased, leftOn: state.leftOn },
    plan: planOf(state.leftOn, state.held, today),
    kept: kept === undefined ? null : { askedOn: kept.askedOn, answer: kept.answer },
    request: open === undefined ? null : { askedOn: open.askedOn, answerBy: addMonths(open.askedOn, ANSWER_MONTHS) },
  };
}
