/** A validated quote on paper, from its frozen words alone. */

import type { PrintableBrand, PrintableDocument } from "#platform/pdf/printable-document.ts";
import { printableGroups, printableTotals, printableVatTable, vatMentions } from "../document/printable-lines.ts";
import { computeTotals } from "../document/totals.ts";
import { printableBuyer, printableSeller } from "../invoice/invoice-print.ts";
import type { FrozenQuote } from "./frozen-quote.ts";
import { scheduleOf } from "./quote.ts";
import { scheduleLabel } from "./schedule-label.ts";

/** The document to render; the logo comes from outside. A draft has no number and says so across the page. */
export function printableQuote(
  frozen: Omit<FrozenQuote, "number"> & { readonly number: string | null },
  logo?: PrintableBrand["logo"],
): PrintableDocument {
  const { content, seller, buyer } = frozen;
  const { language } = content;
  const totals = computeTotals(content);
  const schedule = scheduleOf(totals, content.mode, content.schedule);
  return {
    kind: "quote",
    language,
    number: frozen.number,
    issueDate: frozen.issueDate,
    validUntil: frozen.validUntil,
    deliveryDate: content.deliveryDate ?? undefined,
    subject: frozen.title || undefined,
    references: {
      purchaseOrder: content.purchaseOrder || undefined,
      buyerReference: buyer.buyerReference || undefined,
    },
    brand: { accent: seller.accentColour, logo },
    seller: printableSeller(seller, language),
    buyer: printableBuyer(buyer, language),
    deliveryAddress: content.deliveryAddress === "" ? undefined : lines(content.deliveryAddress),
    introduction: content.introduction || undefined,
    priceMode: content.mode === "ht" ? "net" : "gross",
    groups: printableGroups(content, totals, language),
    totals: printableTotals(content, totals, totals.gross),
    vatTable: printableVatTable(totals),
    schedule: schedule.map((row, index) => ({
      label: scheduleLabel(row, index, schedule, language),
      percent: row.rate,
      amount: row.amount,
    })),
    vatMentions: vatMentions(totals, language),
    mentions: [...lines(content.mentions), ...(seller.activityFooter === "" ? [] : [seller.activityFooter])],
    note: content.note || undefined,
    conditions: frozen.conditions || undefined,
    footer: frozen.footer || undefined,
    signature: {},
  };
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
