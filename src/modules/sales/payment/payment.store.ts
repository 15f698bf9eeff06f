/** SQL of payments: append, and what has happened to a document so far. */

import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { sum } from "#kernel/money.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { readFrozenInvoice } from "../invoice/frozen-invoice.ts";
import type { InvoiceId } from "../invoice/invoice.ts";
import type { SalesTables } from "../tables.ts";
import type { Applied, PaymentId } from "./payment.ts";
import type { Settlement } from "./vat-on-receipt.ts";

const sales = (tx: Tx) => tx.withTables<SalesTables>();

export type PaymentRow = SalesTables["sales.payment"];

export type PaymentToInsert = Applied & {
  readonly id: PaymentId;
  readonly invoiceId: InvoiceId;
  readonly activityId: PaymentRow["activity_id"];
  readonly paidOn: Day;
  readonly method: PaymentRow["method"];
  readonly account: string;
  readonly reference: string;
  readonly counterpartInvoiceId?: InvoiceId;
  readonly reversesPaymentId?: PaymentId;
  readonly entryId: string | null;
};

export async function insertPayment(context: CommandContext, payment: PaymentToInsert): Promise<void> {
  await sales(context.tx)
    .insertInto("sales.payment")
    .values({
      organization_id: context.organizationId,
      id: payment.id,
      invoice_id: payment.invoiceId,
      activity_id: payment.activityId,
      amount: payment.settles,
      difference: payment.difference,
      paid_on: payment.paidOn,
      method: payment.method,
      account: payment.account,
      reference: payment.reference,
      counterpart_invoice_id: payment.counterpartInvoiceId ?? null,
      reverses_payment_id: payment.reversesPaymentId ?? null,
      entry_id: payment.entryId,
      recorded_by: context.actor.personId,
      recorded_at: context.now,
    })
    .execute();
}

export async function findPayment(tx: Tx, organizationId: OrganizationId, id: PaymentId): Promise<PaymentRow | null> {
  const row = await sales(tx)
    .selectFrom("sales.payment")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return (row as PaymentRow | undefined) ?? null;
}

/** The payments of a document in the order they were recorded. */
export async function paymentsOf(tx: Tx, organizationId: OrganizationId, invoiceId: InvoiceId): Promise<PaymentRow[]> {
  const rows = await sales(tx)
    .selectFrom("sales.payment")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("invoice_id", "=", invoiceId)
    .orderBy("recorded_at")
    .orderBy("id")
    .execute();
  return rows as PaymentRow[];
}

/** What has happened to a document so far: money, and set-offs with the credit notes' own claims. */
export async function settlementOf(tx: Tx, organizationId: OrganizationId, invoiceId: InvoiceId): Promise<Settlement> {
  const rows = await sales(tx)
    .selectFrom("sales.payment as p")
    .leftJoin("sales.invoice as c", (join) =>
      join.onRef("c.organization_id", "=", "p.organization_id").onRef("c.id", "=", "p.counterpart_invoice_id"),
    )
    .innerJoin("sales.invoice as own", (join) =>
      join.onRef("own.organization_id", "=", "p.organization_id").onRef("own.id", "=", "p.invoice_id"),
    )
    .select([
      "p.amount",
      "p.method",
      "own.kind as own_kind",
      "own.frozen as own_frozen",
      "c.frozen as counterpart_frozen",
    ])
    .where("p.organization_id", "=", organizationId)
    .where("p.invoice_id", "=", invoiceId)
    .execute();
  return {
    cash: sum(rows.filter((row) => row.method !== "set_off").map((row) => row.amount)),
    setOffs: rows
      .filter((row) => row.method === "set_off")
      .map((row) => ({
        amount: row.amount,
        credit: readFrozenInvoice(row.own_kind === "credit_note" ? row.own_frozen : row.counterpart_frozen).claim,
      })),
  };
}
