import { type Quantity, unitPriceOfCents } from "#kernel/decimal.ts";
import type { ActivityId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import { type Rate, toRate } from "#kernel/rate.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { createCustomer, customersAlike, saveQuote } from "#modules/sales/index.server.ts";
import { BLANK_CUSTOMER, DEFAULT_VALIDITY_DAYS, type QuoteId } from "#modules/sales/index.ts";
import type { CommandContext } from "#platform/command.ts";

export type QuoteToDraft = {
  readonly activityId: ActivityId;
  readonly customer: { readonly name: string; readonly siren: string };
  readonly title: string;
  readonly reference: string;
  readonly lines: readonly { readonly name: string; readonly amount: Cents }[];
};

/** An ordinary draft: its people check its VAT and its words, then submit or validate it as any other. */
export async function draftQuote(
  context: CommandContext,
  quote: QuoteToDraft,
): Promise<{ quoteId: QuoteId } | Refusal> {
  const { activityId, title, reference, lines } = quote;
  const { name } = quote.customer;
  const { siren } = quote.customer;
  const alike = await customersAlike(
    context.tx,
    context.organizationId,
    activityId,
    { name, siren: siren === "" ? null : siren },
    null,
  );
  let customerId = alike[0]?.id;
  if (customerId === undefined) {
    const made = await createCustomer.run(context, { activityId, customer: { ...BLANK_CUSTOMER, name, siren } });
    if (isRefusal(made)) return made;
    customerId = made.customerId;
  }
  return saveQuote.run(context, {
    ...{ quoteId: null, version: null, activityId, customerId, title },
    content: {
      ...{ mode: "ht", discounts: [], validityDays: DEFAULT_VALIDITY_DAYS, purchaseOrder: reference, language: "fr" },
      ...{ introduction: "", mentions: "", note: "", deliveryDate: null, deliveryAddress: "" },
      schedule: { depositRate: 0 as Rate, instalments: [] },
      lines: lines.map((line) => ({
        ...{ kind: "item" as const, name: line.name, description: "", nature: "services" as const },
        ...{ quantity: 10_000n as Quantity, unit: "LS", unitPrice: unitPriceOfCents(line.amount), discount: null },
        ...{ vat: { category: "S" as const, rate: toRate(2000), exemption: null }, account: "706" },
      })),
    },
  });
}
