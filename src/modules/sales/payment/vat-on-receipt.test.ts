import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cents, sum, toCents, ZERO } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import type { FrozenClaimGroup } from "../invoice/invoice-entry.ts";
import { dueOf, type Settlement, vatDueOnReceipt, vatMoved } from "./vat-on-receipt.ts";

function group(net: number, tax: number, rate: number): FrozenClaimGroup {
  return {
    vat: { category: "S", rate: toRate(rate), exemption: null },
    net: toCents(net),
    tax: toCents(tax),
    taxOnReceipt: toCents(tax),
  };
}
const cash = (amount: number | Cents): Settlement => ({ cash: toCents(amount), setOffs: [] });

describe("TVA exigible à l'encaissement", () => {
  const claim = [group(10000, 2000, 2000), group(10000, 1000, 1000)];

  it("100 à 20 % et 100 à 10 % (TTC 230,00), payé 100,00 : 8,70 et 4,35 ; puis le solde : 11,30 et 5,65", () => {
    const first = vatDueOnReceipt(claim, cash(10000));
    expect(first).toEqual([870n, 435n]);
    const all = vatDueOnReceipt(claim, cash(23000));
    expect(all.map((due, index) => due - (first[index] ?? 0n))).toEqual([1130n, 565n]);
  });

  it("un avoir total sur une facture payée à moitié : la TVA due revient à zéro après le remboursement", () => {
    const invoice = [group(100000, 20000, 2000)];
    const credit = [group(100000, 20000, 2000)];
    const setOff = { amount: toCents(60000), credit };
    const due = vatDueOnReceipt(invoice, { cash: toCents(60000), setOffs: [setOff] });
    const reversed = vatDueOnReceipt(credit, { cash: toCents(60000), setOffs: [setOff] });
    expect(due).toEqual([10000n]);
    expect(reversed).toEqual([10000n]);
  });

  it("quels que soient les paiements partiels, la TVA due en tout est celle de la facture", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        fc.array(fc.integer({ min: 1, max: 9999 }), { maxLength: 6 }),
        (net, cuts) => {
          const claim20 = [group(net, Math.round(net / 5), 2000), group(net, Math.round(net / 10), 1000)];
          const due = dueOf(claim20);
          let before = cash(0);
          let moved = ZERO;
          for (const cut of [
            ...cuts.map((value) => (due * BigInt(value)) / 10_000n).sort((a, b) => (a < b ? -1 : 1)),
            due,
          ]) {
            const after = cash(toCents(cut));
            moved = sum([moved, vatMoved(claim20, before, after)]);
            before = after;
          }
          expect(moved).toBe(sum(claim20.map((item) => item.tax)));
        },
      ),
    );
  });
});
