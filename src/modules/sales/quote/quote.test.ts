import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActivityRights, Actor, SupportRole } from "#kernel/actor.ts";
import { toDay } from "#kernel/day.ts";
import type { Quantity, UnitPrice } from "#kernel/decimal.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, sum, toCents } from "#kernel/money.ts";
import { type Rate, toRate } from "#kernel/rate.ts";
import { actionsFrom } from "#kernel/transition.ts";
import type { DocumentLine, PriceMode } from "../document/line.ts";
import { computeTotals } from "../document/totals.ts";
import { mayQuote } from "./quote.policy.ts";
import {
  checkQuote,
  checkSize,
  progressOf,
  type QuoteAction,
  type QuoteContent,
  type QuoteSchedule,
  type QuoteStatus,
  quoteTransitions,
  scheduleOf,
  statusOn,
} from "./quote.ts";

const item = (unitPrice: bigint, rate: number, quantity = 10_000n, name = "Pose"): DocumentLine => ({
  kind: "item",
  name,
  description: "",
  nature: "services",
  quantity: quantity as Quantity,
  unit: "C62",
  unitPrice: unitPrice as UnitPrice,
  discount: null,
  vat: { category: "S", rate: toRate(rate), exemption: null },
  account: "706",
});
const once: QuoteSchedule = { depositRate: 0 as Rate, instalments: [] };
const quote = (lines: DocumentLine[], schedule = once, mode: PriceMode = "ht"): QuoteContent => ({
  mode,
  lines,
  discounts: [],
  schedule,
  validityDays: 30,
  introduction: "",
  mentions: "",
  note: "",
  purchaseOrder: "",
  deliveryDate: null,
  deliveryAddress: "",
  language: "fr",
});
const euros = (amount: number) => BigInt(Math.round(amount * 100)) * 10_000n;
const rows = (content: QuoteContent) => scheduleOf(computeTotals(content), content.mode, content.schedule);

describe("L'échéancier d'un devis", () => {
  it("acompte de 30 %, une échéance de 40 %, le solde : au centime et par taux", () => {
    const content = quote([item(euros(1000), 2000), item(euros(500), 1000)], {
      depositRate: toRate(3000),
      instalments: [{ label: "À la livraison", rate: toRate(4000), days: 30 }],
    });
    // 1 000 HT à 20 % et 500 HT à 10 % : 1 750,00 TTC.
    expect(rows(content).map(({ kind, amount }) => [kind, amount])).toEqual([
      ["deposit", 52500n],
      ["instalment", 70000n],
      ["balance", 52500n],
    ]);
    expect(rows(content)[0]?.groups).toMatchObject([
      { net: 30000n, tax: 6000n },
      { net: 15000n, tax: 1500n },
    ]);
  });

  it("le solde prend les centimes : un tiers de 100,00 HT à 20 %, trois fois", () => {
    const third = { label: "", rate: toRate(3333), days: 0 };
    const content = quote([item(euros(100), 2000)], { depositRate: toRate(3333), instalments: [third] });
    // 33,33 + 6,67 = 40,00 deux fois ; reste 33,34 + 6,66 = 40,00.
    expect(rows(content).map((row) => row.amount)).toEqual([4000n, 4000n, 4000n]);
    expect(rows(content)[2]?.groups[0]).toMatchObject({ net: 3334n, tax: 666n });
  });

  it("une seule échéance : rien à montrer ; 100 % d'acompte : pas de solde", () => {
    expect(rows(quote([item(euros(100), 2000)]))).toEqual([]);
    const all = quote([item(euros(100), 2000)], { depositRate: toRate(10_000), instalments: [] });
    expect(rows(all).map((row) => row.kind)).toEqual(["deposit"]);
  });

  it("fait toujours le total du devis, par taux, en HT comme en TTC", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.bigInt(0n, 99_999_999n), fc.constantFrom(2000, 1000, 550, 210), fc.bigInt(1n, 99_9999n)), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.constantFrom("ht" as const, "ttc" as const),
        fc.integer({ min: 1, max: 5000 }),
        fc.array(fc.integer({ min: 1, max: 1600 }), { maxLength: 3 }),
        (lines, mode, deposit, rates) => {
          const content = quote(
            lines.map(([price, rate, quantity]) => item(price, rate, quantity)),
            {
              depositRate: toRate(deposit),
              instalments: rates.map((rate) => ({ label: "", rate: toRate(rate), days: 0 })),
            },
            mode,
          );
          const totals = computeTotals(content);
          const split = rows(content);
          expect(sum(split.map((row) => row.amount))).toBe(totals.gross);
          totals.groups.forEach((group, index) => {
            expect(sum(split.map((row) => row.groups[index]?.net as Cents))).toBe(group.net);
            expect(sum(split.map((row) => row.groups[index]?.tax as Cents))).toBe(group.tax);
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("Ce qui empêche un devis", () => {
  it("est dit avec la ligne", () => {
    expect(checkQuote(quote([]))).toMatchObject({ code: "quote.noLine" });
    expect(checkQuote(quote([item(1n, 2000), item(1n, 2000, 1n, " ")]))).toMatchObject({
      code: "quote.lineWithoutName",
      facts: { line: "2" },
      field: "lines.1.name",
    });
    expect(checkQuote(quote([item(euros(1), 2000, -10_000n)]))).toMatchObject({ code: "quote.negative" });
    expect(checkQuote(quote([item(0n, 2000)]))).toMatchObject({ code: "quote.zero" });
    expect(checkQuote(quote([item(euros(1), 2000)]))).toBeNull();
  });

  it("vaut aussi pour un brouillon quand il dépasse toute mesure", () => {
    expect(checkSize(quote(Array.from({ length: 501 }, () => item(1n, 2000))))).toMatchObject({
      code: "quote.tooManyLines",
    });
    expect(checkSize(quote([item(999_999_999_999_999_999n, 2000, 999_999_9999n)]))).toMatchObject({
      code: "quote.tooLarge",
    });
    const over = { depositRate: toRate(6000), instalments: [{ label: "", rate: toRate(4001), days: 0 }] };
    expect(checkSize(quote([item(1n, 2000)], over))).toMatchObject({ code: "quote.scheduleOver" });
  });
});

const STATUSES = Object.keys(quoteTransitions) as QuoteStatus[];

describe("Les états", () => {
  it("se rejoignent tous depuis le brouillon", () => {
    const reached = new Set<QuoteStatus>(["draft"]);
    for (let grown = true; grown; ) {
      const before = reached.size;
      for (const status of [...reached]) {
        for (const after of Object.values(quoteTransitions[status])) reached.add(after);
      }
      grown = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...STATUSES].sort());
  });

  it("une offre sans réponse expire le lendemain de son dernier jour, une offre acceptée jamais", () => {
    const last = toDay("2026-11-22");
    expect(statusOn("sent", last, last)).toBe("sent");
    expect(statusOn("sent", last, toDay("2026-11-23"))).toBe("expired");
    expect(statusOn("validated", last, toDay("2026-12-01"))).toBe("expired");
    for (const status of ["accepted", "declined", "draft"] as const) {
      expect(statusOn(status, last, toDay("2027-01-01"))).toBe(status);
    }
    expect(statusOn("draft", null, last)).toBe("draft");
  });
});

describe("Qui peut quoi", () => {
  const activityId = "a" as ActivityId;
  const none: ActivityRights = {
    selfValidatesQuotes: false,
    selfValidatesInvoices: false,
    recordsPayments: false,
    quoteRequired: false,
  };
  const actor = (role: SupportRole | null, rights: Partial<ActivityRights> | null): Actor =>
    ({
      grants: role === null ? [] : [{ role, reach: "all" }],
      house: "cae",
      own: new Map(rights === null ? [] : [[activityId, { ...none, ...rights }]]),
    }) as unknown as Actor;
  const can = (who: Actor, status: QuoteStatus) =>
    actionsFrom<QuoteStatus, QuoteAction>(quoteTransitions, status).filter(
      (action) => mayQuote(who, action, { activityId, status }) === null,
    );

  it("l'entrepreneur prépare, la coopérative valide", () => {
    expect(can(actor(null, {}), "draft")).toEqual(["edit", "submit", "delete", "duplicate"]);
    expect(can(actor(null, {}), "submitted")).toEqual(["takeBack", "duplicate"]);
    expect(can(actor("accompagnateur", null), "submitted")).toEqual([
      "edit",
      "takeBack",
      "return",
      "validate",
      "duplicate",
    ]);
    expect(can(actor(null, {}), "sent")).toEqual(["send", "accept", "decline", "duplicate"]);
    expect(can(actor(null, {}), "expired")).toEqual(["accept", "decline", "duplicate"]);
  });

  it("qui a le droit de valider seul valide son brouillon", () => {
    expect(can(actor(null, { selfValidatesQuotes: true }), "draft")).toContain("validate");
  });

  it("la paie regarde, un inconnu ne sait même pas que le devis existe", () => {
    for (const status of STATUSES) {
      expect(can(actor("payroll", null), status)).toEqual([]);
      expect(can(actor(null, null), status)).toEqual([]);
    }
    expect(mayQuote(actor("payroll", null), "read", { activityId, status: "draft" })).toBeNull();
    expect(mayQuote(actor(null, null), "read", { activityId, status: "draft" })).toMatchObject({ kind: "missing" });
    expect(mayQuote(actor(null, {}), "edit", { activityId, status: "accepted" })).toMatchObject({
      code: "quote.validatedAlready",
    });
  });
});

describe("Signé, facturé, encaissé, reste à facturer", () => {
  const one = (due: number, settled: number, credit = false) => ({
    credit,
    due: toCents(due),
    settled: toCents(settled),
  });

  it("compte les avoirs en moins, remboursés ou compensés", () => {
    expect(progressOf(toCents(120_000), "sent", [])).toMatchObject({ signed: 0n, leftToInvoice: 0n });
    expect(progressOf(toCents(120_000), "accepted", [one(36_000, 36_000), one(24_000, 0)])).toEqual({
      signed: 120_000n,
      invoiced: 60_000n,
      collected: 36_000n,
      leftToInvoice: 60_000n,
    });
    // Un avoir de 240,00 compensé avec la seconde : rien d'encaissé de plus, il reste à refacturer.
    expect(
      progressOf(toCents(120_000), "accepted", [one(36_000, 36_000), one(24_000, 24_000), one(24_000, 24_000, true)]),
    ).toMatchObject({ invoiced: 36_000n, collected: 36_000n, leftToInvoice: 84_000n });
    expect(progressOf(toCents(100), "accepted", [one(150, 0)])).toMatchObject({ leftToInvoice: 0n });
  });
});
