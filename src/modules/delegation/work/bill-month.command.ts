import { sql } from "kysely";
import { z } from "zod";
import { firstDayOf, lastDayOf, parseMonth } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { namedCustomer, saveInvoice } from "#modules/sales/index.server.ts";
import { serviceLine } from "#modules/sales/index.ts";
import { defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { findDelegation } from "../agreement/agreement.store.ts";
import { type DelegationRefusalCode, fr } from "../delegation.fr.ts";
import { mayDelegate } from "../delegation.policy.ts";
import { billsOf, volumesKept } from "./work.store.ts";

/**
 * The provider's draft for what it did in a month, at the agreed prices, in an activity of its own (« services mutualisés »):
 * an invoice like any other, which its own people complete, validate and issue.
 */
export const billMonth = defineCommand({
  name: "delegation.month.bill",
  input: z.object({
    agreementId: idText<"delegation">(),
    activityId: idText<"activity">(),
    month: z
      .string("field.month")
      .transform(parseMonth)
      .refine((month) => month !== null, "field.month"),
  }),
  async run(context, input): Promise<{ invoiceId: Id<"invoice"> } | Refusal> {
    const { tx, organizationId, now } = context;
    const { agreementId, activityId, month } = input;
    const refusal: Refusal<DelegationRefusalCode> | null = mayDelegate(context.actor);
    if (refusal) return refusal;
    if (month === null) return refuse("invalid", "delegation.nothingDone", {}, "month");
    const agreement = await findDelegation(tx, organizationId, agreementId, true);
    if (agreement === null || agreement.side !== "provider") return refuse("missing", "delegation.missing");
    const billed = await billsOf(tx, organizationId, agreementId);
    if (billed.some((each) => each.month === month)) return refuse("conflict", "delegation.billed", {}, "month");
    const volumes = await volumesKept(tx, organizationId, agreementId);
    const lines = agreement.items.flatMap(({ work, unitPrice }) => {
      const done = volumes.find((each) => each.month === month && each.work === work)?.done ?? 0;
      return done === 0 ? [] : [serviceLine({ name: fr.works[work], count: done, unit: "C62", price: unitPrice })];
    });
    if (lines.length === 0) return refuse("conflict", "delegation.nothingDone", {}, "month");
    const { otherName: name, otherSiren: siren } = agreement;
    const customer = await namedCustomer(context, activityId, { name, siren });
    if (isRefusal(customer)) return customer;
    const saved = await saveInvoice.run(context, {
      ...{ invoiceId: null, version: null, activityId, ...customer, issueDate: null, dueDate: null },
      title: `${fr.billTitle} ${month.slice(5)}/${month.slice(0, 4)}`,
      content: {
        ...{ mode: "ht", lines, discounts: [], deliveryDate: null, purchaseOrder: "", note: "", language: "fr" },
        period: { start: firstDayOf(month), end: lastDayOf(month) },
      },
    });
    if (isRefusal(saved)) return saved;
    const { invoiceId } = saved;
    await sql`insert into delegation.bill (organization_id, agreement_id, month, invoice_id, at)
      values (${organizationId}, ${agreementId}, ${month}, ${invoiceId}, ${now})
      on conflict (organization_id, agreement_id, month) do update set invoice_id = excluded.invoice_id, at = excluded.at`.execute(
      tx,
    );
    context.audit({ subjectKind: "delegation.agreement", subjectId: agreementId, details: { month, invoiceId } });
    return { invoiceId };
  },
});
