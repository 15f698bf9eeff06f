import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { execute } from "#platform/command.ts";
import { draft, freshLedger, line, sale, type TestLedger } from "../testing.ts";
import { reconcileLines, undoLettering } from "./reconcile.command.ts";
import { reconcile, reconcileEntries } from "./reconcile.store.ts";
import { letterOf } from "./reconciliation.ts";

const martin = { code: "C1", label: "Martin" };

async function books() {
  const ledger = await freshLedger();
  const activity = await ledger.tenant.activity();
  const invoice = await ledger.post(sale(activity));
  const pay = (amount: number, customer = martin) =>
    ledger.post(
      draft([line("512", activity, amount), line("411", activity, -amount, { auxiliary: customer })], {
        journalCode: "BQ",
      }),
    );
  return { ledger, activity, invoice, pay };
}

async function accountant(ledger: TestLedger, roles: ["accountant"] | [] = ["accountant"]) {
  const { caller } = await ledger.tenant.person({ roles });
  return {
    reconcile: (lines: unknown, key?: string) =>
      execute(ledger.tenant.host, caller, reconcileLines, { lines }, key ? { idempotencyKey: key } : {}),
    undo: (reconciliationId: unknown) => execute(ledger.tenant.host, caller, undoLettering, { reconciliationId }),
  };
}

test("les lettres d'un rang : AA, AZ, BA, ZZ, AAA", () => {
  expect([1, 2, 26, 27, 676, 677, 677 + 26 ** 3 - 1, 677 + 26 ** 3].map(letterOf)).toEqual([
    "AA",
    "AB",
    "AZ",
    "BA",
    "ZZ",
    "AAA",
    "ZZZ",
    "AAAA",
  ]);
});

describe("lettrer", () => {
  test("une facture et son règlement, puis défaire : la lettre ne resservira pas", async () => {
    const { ledger, invoice, pay } = await books();
    const { reconcile: letter, undo } = await accountant(ledger);
    const payment = await pay(12_000);
    const lines = [
      { entryId: invoice.entryId, lineNumber: "1" },
      { entryId: payment.entryId, lineNumber: "2" },
    ];
    const done = await letter(lines, "click-lettrage");
    expect(done).toMatchObject({ letter: "AA" });
    expect(await letter(lines, "click-lettrage")).toEqual(done);
    expect(await letter(lines)).toMatchObject({ code: "reconciliation.alreadyDone", facts: { letter: "AA" } });
    if (isRefusal(done)) throw new Error(done.code);
    expect(await undo(done.reconciliationId)).toEqual({ letter: "AA" });
    expect(await undo(done.reconciliationId)).toMatchObject({ code: "reconciliation.alreadyUndone" });
    expect(await letter(lines)).toMatchObject({ letter: "AB" });
  });

  test("refuse ce qui ne se solde pas, à un centime, à un tiers ou à une activité près", async () => {
    const { ledger, activity, invoice, pay } = await books();
    const other = await ledger.tenant.activity("Autre");
    const refusal = async (entryId: unknown, lineNumber: number) =>
      (await accountant(ledger)).reconcile([
        { entryId: invoice.entryId, lineNumber: 1 },
        { entryId, lineNumber },
      ]);
    expect(await refusal((await pay(11_999)).entryId, 2)).toMatchObject({
      code: "reconciliation.unbalanced",
      facts: { gap: { money: "1" } },
    });
    expect(await refusal((await pay(12_000, { code: "C9", label: "X" })).entryId, 2)).toMatchObject({
      code: "reconciliation.otherAuxiliary",
    });
    expect(await refusal((await pay(12_000)).entryId, 1)).toMatchObject({ code: "reconciliation.otherAccount" });
    const elsewhere = await ledger.post(
      draft([line("512", other, 12_000), line("411", other, -12_000, { auxiliary: martin })]),
    );
    expect(await refusal(elsewhere.entryId, 2)).toMatchObject({ code: "reconciliation.acrossActivities" });
    expect(await refusal(ledger.tenant.newId(), 2)).toMatchObject({ code: "reconciliation.notFound" });
    const { reconcile: letter } = await accountant(ledger);
    expect(await letter([{ entryId: invoice.entryId, lineNumber: 1 }])).toMatchObject({
      code: "reconciliation.tooFewLines",
    });
    const charge = await ledger.post(
      draft([line("706", activity, 10_000), line("411", activity, -10_000, { auxiliary: martin })]),
    );
    expect(
      await letter([
        { entryId: invoice.entryId, lineNumber: 2 },
        { entryId: charge.entryId, lineNumber: 1 },
      ]),
    ).toMatchObject({ code: "reconciliation.notThirdParty" });
  });

  test("n'appartient qu'à ceux qui tiennent les livres, chez eux", async () => {
    const { ledger, invoice, pay } = await books();
    const payment = await pay(12_000);
    const lines = [
      { entryId: invoice.entryId, lineNumber: 1 },
      { entryId: payment.entryId, lineNumber: 2 },
    ];
    const nobody = await accountant(ledger, []);
    expect(await nobody.reconcile(lines)).toMatchObject({ code: "reconciliation.forbidden" });
    expect(await nobody.undo(ledger.tenant.newId())).toMatchObject({ code: "reconciliation.forbidden" });
    const stranger = await accountant(await freshLedger());
    expect(await stranger.reconcile(lines)).toMatchObject({ code: "reconciliation.notFound" });
    expect(await stranger.undo(ledger.tenant.newId())).toMatchObject({ code: "reconciliation.unknown" });
  });

  test("deux comptables à la fois : une seule lettre", async () => {
    const { ledger, invoice, pay } = await books();
    const payment = await pay(12_000);
    const refs = [
      { entryId: invoice.entryId, lineNumber: 1 },
      { entryId: payment.entryId, lineNumber: 2 },
    ];
    const answers = await Promise.allSettled([0, 1].map(() => ledger.act((context) => reconcile(context, refs))));
    const good = answers.filter((answer) => answer.status === "fulfilled" && !isRefusal(answer.value));
    expect(good).toHaveLength(1);
    const { rows } = await ledger.tenant.run((tx) =>
      sql`select 1 from ledger.reconciliation_line where active`.execute(tx),
    );
    expect(rows).toHaveLength(2);
  });

  test("des règlements partiels se lettrent d'eux-mêmes quand la facture est soldée", async () => {
    const { ledger, invoice, pay } = await books();
    const first = await pay(5_000);
    const together = (entryIds: (typeof invoice)["entryId"][]) =>
      ledger.act((context) => reconcileEntries(context, "411", entryIds));
    expect(await together([invoice.entryId, first.entryId])).toBeNull();
    const second = await pay(7_000);
    expect(await together([invoice.entryId, first.entryId, second.entryId])).toMatchObject({ letter: "AA" });
    expect(await together([invoice.entryId, first.entryId, second.entryId])).toBeNull();
  });

  test("la base elle-même refuse de changer un lettrage ou d'en donner deux à une ligne", async () => {
    const { ledger, invoice, pay } = await books();
    const payment = await pay(12_000);
    await ledger.act((context) => reconcileEntries(context, "411", [invoice.entryId, payment.entryId]));
    const refused = (statement: string) =>
      ledger.tenant
        .run((tx) => sql.raw(statement).execute(tx))
        .then(
          () => "accepted",
          (error: { code?: string }) => error.code,
        );
    expect(await refused("update ledger.reconciliation_line set letter = 'ZZ'")).toBe("23001");
    expect(await refused("update ledger.reconciliation set letter = 'ZZ'")).toBe("23001");
    expect(await refused("delete from ledger.reconciliation_line")).toBe("42501");
    expect(
      await refused(
        "update ledger.reconciliation_line set active = false; update ledger.reconciliation_line set active = true",
      ),
    ).toBe("23001");
    expect(
      await refused(`insert into ledger.reconciliation_line select organization_id, reconciliation_id, entry_id, 2, true, 'AA', reconciled_on, fiscal_year_id, 1
        from ledger.reconciliation_line where entry_id = '${payment.entryId}'`),
    ).toBe("23505");
  });
});
