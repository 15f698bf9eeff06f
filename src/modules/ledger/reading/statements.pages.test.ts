import { beforeAll, describe, expect, test } from "vitest";
import { type Day, toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, sum } from "#kernel/money.ts";
import { execute } from "#platform/command.ts";
import type { TestPerson } from "#testing/tenant.ts";
import { freshBooks, type TestBooks } from "../books.fixture.ts";
import { openNextFiscalYear } from "../fiscal-year/open-fiscal-year.command.ts";
import { draft, line } from "../testing.ts";
import * as analysis from "./analysis.page.tsx";
import * as analysisFile from "./analysis-file.page.ts";
import * as entryPage from "./entry.page.tsx";
import type { Statements } from "./statements.store.ts";
import { balanceSheetOf, profitAndLossOf } from "./statements.ts";
import * as trialBalance from "./trial-balance.page.tsx";
import type { BalanceRow } from "./trial-balance.store.ts";

let books: TestBooks;
let accountant: TestPerson;
let entrepreneur: TestPerson;
let plumber: ActivityId;
let gardener: ActivityId;

/** Two years not closed yet: sales, purchases, contributions of two activities to the shared services, a drawn order. */
beforeAll(async () => {
  books = await freshBooks({ now: "2027-05-20T10:00:00.000Z", year: year(2026) });
  const { ledger } = books;
  plumber = await ledger.tenant.activity("Plomberie Roux");
  gardener = await ledger.tenant.activity("Les jardins");
  accountant = await ledger.tenant.person({ roles: ["accountant"] });
  entrepreneur = await ledger.tenant.person({ activities: [plumber] });
  await execute(ledger.tenant.host, accountant.caller, openNextFiscalYear, {});
  let seed = 11;
  const draw = (size: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % size;
  };
  const post = (date: Day, lines: Parameters<typeof draft>[0]) => ledger.post(draft(lines, { date, pieceDate: date }));
  for (let index = 0; index < 60; index += 1) {
    const month = (index % 16) + 1;
    const date = toDay(
      `${month > 12 ? 2027 : 2026}-${String(((month - 1) % 12) + 1).padStart(2, "0")}-${10 + draw(18)}`,
    );
    const activity = [plumber, gardener, null][draw(3)] ?? null;
    const amount = 1 + draw(500_000);
    const [debit, credit] = [
      ["411", "706"],
      ["606", "401"],
      ["512", "411"],
      ["401", "512"],
      ["661", "512"],
      ["2183", "404"],
    ][draw(6)] as [string, string];
    await post(date, [line(debit, activity, amount), line(credit, activity, -amount)]);
    if (activity === null) continue;
    const share = 1 + draw(5_000);
    const contribution = [
      line("6586", activity, share),
      line("5801", activity, -share),
      line("5801", null, share),
      line("6586", null, -share),
    ];
    await post(date, contribution);
  }
});

function year(of: number) {
  return { start: toDay(`${of}-01-01`), end: toDay(`${of}-12-31`) };
}

async function statements(search: string, who = accountant): Promise<Statements> {
  const { status, body } = await books.visit(analysis.loader, who, { path: `/x?${search}` });
  expect(status).toBe(200);
  return body as Statements;
}

const balancesOf = async (search: string) => {
  const { body } = await books.visit(trialBalance.loader, accountant, { path: `/x?${search}` });
  return (body as { rows: BalanceRow[] }).rows;
};

describe("Les comptes analytiques (C. trav. R7331-5)", () => {
  test("disent au centime ce que dit la balance, pour chaque activité, les services mutualisés et le tout, à toute date", async () => {
    for (const activite of [plumber, gardener, "commun", ""]) {
      for (const au of ["2026-06-30", "2026-12-31", "2027-03-15", "2027-05-20"]) {
        const { balances } = await statements(`activite=${activite}&au=${au}`);
        const trial = await balancesOf(`activite=${activite}&au=${au}`);
        expect(balances.filter(({ amount }) => amount !== 0n).map(({ account, amount }) => [account, amount])).toEqual(
          trial.filter(({ balance }) => balance !== 0n).map(({ account, balance }) => [account, balance]),
        );
        const { totalAssets, totalLiabilities } = balanceSheetOf(balances);
        expect(totalAssets).toEqual(totalLiabilities);
        const ofClass = (digits: RegExp) =>
          sum(trial.filter(({ account }) => digits.test(account)).map(({ balance }) => balance));
        expect(profitAndLossOf(balances).result.amount).toBe(-ofClass(/^[67]/) as Cents);
        expect(totalAssets.amount).toBeGreaterThan(0n);
      }
    }
  });

  test("les activités et les services mutualisés s'ajoutent pour donner la coopérative ; la contribution s'y annule", async () => {
    const all = await statements("au=2027-05-20");
    expect(all.summaries.map(({ name }) => name)).toEqual(["Les jardins", "Plomberie Roux", null]);
    const total = (key: "result" | "money") => sum(all.summaries.map((row) => row[key]));
    expect(total("result")).toBe(profitAndLossOf(all.balances).result.amount);
    expect(total("money")).toBe(
      sum(all.balances.filter(({ account }) => account.startsWith("5")).map(({ amount }) => amount)),
    );
    expect(all.balances.some(({ account }) => account === "6586" || account === "5801")).toBe(false);
    const shared = await statements("activite=commun&au=2027-05-20");
    expect(shared.balances.find(({ account }) => account === "6586")?.amount).toBeLessThan(0n);
  });

  test("montrent le même jour un an avant, et d'où vient un résultat qui attend sa clôture", async () => {
    const now = await statements("activite=&au=2027-03-15");
    const before = await statements("activite=&au=2026-03-15");
    expect([now.earlierUntil, before.earlierUntil]).toEqual(["2026-03-15", null]);
    const earlier = now.balances.filter((row) => row.earlier !== 0n).map((row) => [row.account, row.earlier]);
    expect(earlier).toEqual(before.balances.map((row) => [row.account, row.amount]));
    expect((await statements("au=2027-12-31")).earlierUntil).toBe("2026-12-31");
    expect([now.pendingUntil, before.pendingUntil]).toEqual(["2026-12-31", null]);
    const closing = profitAndLossOf((await statements("au=2026-12-31")).balances).result.amount;
    const carried = sum(now.balances.filter((row) => /^12[09]/.test(row.account)).map((row) => row.amount));
    expect(carried).toBe(-closing as Cents);
  });

  test("l'entrepreneur lit les comptes et les écritures de son activité, rien d'une autre ni des services mutualisés", async () => {
    const mine = await statements("", entrepreneur);
    expect(mine.balances).toEqual((await statements(`activite=${plumber}`)).balances);
    for (const activite of [gardener, "commun"]) {
      for (const half of [analysis.loader, analysisFile.loader]) {
        expect((await books.visit(half, entrepreneur, { path: `/x?activite=${activite}` })).status).toBe(404);
      }
    }
    // A contribution has lines of the shared services too: only those of the activity are shown.
    const { entryId } = await books.ledger.post(
      draft(
        [line("6586", plumber, 500), line("5801", plumber, -500), line("5801", null, 500), line("6586", null, -500)],
        {
          date: toDay("2027-05-01"),
        },
      ),
    );
    const { body } = await books.visit(entryPage.loader, entrepreneur, { params: { entryId } });
    expect((body as { lines: { activityId: string }[] }).lines.map((row) => row.activityId)).toEqual([
      plumber,
      plumber,
    ]);
  });

  test("se téléchargent, activité par activité, avec leurs rubriques", async () => {
    const { body } = await books.visit(analysisFile.loader, accountant, { path: "/x?format=csv&au=2026-12-31" });
    const [headings, ...rows] = String(body).replace("\ufeff", "").trim().split("\r\n");
    expect(headings).toBe("Activité;État;Rubrique;Compte;Intitulé;Montant;Un an avant");
    expect(new Set(rows.map((row) => row.split(";")[0]))).toEqual(
      new Set(["Plomberie Roux", "Les jardins", "Services mutualisés"]),
    );
    expect(rows.filter((row) => row.includes("Résultat de l’exercice"))).toHaveLength(6);
  });
});
