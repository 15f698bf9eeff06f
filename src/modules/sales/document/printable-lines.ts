/** The lines and totals of a document as paper shows them, for quotes and invoices alike. */

import type { Cents } from "#kernel/money.ts";
import type {
  PrintableGroup,
  PrintableLine,
  PrintableTotals,
  PrintableVatRow,
} from "#platform/pdf/printable-document.ts";
import { unitWord } from "../facturx/unit.ts";
import type { DocumentContent } from "./line.ts";
import type { DocumentTotals } from "./totals.ts";
import { treatmentOf } from "./vat-treatment.ts";

/** Lines under their titles; a group with a title shows its subtotal. */
export function printableGroups(
  content: DocumentContent,
  totals: DocumentTotals,
  language: "fr" | "en",
): PrintableGroup[] {
  const amounts = new Map(totals.lines.map((line) => [line.index, line]));
  const groups: { title?: string; lines: PrintableLine[]; subtotal: bigint }[] = [];
  const current = () => {
    const last = groups.at(-1);
    if (last) return last;
    const first: { lines: PrintableLine[]; subtotal: bigint } = { lines: [], subtotal: 0n };
    groups.push(first);
    return first;
  };
  content.lines.forEach((line, index) => {
    if (line.kind === "group") {
      groups.push({ title: line.title, lines: [], subtotal: 0n });
      return;
    }
    const group = current();
    if (line.kind === "text") {
      group.lines.push({ type: "text", text: line.text });
      return;
    }
    const total = amounts.get(index);
    if (!total) return;
    group.subtotal += total.amount;
    group.lines.push({
      type: "item",
      name: line.name,
      description: line.description || undefined,
      quantity: line.quantity,
      unit: unitWord(line.unit, line.quantity, language),
      unitPrice: line.unitPrice,
      allowance:
        line.discount === null
          ? undefined
          : {
              amount: total.discount,
              percent: line.discount.kind === "rate" ? line.discount.rate : undefined,
              reason: line.discount.label || undefined,
            },
      vat: { category: line.vat.category, rate: line.vat.rate },
      amount: total.amount,
    });
  });
  return groups
    .filter((group) => group.lines.length > 0 || group.title)
    .map(({ title, lines, subtotal }) => (title ? { title, lines, subtotal: subtotal as Cents } : { lines }));
}

export function printableTotals(content: DocumentContent, totals: DocumentTotals, due: Cents): PrintableTotals {
  const typed = totals.lines.reduce((total, line) => total + line.amount, 0n) as Cents;
  return {
    lineTotal: typed,
    allowances: content.discounts.map((discount, index) => ({
      reason: discount.label,
      percent: discount.kind === "rate" ? discount.rate : undefined,
      amount: totals.discountAmounts[index] as Cents,
    })),
    taxExclusive: totals.net,
    tax: totals.tax,
    taxInclusive: totals.gross,
    due,
  };
}

export function printableVatTable(totals: DocumentTotals): PrintableVatRow[] {
  return totals.groups.map((group) => ({
    category: group.vat.category,
    rate: group.vat.rate,
    taxableAmount: group.net,
    taxAmount: group.tax,
  }));
}

/** The mentions that untaxed lines demand, each once. */
export function vatMentions(totals: DocumentTotals, language: "fr" | "en"): string[] {
  return [...new Set(totals.groups.flatMap((group) => treatmentOf(group.vat)?.mention?.[language] ?? []))];
}
