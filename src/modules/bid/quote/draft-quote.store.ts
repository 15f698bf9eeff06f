import type { ActivityId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { namedCustomer, saveQuote } from "#modules/sales/index.server.ts";
import { DEFAULT_VALIDITY_DAYS, type QuoteId, serviceLine } from "#modules/sales/index.ts";
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
  const customer = await namedCustomer(context, activityId, quote.customer);
  if (isRefusal(customer)) return customer;
  return saveQuote.run(context, {
    ...{ quoteId: null, version: null, activityId, ...customer, title },
    content: {
      ...{ mode: "ht", discounts: [], validityDays: DEFAULT_VALIDITY_DAYS, purchaseOrder: reference, language: "fr" },
      ...{ introduction: "", mentions: "", note: "", deliveryDate: null, deliveryAddress: "" },
      schedule: { depositRate: 0 as Rate, instalments: [] },
      lines: lines.map(({ name, amount }) => serviceLine({ name, count: 1, unit: "LS", price: amount })),
    },
  });
}
