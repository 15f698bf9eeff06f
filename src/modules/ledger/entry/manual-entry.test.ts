import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { SupportRole } from "#kernel/actor.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { execute } from "#platform/command.ts";
import { freshLedger, sale, type TestLedger } from "../testing.ts";
import { findEntry } from "./entry.store.ts";
import type { EntryId } from "./entry.ts";
import { postManualEntry } from "./post-manual-entry.command.ts";
import { reverseManualEntry } from "./reverse-entry.command.ts";
import { verifyLedger } from "./verify-ledger.command.ts";

const bill = {
  journalCode: "ac",
  date: "2026-05-04",
  label: "Bois de charpente",
  pieceRef: "FA-778",
  pieceDate: "2026-05-02",
  lines: [
    { account: "606", activityId: null, debit: "10000", credit: "0" },
    { account: "44566", activityId: null, debit: "2000", credit: "0" },
    {
      account: "401",
      auxiliary: { code: "F1", label: "Scierie" },
      activityId: null,
      debit: "0",
      credit: "12000",
      dueDate: "2026-06-04",
    },
  ],
};

async function as(ledger: TestLedger, roles: SupportRole[]) {
  const { caller } = await ledger.tenant.person({ roles });
  return {
    caller,
    post: (input: unknown, key?: string) =>
      execute(ledger.tenant.host, caller, postManualEntry, input, key ? { idempotencyKey: key } : {}),
    reverse: (input: unknown) => execute(ledger.tenant.host, caller, reverseManualEntry, input),
    verify: () => execute(ledger.tenant.host, caller, verifyLedger, {}),
  };
}

async function posted(answer: unknown): Promise<{ entryId: EntryId; number: string }> {
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as { entryId: EntryId; number: string };
}

describe("une comptable passe une écriture à la main", () => {
  test("avec sa pièce ; elle est numérotée, tracée, et se retrouve telle qu'elle fut dite", async () => {
    const ledger = await freshLedger();
    const accountant = await as(ledger, ["accountant"]);
    const { entryId, number } = await posted(await accountant.post(bill));
    expect(number).toBe("1");
    const entry = await ledger.tenant.run((tx) => findEntry(tx, ledger.tenant.organizationId, entryId));
    expect(entry).toMatchObject({
      journalCode: "AC",
      pieceRef: "FA-778",
      pieceDate: "2026-05-02",
      source: { kind: "ledger.manual" },
      lines: [
        { account: "606", label: "Bois de charpente", debit: 10_000n },
        { account: "44566", debit: 2_000n },
        { account: "401", auxiliary: { code: "F1", label: "Scierie" }, credit: 12_000n, dueDate: "2026-06-04" },
      ],
    });
    const { rows } = await ledger.tenant.run((tx) =>
      sql`select action, subject_id, details->>'pieceRef' as piece from platform.audit`.execute(tx),
    );
    expect(rows).toEqual([{ action: "ledger.entry.post", subject_id: entryId, piece: "FA-778" }]);
  });

  test("entre deux activités : les comptes de liaison s'ajoutent si elle le demande", async () => {
    const ledger = await freshLedger();
    const accountant = await as(ledger, ["direction"]);
    const activity = await ledger.tenant.activity();
    const insurance = {
      ...bill,
      lines: [
        { account: "6165", activityId: activity, debit: "1600", credit: "0" },
        { account: "6165", activityId: "", debit: "0", credit: "1600" },
      ],
    };
    expect(await accountant.post(insurance)).toMatchObject({ code: "entry.unbalancedActivity" });
    const { entryId } = await posted(await accountant.post({ ...insurance, link: "on" }));
    const entry = await ledger.tenant.run((tx) => findEntry(tx, ledger.tenant.organizationId, entryId));
    expect(entry?.lines.map((line) => [line.account, line.activityId, line.debit - line.credit])).toEqual([
      ["6165", activity, 1600n],
      ["6165", null, -1600n],
      ["5808", activity, -1600n],
      ["5808", null, 1600n],
    ]);
  });

  test("deux clics ne font qu'une écriture, et la même réponse", async () => {
    const ledger = await freshLedger();
    const accountant = await as(ledger, ["accountant"]);
    const first = await accountant.post(bill, "click-0001");
    expect(await accountant.post(bill, "click-0001")).toEqual(first);
    expect(await accountant.post({ ...bill, label: "Autre" }, "click-0001")).toMatchObject({ code: "input.keyReused" });
    const { rows } = await ledger.tenant.run((tx) => sql`select 1 from ledger.entry`.execute(tx));
    expect(rows).toHaveLength(1);
  });

  test("mal remplie : chaque champ fautif est nommé, rien n'est gardé", async () => {
    const ledger = await freshLedger();
    const accountant = await as(ledger, ["accountant"]);
    const answer = await accountant.post({
      ...bill,
      date: "31/02/2026",
      pieceRef: " ",
      lines: [{ account: "XX", activityId: "n'importe quoi", debit: "12,5", credit: "-1" }],
    });
    expect(answer).toMatchObject({
      code: "input.invalid",
      fields: {
        date: "field.day",
        pieceRef: "field.required",
        "lines.0.account": "field.account",
        "lines.0.activityId": "field.choose",
        "lines.0.debit": "field.amount",
        "lines.0.credit": "field.amount",
      },
    });
    expect(await accountant.post({ ...bill, lines: [] })).toMatchObject({ code: "entry.tooFewLines" });
    expect(await accountant.post({ ...bill, journalCode: "ZZ" })).toMatchObject({
      code: "entry.journalUnknown",
      field: "journalCode",
    });
  });
});

describe("qui ne tient pas les livres", () => {
  const others: [string, SupportRole[]][] = [
    ["un entrepreneur", []],
    ["un accompagnateur", ["accompagnateur"]],
    ["le service de la paie", ["payroll"]],
  ];
  test.each(others)("%s n'y écrit rien, n'y annule rien", async (_, roles) => {
    const ledger = await freshLedger();
    const { entryId } = await posted(await (await as(ledger, ["administrator"])).post(bill));
    const person = await as(ledger, roles);
    expect(await person.post(bill)).toMatchObject({ kind: "forbidden", code: "entry.forbidden" });
    expect(await person.reverse({ entryId, date: "2026-05-05" })).toMatchObject({ code: "entry.forbidden" });
    expect(await person.verify()).toMatchObject({ code: "entry.forbidden" });
  });

  test("une comptable d'une autre coopérative non plus", async () => {
    const [ledger, other] = [await freshLedger(), await freshLedger()];
    const { entryId } = await posted(await (await as(ledger, ["accountant"])).post(bill));
    const stranger = await as(other, ["accountant"]);
    expect(await stranger.reverse({ entryId, date: "2026-05-05" })).toMatchObject({ code: "entry.notFound" });
    const elsewhere = { ...stranger.caller, organizationId: ledger.tenant.organizationId };
    expect(await execute(ledger.tenant.host, elsewhere, postManualEntry, bill)).toMatchObject({
      code: "access.notMember",
    });
  });
});

describe("annuler une écriture passée à la main", () => {
  test("en passe l'inverse, une fois", async () => {
    const ledger = await freshLedger();
    const accountant = await as(ledger, ["accountant"]);
    const { entryId } = await posted(await accountant.post(bill));
    const reversal = await posted(await accountant.reverse({ entryId, date: "2026-05-06" }));
    const entry = await ledger.tenant.run((tx) => findEntry(tx, ledger.tenant.organizationId, reversal.entryId));
    expect(entry).toMatchObject({ number: 2n, label: "Annulation : Bois de charpente", date: "2026-05-06" });
    expect(await accountant.reverse({ entryId, date: "2026-05-06" })).toMatchObject({ code: "entry.alreadyReversed" });
    expect(await accountant.verify()).toEqual({ entries: "2", faults: [] });
  });

  test("ne touche pas aux écritures des documents", async () => {
    const ledger = await freshLedger();
    const accountant = await as(ledger, ["accountant"]);
    const { entryId } = await ledger.post(sale(null, { source: { kind: "sales.invoice", id: "x" } }));
    expect(await accountant.reverse({ entryId, date: "2026-05-06" })).toMatchObject({ code: "entry.notManual" });
  });
});
