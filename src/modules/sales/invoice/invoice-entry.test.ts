import { describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { parseQuantity, parseUnitPrice, type Quantity, type UnitPrice } from "#kernel/decimal.ts";
import type { ActivityId } from "#kernel/id.ts";
import { toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { checkShape } from "#modules/ledger/index.ts";
import type { DocumentContent } from "../document/line.ts";
import { computeTotals } from "../document/totals.ts";
import { salesSettings } from "../settings.ts";
import type { Deduction, InvoiceId, InvoiceKind } from "./invoice.ts";
import { claimWithVat, invoiceEntry } from "./invoice-entry.ts";

const VAT = { category: "S" as const, rate: toRate(2000), exemption: null };

function content(price: string): DocumentContent {
  return {
    mode: "ht",
    discounts: [],
    lines: [
      {
        kind: "item",
        name: "Pose de parquet",
        description: "",
        nature: "services",
        quantity: parseQuantity("1") as Quantity,
        unit: "LS",
        unitPrice: parseUnitPrice(price) as UnitPrice,
        discount: null,
        vat: VAT,
        account: "706",
      },
    ],
  };
}

/** [account, debit, credit] of the entry, in the order posted. */
function posted(kind: InvoiceKind, price: string, deductions: readonly Deduction[] = []) {
  const totals = computeTotals(content(price));
  const entry = invoiceEntry(
    {
      invoiceId: "invoice",
      kind,
      creditsDeposit: false,
      number: "F2026-00001",
      issueDate: toDay("2026-11-22"),
      dueDate: toDay("2026-12-22"),
      activityId: "activity" as ActivityId,
      customer: { code: "C1", label: "Crèche Les Lutins" },
      totals,
      deductions,
      claim: claimWithVat(kind, totals, deductions, false),
    },
    salesSettings({}).accounts,
  );
  expect(checkShape(entry)).toBeNull();
  return entry.lines.map((line) => [line.account, line.debit, line.credit]);
}

describe("Écritures de la référence « Entries », services, TVA à l'encaissement", () => {
  it("facture d'acompte de 1 000 HT : 411 1 200 / 4191 1 000, TVA en attente 200", () => {
    expect(posted("deposit", "1000")).toEqual([
      ["411", 120000n, 0n],
      ["4191", 0n, 100000n],
      ["44588", 0n, 20000n],
    ]);
  });

  it("facture de solde de 3 000 HT après lui : 411 2 400, 4191 1 000 / 706 3 000, TVA en attente 400", () => {
    const deposit: Deduction = {
      invoiceId: "deposit" as InvoiceId,
      number: "F2026-00000",
      issueDate: toDay("2026-10-01"),
      groups: [{ vat: VAT, net: toCents(100000), tax: toCents(20000) }],
    };
    expect(posted("final", "3000", [deposit])).toEqual([
      ["411", 240000n, 0n],
      ["4191", 100000n, 0n],
      ["706", 0n, 300000n],
      ["44588", 0n, 40000n],
    ]);
  });

  it("avoir : la facture à l'envers", () => {
    expect(posted("credit_note", "1000")).toEqual([
      ["411", 0n, 120000n],
      ["706", 100000n, 0n],
      ["44588", 20000n, 0n],
    ]);
  });
});
