import { describe, expect, test } from "vitest";
import { addDays, type Day, toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { execute } from "#platform/command.ts";
import { changePeriod } from "../fiscal-year/change-period.command.ts";
import { draft, freshLedger, line, sale } from "../testing.ts";
import { balancesByAccount, balancesByActivity } from "./balances.store.ts";

/** A deterministic shuffle of numbers: tests read the same books at each run. */
function* numbers(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state;
  }
}

describe("les soldes", () => {
  test("sont les mêmes lus dans les lignes ou dans les périodes closes, à toute date et pour toute activité", async () => {
    const ledger = await freshLedger();
    const { organizationId } = ledger.tenant;
    const activities: (ActivityId | null)[] = [
      await ledger.tenant.activity("A"),
      await ledger.tenant.activity("B"),
      null,
    ];
    const accounts = ["411", "512", "706", "606", "44571", "421", "641"];
    const draw = numbers(7);
    const pick = (size: number) => Number(draw.next().value) % size;
    const written: { date: Day; activity: ActivityId | null; account: string; amount: number }[] = [];
    for (let index = 0; index < 80; index += 1) {
      // Some on the very last day of a period that will be closed.
      const date = index < 6 ? toDay("2026-04-30") : addDays(toDay("2026-01-01"), pick(330));
      const activity = activities[pick(3)] ?? null;
      const amount = 1 + pick(100_000);
      const [debit, credit] = [accounts[pick(7)] ?? "411", accounts[pick(7)] ?? "512"];
      await ledger.post(draft([line(debit, activity, amount), line(credit, activity, -amount)], { date }));
      written.push({ date, activity, account: debit, amount }, { date, activity, account: credit, amount: -amount });
    }
    const { caller } = await ledger.tenant.person({ roles: ["accountant"] });
    const days = ["2026-01-01", "2026-01-31", "2026-02-14", "2026-04-30", "2026-05-01", "2026-11-26", "2026-12-31"].map(
      toDay,
    );
    const expected = (activity: ActivityId | null | undefined, from: Day, until: Day) => {
      const totals = new Map<string, bigint>();
      for (const item of written) {
        if (item.date < from || item.date > until) continue;
        if (activity !== undefined && item.activity !== activity) continue;
        totals.set(item.account, (totals.get(item.account) ?? 0n) + BigInt(item.amount));
      }
      return [...totals].sort(([a], [b]) => (a < b ? -1 : 1));
    };
    const check = async () => {
      for (const activity of [...activities, undefined]) {
        for (const until of days) {
          for (const from of [undefined, toDay("2026-02-01"), toDay("2026-03-15")]) {
            const found = await ledger.tenant.run((tx) =>
              balancesByAccount(tx, { organizationId, activityId: activity, until, ...(from && { from }) }),
            );
            expect(found.map((row) => [row.account, row.debit - row.credit])).toEqual(
              expected(activity, from ?? toDay("2026-01-01"), until),
            );
          }
        }
      }
    };
    await check();
    for (const number of [1, 2, 3, 4]) {
      const closed = await execute(ledger.tenant.host, caller, changePeriod, {
        fiscalYearId: ledger.year.id,
        number,
        action: "close",
      });
      expect(closed).toEqual({ status: "closed" });
    }
    await check();
  });

  test("d'une liste d'activités sont leur somme, et les services mutualisés n'y sont que si on les demande", async () => {
    const ledger = await freshLedger();
    const { organizationId } = ledger.tenant;
    const [a, b] = [await ledger.tenant.activity("A"), await ledger.tenant.activity("B")];
    for (const activity of [a, b, null]) await ledger.post(sale(activity));
    const turnover = async (activityId: ActivityId | null | readonly ActivityId[] | undefined) =>
      (
        await ledger.tenant.run((tx) =>
          balancesByAccount(tx, { organizationId, activityId, until: toDay("2026-12-31") }),
        )
      ).find((row) => row.account === "706")?.credit;
    expect(await turnover(a)).toBe(10_000n);
    expect(await turnover([a, b])).toBe(20_000n);
    expect(await turnover([])).toBeUndefined();
    expect(await turnover(null)).toBe(10_000n);
    expect(await turnover(undefined)).toBe(30_000n);
  });

  test("pour chaque activité, bilan et résultat se répondent : classes 1 à 5 = classe 7 − classe 6", async () => {
    const ledger = await freshLedger();
    const activity = await ledger.tenant.activity();
    await ledger.post(sale(activity));
    await ledger.post(draft([line("606", activity, 3_333), line("401", activity, -3_333)]));
    const rows = await ledger.tenant.run((tx) =>
      balancesByActivity(tx, {
        organizationId: ledger.tenant.organizationId,
        activityId: activity,
        until: toDay("2026-12-31"),
      }),
    );
    const sum = (pattern: RegExp) =>
      rows.filter((row) => pattern.test(row.account)).reduce((total, row) => total + row.debit - row.credit, 0n);
    expect(sum(/^[1-5]/)).toBe(6_667n);
    expect(-sum(/^[67]/)).toBe(6_667n);
  });
});
