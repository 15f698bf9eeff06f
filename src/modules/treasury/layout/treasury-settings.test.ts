import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Day, Instant } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { toCents } from "#kernel/money.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { availableOf } from "../available/available.store.ts";
import { treasurySetting } from "../reading/treasury-setting.ts";
import { treasurySettings } from "../settings.ts";
import { fr as names } from "../treasury.fr.ts";
import { saveTreasurySettings } from "./save-treasury-settings.command.ts";
import { type LineTexts, lineTexts, readLines } from "./treasury-form.ts";
import * as settingsPage from "./treasury-settings.page.tsx";

const USUAL = lineTexts(treasurySetting({ buildingTrades: false }), names.lines);
const own = (label: string, accounts: string, key = ""): LineTexts => ({ key, label, section: "future", accounts });

describe("Les lignes comme on les tape", () => {
  it("les lignes proposées se relisent telles quelles, dans les deux métiers", () => {
    for (const buildingTrades of [false, true]) {
      const setting = treasurySetting({ buildingTrades });
      expect(readLines(lineTexts(setting, names.lines))).toEqual(setting);
    }
  });

  it("un nom à soi, une ligne à soi, une ligne ôtée", () => {
    const rows = USUAL.map((line) => (line.key === "cash" ? { ...line, label: "Banque" } : line)).map((line) =>
      line.key === "expenseClaims" ? { ...line, accounts: " " } : line,
    );
    const read = readLines([...rows, own("Retenues de garantie", "4117"), own("", "")]);
    if ("refused" in read) throw new Error(read.code);
    expect(read.lines.map(({ key, label }) => [key, label])).toEqual([
      ["cash", "Banque"],
      ["taxes", null],
      ["suppliers", null],
      ["salaries", null],
      ["customers", null],
      ["own-1", "Retenues de garantie"],
    ]);
    const again = readLines([...lineTexts(read, names.lines), own("Litiges", "416")]);
    if ("refused" in again) throw new Error(again.code);
    expect(again.lines.slice(-2).map(({ key }) => key)).toEqual(["own-1", "own-2"]);
  });

  it.each([
    ["des lettres", [own("Divers", "4x")], "treasury.accountsUnreadable", "lines.6.accounts"],
    ["un compte de charge", [own("Divers", "606")], "treasury.notBalanceSheet", "lines.6.accounts"],
    [
      "un compte deux fois, après une ligne vide",
      [own("", ""), own("Divers", "421")],
      "treasury.prefixTwice",
      "lines.7.accounts",
    ],
    ["sans nom", [own(" ", "416")], "treasury.labelMissing", "lines.6.label"],
    ["le nom d'une autre", [own("A", "416"), own("a", "4117")], "treasury.labelTwice", "lines.7.label"],
    ["un nom sans compte", [own("Litiges", "")], "treasury.accountsMissing", "lines.6.accounts"],
  ])("%s : refusé à côté de sa ligne", (_, added, code, field) => {
    expect(readLines([...USUAL, ...added])).toMatchObject({ refused: true, code, field });
  });

  it("la ligne nommée par un refus est celle que l'on voit", () => {
    const refused = readLines([...USUAL, own("", ""), own("Divers", "421")]);
    // 421 est la quatrième ligne affichée (salaires).
    expect(refused).toMatchObject({ facts: { prefix: "421", line: "4" } });
  });

  it("sans la banque, pas de trésorerie de référence", () => {
    expect(readLines(USUAL.filter((line) => line.key !== "cash"))).toMatchObject({ code: "treasury.cashMissing" });
    const cleared = USUAL.map((line) => ({ ...line, accounts: "" }));
    expect(readLines(cleared)).toMatchObject({ code: "treasury.linesMissing" });
  });
});

describe("Régler la trésorerie de la coopérative", () => {
  let app: App;
  let tenant: TestTenant;
  let accountant: TestPerson;
  let activityId: ActivityId;

  beforeAll(async () => {
    app = { ...(await testApp()).app, clock: () => "2026-11-23T10:00:00.000Z" as Instant };
  });

  beforeEach(async () => {
    tenant = await freshTenant();
    accountant = await tenant.person({ roles: ["accountant"] });
    activityId = await tenant.activity("Plomberie Roux");
  });

  const save = (who: TestPerson, input: object = {}, options = {}) =>
    execute(
      tenant.host,
      who.caller,
      saveTreasurySettings,
      { version: 1, lines: USUAL, countsUncollected: false, reserve: "0", ...input },
      options,
    );
  const stored = async (of = tenant) =>
    treasurySettings((await of.run((tx) => organizationProfile(tx, of.organizationId))).settings);
  const available = () =>
    tenant.run((tx) =>
      availableOf(tx, { organizationId: tenant.organizationId, activities: [activityId], on: "2026-11-23" as Day }),
    );

  it("les lignes, la réserve et les factures à encaisser sont suivies par « Mon argent »", async () => {
    const lines = [...USUAL, own("Litiges", "416")];
    expect(await save(accountant, { lines, countsUncollected: true, reserve: "50000" })).toMatchObject({ version: 2 });
    expect(await stored()).toMatchObject({ countsUncollected: true, reserve: toCents(50_000) });
    const read = await available();
    expect(read.available.amount).toBe(toCents(-50_000));
    expect(read.reading.lines.map((line) => line.label ?? line.key)).toContain("Litiges");
    const { rows } = await tenant.run((tx) =>
      sql<{
        action: string;
      }>`select action from platform.audit where organization_id = ${tenant.organizationId}`.execute(tx),
    );
    expect(rows.map((row) => row.action)).toEqual(["treasury.settings.save"]);
  });

  it("direction et administration aussi ; personne d'autre", async () => {
    for (const [version, role] of [
      [1, "direction"],
      [2, "administrator"],
    ] as const) {
      const who = await tenant.person({ roles: [role] });
      expect(await save(who, { version }), role).toMatchObject({ version: version + 1 });
    }
    const others = [
      await tenant.person({ roles: ["accompagnateur"] }),
      await tenant.person({ roles: ["payroll"] }),
      await tenant.person({ activities: [activityId] }),
    ];
    for (const who of others) {
      expect(await save(who, { version: 3 })).toMatchObject({ kind: "forbidden", code: "treasury.settingsNotAllowed" });
    }
  });

  it("la seconde personne est prévenue ; envoyé deux fois, une seule fois ; une autre coopérative garde les siens", async () => {
    const once = { idempotencyKey: tenant.newId() };
    expect(await save(accountant, { reserve: "100" }, once)).toMatchObject({ version: 2 });
    expect(await save(accountant, { reserve: "100" }, once)).toMatchObject({ version: 2 });
    expect(await save(accountant, { reserve: "200" })).toMatchObject({
      kind: "conflict",
      code: "organization.changedMeanwhile",
    });
    const other = await freshTenant();
    expect((await stored(other)).reserve).toBe(toCents(0));
    const theirs = await other.person({ roles: ["accountant"] });
    const across = { organizationId: tenant.organizationId, userId: theirs.caller.userId };
    const tried = await execute(tenant.host, across, saveTreasurySettings, {
      version: 2,
      lines: USUAL,
      countsUncollected: false,
      reserve: "0",
    });
    expect(tried).toMatchObject({ code: "access.notMember" });
  });

  it("une réserve impossible est refusée à côté de son champ", async () => {
    for (const reserve of ["?", "-1", "100000001", "9".repeat(13)]) {
      expect(await save(accountant, { reserve }), reserve).toMatchObject({ fields: { reserve: "treasury.reserve" } });
    }
  });

  it("la page : ce qui est réglé, ce qui est proposé, une faute avec ce qui a été tapé", async () => {
    const profile = await tenant.run((tx) => organizationProfile(tx, tenant.organizationId));
    const slug = profile.slug;
    const path = `/${slug}/reglages/tresorerie`;
    const as = (who: TestPerson, page: PageRequest) => {
      const { signedIn } = who;
      // biome-ignore lint/suspicious/noExplicitAny: the framework's argument types are made for each page
      return pageArguments(app, { signedIn, params: { cooperative: slug }, ...page }) as any;
    };
    const shown = await answerOf(() => settingsPage.loader(as(accountant, { path: `${path}?modele=batiment` })));
    expect(shown).toMatchObject({ status: 200, body: { proposed: true, version: 1 } });
    const form = { version: "1", reserve: "1 500,00", countsUncollected: "oui" } as Record<string, string>;
    USUAL.forEach((line, row) => {
      for (const [name, value] of Object.entries(line)) form[`lines.${row}.${name}`] = value;
    });
    const wrong = await answerOf(() =>
      settingsPage.action(as(accountant, { path, form: { ...form, "lines.1.accounts": "42,impôts" } })),
    );
    expect(wrong).toMatchObject({
      status: 422,
      body: {
        problem: {
          fields: {
            "lines.1.accounts":
              "Écrivez des débuts de comptes séparés par des virgules, par exemple 42,-421. « impôts » n’en est pas un.",
          },
        },
        typed: { "lines.1.accounts": "42,impôts", reserve: "1 500,00" },
      },
    });
    expect((await answerOf(() => settingsPage.action(as(accountant, { path, form })))).status).toBe(302);
    expect(await stored()).toMatchObject({ countsUncollected: true, reserve: toCents(150_000) });
    const entrepreneur = await tenant.person({ activities: [activityId] });
    expect((await answerOf(() => settingsPage.loader(as(entrepreneur, { path })))).status).toBe(403);
  });
});
