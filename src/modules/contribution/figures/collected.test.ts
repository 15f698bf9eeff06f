import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Month, toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, parseDecimal, toCents, toDecimalString } from "#kernel/money.ts";
import type { CustomerEvent } from "#modules/ledger/index.server.ts";
import { collectedByMonth } from "./collected.ts";

const ACTIVITY = "0197b1de-0000-7000-8000-000000000001" as ActivityId;
const cents = (text: string): Cents => parseDecimal(text) ?? toCents(0);
let entries = 0;

type Amounts = Partial<Record<"receivable" | "money" | "sales" | "deposits" | "vatDue", string>>;

function event(day: string, amounts: Amounts, more: Partial<CustomerEvent> = {}): CustomerEvent {
  entries += 1;
  const amount = (key: keyof Amounts) => cents(amounts[key] ?? "0");
  return {
    activityId: ACTIVITY,
    date: toDay(`2026-${day}`),
    customer: "C1",
    receivable: amount("receivable"),
    money: amount("money"),
    sales: amount("sales"),
    deposits: amount("deposits"),
    vatDue: amount("vatDue"),
    opening: false,
    entryId: `entry-${entries}`,
    ...more,
  };
}

/** Services: VAT waits for the payment. Goods or debits: VAT is due at once. Exempt: none. */
const services = (day: string, net: string, gross: string, more: Partial<CustomerEvent> = {}) =>
  event(day, { receivable: gross, sales: net }, more);
const goods = (day: string, net: string, vat: string, gross: string) =>
  event(day, { receivable: gross, sales: net, vatDue: vat });
const paid = (day: string, amount: string, vatMoved = "0", more: Partial<CustomerEvent> = {}) =>
  event(day, { receivable: `-${amount}`, money: amount, vatDue: vatMoved }, more);

function collected(events: CustomerEvent[]): Record<string, [string, string]> {
  return Object.fromEntries(
    [...collectedByMonth(events)].map(([month, { sales, deposits }]) => [
      month,
      [toDecimalString(sales), toDecimalString(deposits)],
    ]),
  );
}

describe("les ventes encaissées hors taxe", () => {
  test("des services : la TVA qui devient due avec le paiement s'en va", () => {
    expect(
      collected([services("01-10", "1000", "1200"), paid("02-05", "600", "100"), paid("03-05", "600", "100")]),
    ).toEqual({ "2026-01": ["0.00", "0.00"], "2026-02": ["500.00", "0.00"], "2026-03": ["500.00", "0.00"] });
  });

  test("des marchandises : la TVA déjà due part en proportion de ce qui est payé, au centime près à la fin", () => {
    const events = [
      goods("01-10", "100.01", "20", "120.01"),
      paid("02-05", "40"),
      paid("02-06", "40"),
      paid("03-05", "40.01"),
    ];
    expect(collected(events)["2026-02"]).toEqual(["66.67", "0.00"]);
    expect(collected(events)["2026-03"]).toEqual(["33.34", "0.00"]);
  });

  test("exonéré : tout est encaissé", () => {
    expect(collected([services("01-10", "700", "700"), paid("01-20", "700")])["2026-01"]).toEqual(["700.00", "0.00"]);
  });

  test("un paiement va à la facture de ce montant, sinon aux plus anciennes", () => {
    const invoices = [goods("01-10", "1000", "200", "1200"), services("01-11", "500", "500")];
    expect(collected([...invoices, paid("02-01", "500")])["2026-02"]).toEqual(["500.00", "0.00"]);
    expect(collected([...invoices, paid("02-01", "600")])["2026-02"]).toEqual(["500.00", "0.00"]);
    expect(collected([...invoices, paid("02-01", "1700")])["2026-02"]).toEqual(["1500.00", "0.00"]);
  });

  test("les clients ne se mélangent pas", () => {
    const other = { customer: "C2" };
    const events = [
      goods("01-10", "1000", "200", "1200"),
      services("01-11", "500", "500", other),
      paid("02-01", "300", "0", other),
    ];
    expect(collected(events)["2026-02"]).toEqual(["300.00", "0.00"]);
  });

  test("un acompte devient une vente quand la facture de solde le prend", () => {
    const events = [
      event("01-10", { receivable: "1200", deposits: "1000" }),
      paid("01-20", "1200", "200"),
      event("02-10", { receivable: "2400", deposits: "-1000", sales: "3000" }),
      paid("03-01", "2400", "400"),
    ];
    expect(collected(events)).toEqual({
      "2026-01": ["0.00", "1000.00"],
      "2026-02": ["1000.00", "-1000.00"],
      "2026-03": ["2000.00", "0.00"],
    });
  });

  test("un solde entièrement couvert par ses acomptes ne touche aucun client", () => {
    const events = [
      event("01-10", { receivable: "1200", deposits: "1000" }),
      paid("01-20", "1200", "200"),
      event("02-10", { deposits: "-1000", sales: "1000" }, { customer: null }),
    ];
    expect(collected(events)["2026-02"]).toEqual(["1000.00", "-1000.00"]);
  });

  test("un avoir éteint sa facture sans argent ; remboursé, il est rendu", () => {
    const unpaid = [services("01-10", "1000", "1200"), event("01-15", { receivable: "-1200", sales: "-1000" })];
    expect(collected(unpaid)["2026-01"]).toEqual(["0.00", "0.00"]);
    const refunded = [
      services("01-10", "1000", "1200"),
      paid("01-12", "1200", "200"),
      event("02-15", { receivable: "-1200", sales: "-1000" }),
      event("02-20", { receivable: "1200", money: "-1200", vatDue: "-200" }),
    ];
    expect(collected(refunded)).toEqual({ "2026-01": ["1000.00", "0.00"], "2026-02": ["-1000.00", "0.00"] });
  });

  test("un chèque impayé reprend ce qu'il avait apporté", () => {
    const events = [
      services("01-10", "1000", "1200"),
      paid("01-20", "1200", "200"),
      event("02-01", { receivable: "1200", money: "-1200", vatDue: "-200" }),
      paid("03-01", "1200", "200"),
    ];
    expect(collected(events)).toEqual({
      "2026-01": ["1000.00", "0.00"],
      "2026-02": ["-1000.00", "0.00"],
      "2026-03": ["1000.00", "0.00"],
    });
  });

  test("une avance payée avant la facture : sa TVA s'en va quand la facture la dit", () => {
    const events = [paid("01-05", "1200"), goods("02-10", "1000", "200", "1200")];
    expect(collected(events)).toEqual({ "2026-01": ["1200.00", "0.00"], "2026-02": ["-200.00", "0.00"] });
  });

  test("une vente au comptant, sans compte client", () => {
    expect(collected([event("01-05", { money: "120", sales: "100", vatDue: "20" }, { customer: null })])).toEqual({
      "2026-01": ["100.00", "0.00"],
    });
  });

  test("une remise de plusieurs clients : la TVA se partage", () => {
    const together = { entryId: "remise" };
    const events = [
      services("01-10", "1000", "1200"),
      services("01-10", "2000", "2400", { customer: "C2" }),
      event("01-20", { receivable: "-1200", money: "3600", vatDue: "600" }, together),
      event("01-20", { receivable: "-2400", money: "3600", vatDue: "600" }, { ...together, customer: "C2" }),
    ];
    expect(collected(events)["2026-01"]).toEqual(["3000.00", "0.00"]);
  });

  test("une dette reprise à l'ouverture des comptes : rien n'est encaissé avant son paiement", () => {
    const events = [
      event("01-01", { receivable: "1200", money: "5000" }, { opening: true }),
      paid("02-01", "1200", "200"),
    ];
    expect(collected(events)).toEqual({ "2026-01": ["0.00", "0.00"], "2026-02": ["1000.00", "0.00"] });
  });
});

test("tout payé, l'encaissé est le facturé au centime, quel que soit le découpage des paiements", () => {
  const amount = fc.integer({ min: 1, max: 500_000 });
  const invoice = fc.record({ net: amount, rate: fc.constantFrom(0, 550, 1000, 2000) });
  fc.assert(
    fc.property(
      fc.array(invoice, { minLength: 1, maxLength: 6 }),
      fc.array(amount, { maxLength: 8 }),
      (invoices, cuts) => {
        const events = invoices.map(({ net, rate }) => {
          const vat = BigInt(Math.round((net * rate) / 10_000));
          return event("01-10", {
            receivable: toDecimalString(toCents(BigInt(net) + vat)),
            sales: toDecimalString(toCents(net)),
            vatDue: toDecimalString(toCents(vat)),
          });
        });
        let left = events.reduce((total, item) => total + item.receivable, 0n);
        const total = invoices.reduce((sum, item) => sum + BigInt(item.net), 0n);
        const payments: bigint[] = [];
        for (const cut of cuts) {
          const part = BigInt(cut) < left ? BigInt(cut) : left;
          if (part > 0n) payments.push(part);
          left -= part;
        }
        if (left > 0n) payments.push(left);
        for (const part of payments) events.push(paid("02-10", toDecimalString(toCents(part))));
        expect(collectedByMonth(events).get("2026-02" as Month)?.sales).toBe(total);
      },
    ),
  );
});
