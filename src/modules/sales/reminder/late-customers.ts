/** The late invoices gathered by customer, as a list shows them. Pure. */

import { type Day, daysBetween, type Instant } from "#kernel/day.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import { add, type Cents, ZERO } from "#kernel/money.ts";
import type { InvoiceId, InvoiceKind } from "../invoice/invoice.ts";
import { isProposed, isRested, nextLevel, type ReminderLevel, type ReminderPlan } from "./reminder.ts";

export type LateCustomer = {
  readonly id: Id<"customer">;
  readonly activityId: ActivityId;
  readonly kind: "company" | "individual";
  readonly name: string;
  readonly email: string;
  readonly pausedAt: Instant | null;
  readonly pauseReason: string;
};

export type LateRow = {
  readonly id: InvoiceId;
  readonly customerId: Id<"customer">;
  readonly number: string;
  readonly kind: InvoiceKind;
  readonly language: "fr" | "en";
  readonly issueDate: Day;
  readonly dueDate: Day;
  readonly left: Cents;
  readonly lastLevel: ReminderLevel | null;
  readonly lastOn: Day | null;
};

/** What is to be done about a customer: said on the page and in its file. */
export type ToDo = "paused" | "noEmail" | "proposed" | "call" | "wait";

export type LateGroup = LateCustomer & {
  readonly invoices: readonly (LateRow & { readonly daysLate: number })[];
  readonly left: Cents;
  readonly todo: ToDo;
  /** The level of the message that the oldest of them would bring. */
  readonly level: ReminderLevel;
  /** Whether a reminder could leave now. */
  readonly ready: boolean;
  readonly last: { readonly level: ReminderLevel; readonly on: Day } | null;
};

export function groupLate(
  customers: readonly LateCustomer[],
  rows: readonly LateRow[],
  plan: Pick<ReminderPlan, "afterDays">,
  today: Day,
): LateGroup[] {
  const byCustomer = Map.groupBy(rows, ({ customerId }) => customerId);
  return customers.map((customer) => {
    const invoices = (byCustomer.get(customer.id) ?? []).map((row) => ({
      ...row,
      daysLate: daysBetween(row.dueDate, today),
    }));
    const proposed = invoices.filter((row) => isProposed(row, plan, today));
    const rested = invoices.some((row) => isRested(row, today));
    const last = invoices.reduce<LateGroup["last"]>(
      (latest, { lastLevel, lastOn }) =>
        lastLevel !== null && lastOn !== null && (latest === null || lastOn > latest.on)
          ? { level: lastLevel, on: lastOn }
          : latest,
      null,
    );
    const todo: ToDo =
      customer.pausedAt !== null
        ? "paused"
        : customer.email === ""
          ? "noEmail"
          : proposed.length > 0
            ? "proposed"
            : invoices.some(({ lastLevel }) => lastLevel === 3) && rested
              ? "call"
              : "wait";
    const oldest = proposed[0] ?? invoices[0];
    return {
      ...customer,
      invoices,
      left: invoices.reduce((total, row) => add(total, row.left), ZERO),
      todo,
      level: oldest === undefined ? 1 : nextLevel(oldest),
      ready: customer.pausedAt === null && customer.email !== "" && rested,
      last,
    };
  });
}
