import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type Command, execute } from "#platform/command.ts";
import { balancesByActivity } from "../balance/balances.store.ts";
import { findEntry } from "../entry/entry.store.ts";
import { postEntry } from "../entry/post-entry.store.ts";
import { verifyLedger } from "../entry/verify.store.ts";
import { fecExport } from "../fec/fec.store.ts";
import { compareOpening, validateFec } from "../fec/fec-validator.ts";
import { draft, freshLedger, line, sale, type TestLedger } from "../testing.ts";
import { changePeriod } from "./change-period.command.ts";
import { closeFiscalYear } from "./close-fiscal-year.command.ts";
import { listFiscalYears } from "./fiscal-year.store.ts";
import type { FiscalYearId } from "./fiscal-year.ts";
import { openNextFiscalYear } from "./open-fiscal-year.command.ts";

async function accountant(ledger: TestLedger) {
  const { caller } = await ledger.tenant.person({ roles: ["accountant"] });
  return async <Input, Output>(command: Command<Input, Output>, input: unknown) =>
    execute(ledger.tenant.host, caller, command, input);
}

function opened(answer: unknown): FiscalYearId {
  if (isRefusal(answer)) throw new Error(answer.code);
  return (answer as { fiscalYearId: FiscalYearId }).fiscalYearId;
}

/** Position by activity and account, as text, to compare two moments. */
async function position(ledger: TestLedger, until: string): Promise<string[]> {
  const rows = await ledger.tenant.run((tx) =>
    balancesByActivity(tx, { organizationId: ledger.tenant.organizationId, until: toDay(until) }),
  );
  return rows
    .filter((row) => row.debit !== row.credit)
    .map((row) => `${row.activity ?? "mutualisé"} ${row.account} ${row.debit - row.credit}`)
    .sort();
}

async function fec(
  ledger: TestLedger,
  id: FiscalYearId,
  labels = new Map<ActivityId, { code: string; label: string }>(),
) {
  return ledger.tenant.run(async (tx) => {
    const parts: Uint8Array[] = [];
    for await (const part of fecExport(tx, ledger.tenant.organizationId, id, labels)) parts.push(part);
    async function* stream() {
      yield* parts;
    }
    return validateFec(stream());
  });
}

describe("les périodes", () => {
  test("se verrouillent et se rouvrent ; closes, elles ne changent plus", async () => {
    const ledger = await freshLedger();
    const act = await accountant(ledger);
    const change = (number: number, action: string) =>
      act(changePeriod, { fiscalYearId: ledger.year.id, number: String(number), action });
    expect(await change(3, "lock")).toEqual({ status: "locked" });
    expect(await ledger.act((context) => postEntry(context, sale(null)))).toMatchObject({ code: "entry.periodLocked" });
    expect(await change(3, "unlock")).toEqual({ status: "open" });
    expect((await ledger.post(sale(null))).number).toBe(1n);
    expect(await change(2, "close")).toMatchObject({ code: "fiscalYear.earlierOpen" });
    expect(await change(1, "close")).toEqual({ status: "closed" });
    expect(await change(1, "unlock")).toMatchObject({ code: "fiscalYear.periodClosed" });
    expect(await change(99, "lock")).toMatchObject({ code: "input.invalid" });
    expect(await change(14, "lock")).toMatchObject({ code: "fiscalYear.periodUnknown" });
    expect(await change(2, "burn")).toMatchObject({ code: "input.invalid" });
  });

  test("ne se changent ni par un entrepreneur ni depuis une autre coopérative", async () => {
    const [ledger, other] = [await freshLedger(), await freshLedger()];
    const { caller } = await ledger.tenant.person({ roles: ["payroll"] });
    const input = { fiscalYearId: ledger.year.id, number: "1", action: "lock" };
    expect(await execute(ledger.tenant.host, caller, changePeriod, input)).toMatchObject({
      code: "fiscalYear.forbidden",
    });
    expect(await (await accountant(other))(changePeriod, input)).toMatchObject({ code: "fiscalYear.unknown" });
  });

  test("une écriture et un verrou au même instant : l'écriture passe avant, ou elle est refusée", async () => {
    const ledger = await freshLedger();
    const act = await accountant(ledger);
    const [answers] = await Promise.all([
      Promise.all(Array.from({ length: 12 }, () => ledger.act((context) => postEntry(context, sale(null))))),
      act(changePeriod, { fiscalYearId: ledger.year.id, number: "3", action: "lock" }),
    ]);
    for (const answer of answers) if (isRefusal(answer)) expect(answer.code).toBe("entry.periodLocked");
    expect(await ledger.act((context) => postEntry(context, sale(null)))).toMatchObject({ code: "entry.periodLocked" });
  });
});

describe("d'un exercice à l'autre", () => {
  async function twoYears() {
    const ledger = await freshLedger({ now: "2026-11-22T10:00:00.000Z" });
    const act = await accountant(ledger);
    const [plumber, trainer] = [await ledger.tenant.activity("Plomberie"), await ledger.tenant.activity("Formation")];
    await ledger.post(sale(plumber));
    await ledger.post(sale(trainer, {}, "C2"));
    // Trainer's customer paid; the plumber bought more than they sold.
    await ledger.post(
      draft(
        [line("512", trainer, 12_000), line("411", trainer, -12_000, { auxiliary: { code: "C2", label: "Martin" } })],
        { journalCode: "BQ" },
      ),
    );
    await ledger.post(
      draft(
        [line("606", plumber, 15_000), line("401", plumber, -15_000, { auxiliary: { code: "F1", label: "Scierie" } })],
        { journalCode: "AC" },
      ),
    );
    await ledger.post(
      draft(
        [
          line("6586", plumber, 1_150),
          line("5801", plumber, -1_150),
          line("5801", null, 1_150),
          line("6586", null, -1_150),
        ],
        { journalCode: "CO" },
      ),
    );
    const next = opened(await act(openNextFiscalYear, {}));
    return { ledger, act, plumber, trainer, next };
  }

  test("le suivant s'ouvre avant la clôture ; le numéro 1 attend les à-nouveaux", async () => {
    const { ledger, act, next, plumber } = await twoYears();
    ledger.tenant.setNow("2027-01-04T10:00:00.000Z");
    expect((await ledger.post(sale(plumber, { date: toDay("2027-01-04") }))).number).toBe(2n);
    const before = await position(ledger, "2027-01-31");
    expect(before).toContain(`${plumber} 129 6150`);
    expect(await act(closeFiscalYear, { fiscalYearId: ledger.year.id })).toEqual({ openingNumber: "1" });
    // What was read before the closing is what the à-nouveaux carry, to the cent and per activity.
    expect(await position(ledger, "2027-01-31")).toEqual(before);
    const years = await ledger.tenant.run((tx) => listFiscalYears(tx, ledger.tenant.organizationId));
    expect(years.map((year) => [year.code, year.opening, year.periods[0]?.status])).toEqual([
      ["2026", "none", "closed"],
      ["2027", "posted", "open"],
    ]);
    expect(await ledger.tenant.run((tx) => verifyLedger(tx, ledger.tenant.organizationId))).toEqual({
      entries: 7n,
      faults: [],
    });
    expect((await ledger.post(sale(plumber, { date: toDay("2027-01-05") }))).number).toBe(3n);
    expect(next).toBe(years[1]?.id);
  });

  test("les à-nouveaux portent chaque tiers et chaque activité, le résultat en 120 ou 129, et rien des comptes 6 et 7", async () => {
    const { ledger, act, next, plumber, trainer } = await twoYears();
    ledger.tenant.setNow("2027-03-01T10:00:00.000Z");
    await act(closeFiscalYear, { fiscalYearId: ledger.year.id });
    const entry = await ledger.tenant.run(async (tx) => {
      const { rows } = await (await import("kysely")).sql<{
        id: never;
      }>`select id from ledger.entry where fiscal_year_id = ${next}`.execute(tx);
      return findEntry(tx, ledger.tenant.organizationId, rows[0]?.id as never);
    });
    expect(entry).toMatchObject({ journalCode: "AN", date: "2027-01-01", pieceRef: "AN-2027", number: 1n });
    expect(entry?.label).toMatch(/^À-nouveaux 2027 \(sceau 2026 : [0-9a-f]{16}\)$/);
    const told = entry?.lines.map((item) => [
      item.account,
      item.activityId,
      item.auxiliary?.code ?? null,
      item.debit - item.credit,
    ]);
    expect(new Set(told)).toEqual(
      new Set([
        ["401", plumber, "F1", -15_000n],
        ["411", plumber, "C1", 12_000n],
        ["44571", plumber, null, -2_000n],
        ["44571", trainer, null, -2_000n],
        ["512", trainer, null, 12_000n],
        ["5801", plumber, null, -1_150n],
        ["5801", null, null, 1_150n],
        ["129", plumber, null, 6_150n],
        ["120", trainer, null, -10_000n],
        ["120", null, null, -1_150n],
      ]),
    );
  });

  test("le FEC de chaque exercice est sans faute, et l'ouverture de l'un est la clôture de l'autre", async () => {
    const { ledger, act, next, plumber } = await twoYears();
    ledger.tenant.setNow("2027-01-04T10:00:00.000Z");
    await ledger.post(sale(plumber, { date: toDay("2027-01-04") }));
    await act(closeFiscalYear, { fiscalYearId: ledger.year.id });
    await ledger.post(sale(plumber, { date: toDay("2027-01-04") }));
    const first = await fec(ledger, ledger.year.id);
    const second = await fec(ledger, next);
    compareOpening(first, second);
    expect([first.faults, second.faults]).toEqual([[], []]);
    expect([first.entries, second.entries]).toEqual([5, 3]);
  });

  test("la clôture refuse avant la fin, sans exercice suivant, deux fois, ou si un sceau ne tient pas", async () => {
    const ledger = await freshLedger();
    const act = await accountant(ledger);
    const close = () => act(closeFiscalYear, { fiscalYearId: ledger.year.id });
    await ledger.post(sale(null));
    expect(await close()).toMatchObject({ code: "fiscalYear.notEnded", facts: { end: { day: "2026-12-31" } } });
    ledger.tenant.setNow("2027-02-01T10:00:00.000Z");
    expect(await close()).toMatchObject({ code: "fiscalYear.nextMissing" });
    const next = opened(await act(openNextFiscalYear, {}));
    expect(await act(closeFiscalYear, { fiscalYearId: next })).toMatchObject({ code: "fiscalYear.notEnded" });
    expect(await close()).toEqual({ openingNumber: "1" });
    expect(await close()).toMatchObject({ code: "fiscalYear.alreadyClosed" });
    expect(await act(changePeriod, { fiscalYearId: next, number: "1", action: "close" })).toEqual({ status: "closed" });
    const stranger = await accountant(await freshLedger());
    expect(await stranger(closeFiscalYear, { fiscalYearId: next })).toMatchObject({ code: "fiscalYear.unknown" });
  });

  test("un exercice ne se clôt pas avant le précédent, et ne commence qu'au lendemain du dernier", async () => {
    const ledger = await freshLedger({ now: "2026-11-22T10:00:00.000Z" });
    const act = await accountant(ledger);
    const second = opened(await act(openNextFiscalYear, { end: "2027-06-30" }));
    opened(await act(openNextFiscalYear, {}));
    ledger.tenant.setNow("2027-12-01T10:00:00.000Z");
    expect(await act(closeFiscalYear, { fiscalYearId: second })).toMatchObject({ code: "fiscalYear.earlierOpen" });
    expect(await act(openNextFiscalYear, { end: "2028-06-30" })).toMatchObject({ code: "fiscalYear.endBeforeStart" });
    const { caller } = await ledger.tenant.person();
    for (const [command, input] of [
      [openNextFiscalYear, {}],
      [closeFiscalYear, { fiscalYearId: second }],
    ] as const) {
      expect(await execute(ledger.tenant.host, caller, command as Command<unknown, unknown>, input)).toMatchObject({
        code: "fiscalYear.forbidden",
      });
    }
  });
});
