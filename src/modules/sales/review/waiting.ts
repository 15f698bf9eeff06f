/** A document that waits for the cooperative: a quote or an invoice, in one queue. Pure. */

import type { Actor } from "#kernel/actor.ts";
import type { Instant } from "#kernel/day.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import { may } from "../invoice/invoice.policy.ts";
import type { InvoiceKind } from "../invoice/invoice.ts";
import { mayQuote } from "../quote/quote.policy.ts";

export type Waiting = {
  readonly kind: InvoiceKind | "quote";
  readonly id: Id<"quote"> | Id<"invoice">;
  readonly activityId: ActivityId;
  readonly customerName: string;
  readonly title: string;
  readonly version: number;
  /** With VAT; below zero for a credit note. */
  readonly gross: Cents;
  readonly at: Instant;
};

/** Whether the actor may let it leave: it is in their queue. */
export function mayDecide(actor: Actor, { kind, activityId }: Pick<Waiting, "kind" | "activityId">): boolean {
  const subject = { activityId, status: "submitted" } as const;
  return (kind === "quote" ? mayQuote(actor, "validate", subject) : may(actor, "issue", subject)) === null;
}

/** Where it is read and decided, with the rest of the queue around it. */
export function reviewHref(slug: string, { kind, id }: Pick<Waiting, "kind" | "id">): string {
  return `/${slug}/a-relire/${kind === "quote" ? "devis/" : ""}${id}`;
}
