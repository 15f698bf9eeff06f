import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { salesSettings } from "../settings.ts";
import { templateProblem } from "./number-template.ts";
import { saveSalesSettings } from "./save-sales-settings.command.ts";

describe("Un modèle de numéro", () => {
  it.each([
    ["F{year}-{seq:5}", "cooperative", null],
    ["{activity}-{year}-{seq:3}", "activity", null],
    ["F{year}", "cooperative", "salesSetup.templateSequence"],
    ["F{year}-{seq}-{seq:5}", "cooperative", "salesSetup.templateSequence"],
    ["F-{seq:5}", "cooperative", "salesSetup.templateYear"],
    ["F{year}-{seq:5}", "activity", "salesSetup.templateActivity"],
    ["F {year}-{seq:5}", "cooperative", "salesSetup.templateCharacters"],
    ["Né{year}-{seq:5}", "cooperative", "salesSetup.templateCharacters"],
    ["F{year}-{seq:5}{mois}", "cooperative", "salesSetup.templateCharacters"],
    ["FACTURE-{year}-{seq:8}", "cooperative", "salesSetup.templateLong"],
    ["FACTURE-{year}-{seq:7}", "cooperative", null],
    ["{activity}-{year}-{seq:9}", "activity", null],
    ["{activity}--{year}-{seq:9}", "activity", null],
  ] as const)("%s, par %s: %s", (template, scope, problem) => {
    expect(templateProblem(template, scope, "A001")).toBe(problem);
  });

  it("compte le code d'activité le plus long", () => {
    expect(templateProblem("{activity}-{year}-{seq:3}", "activity", "PLOMBERIE")).toBeNull();
    expect(templateProblem("{activity}-{year}-{seq:3}", "activity", "PLOMBERIE001")).toBe("salesSetup.templateLong");
  });
});

describe("Régler les ventes", () => {
  let tenant: TestTenant;
  let direction: TestPerson;

  beforeEach(async () => {
    tenant = await freshTenant();
    direction = await tenant.person({ roles: ["direction"] });
  });

  const chosen = {
    version: "1",
    numberTemplate: "F{year}-{seq:4}",
    seriesScope: "cooperative",
    vatOnDebitsSince: "2026-01-01",
    paymentDays: "45",
    toleranceCents: "250",
    footer: "Assurance 1234",
    conditions: "",
  };
  const save = (who: TestPerson, input: object) =>
    execute(tenant.host, who.caller, saveSalesSettings, { ...chosen, ...input });
  const stored = async () =>
    salesSettings((await tenant.run((tx) => organizationProfile(tx, tenant.organizationId))).settings);

  it("garde ce qui est choisi, et les comptes comme ils étaient", async () => {
    await tenant.run((tx) =>
      sql`update membership.organization set settings = '{"sales": {"accounts": {"bank": "512100"}}}'`.execute(tx),
    );
    const before = await stored();
    expect(await save(direction, {})).toMatchObject({ version: 2 });
    expect(await stored()).toEqual({
      numberTemplate: "F{year}-{seq:4}",
      vatOnDebitsSince: "2026-01-01",
      paymentDays: 45,
      toleranceCents: 250,
      seriesScope: "cooperative",
      footer: "Assurance 1234",
      conditions: "",
      accounts: before.accounts,
      reminders: before.reminders,
    });
    expect(before.accounts.bank).toBe("512100");
  });

  it("refuse à côté du champ, sans rien garder", async () => {
    expect(await save(direction, { numberTemplate: "F{seq}" })).toMatchObject({
      code: "salesSetup.templateYear",
      field: "numberTemplate",
    });
    const wrong = { paymentDays: "61", toleranceCents: "?", vatOnDebitsSince: "hier", seriesScope: "" };
    expect(await save(direction, wrong)).toMatchObject({
      fields: {
        paymentDays: "salesSetup.paymentDays",
        toleranceCents: "field.amount",
        vatOnDebitsSince: "field.day",
        seriesScope: "field.choose",
      },
    });
    expect((await stored()).paymentDays).toBe(30);
  });

  it("est réservé à la direction et à l'administration; la seconde personne est prévenue", async () => {
    const accountant = await tenant.person({ roles: ["accountant"] });
    expect(await save(accountant, {})).toMatchObject({ kind: "forbidden", code: "organization.notAllowed" });
    await save(direction, {});
    expect(await save(direction, { paymentDays: "10" })).toMatchObject({ code: "organization.changedMeanwhile" });
    expect((await stored()).paymentDays).toBe(45);
  });
});
