import { describe, expect, test } from "vitest";
import { execute } from "#platform/command.ts";
import { freshLedger, sale, type TestLedger } from "../testing.ts";
import { findAccount, listAccounts, listJournals } from "./account.store.ts";
import { pcg2025 } from "./pcg-2025.ts";
import { importAccounts, saveAccount } from "./save-account.command.ts";
import { saveJournal } from "./save-journal.command.ts";

async function as(ledger: TestLedger, roles: ["accountant"] | []) {
  const { caller } = await ledger.tenant.person({ roles });
  return {
    save: (input: unknown, key?: string) =>
      execute(ledger.tenant.host, caller, saveAccount, input, key ? { idempotencyKey: key } : {}),
    load: (text: string) => execute(ledger.tenant.host, caller, importAccounts, { text }),
  };
}

const one = (ledger: TestLedger, number: string) =>
  ledger.tenant.run((tx) => findAccount(tx, ledger.tenant.organizationId, number));
const all = (ledger: TestLedger) => ledger.tenant.run((tx) => listAccounts(tx, ledger.tenant.organizationId));

describe("le plan comptable d'une coopérative", () => {
  test("commence par celui du PCG 2025, dans l'ordre des numéros", async () => {
    expect(await all(await freshLedger())).toEqual([...pcg2025].sort((a, b) => (a.number < b.number ? -1 : 1)));
  });

  test("reçoit un compte, le renomme, le bloque ; un double clic n'en fait pas deux", async () => {
    const ledger = await freshLedger();
    const { save } = await as(ledger, ["accountant"]);
    const created = { number: "5121", label: "Crédit coopératif", create: "on" };
    expect(await save(created, "click-compte")).toEqual({ number: "5121" });
    expect(await save(created, "click-compte")).toEqual({ number: "5121" });
    expect(await save(created)).toMatchObject({ code: "account.exists", field: "number" });
    expect(await save({ number: "5121", label: "Crédit Coopératif, agence de Brest", status: "blocked" })).toEqual({
      number: "5121",
    });
    expect(await one(ledger, "5121")).toEqual({
      number: "5121",
      label: "Crédit Coopératif, agence de Brest",
      status: "blocked",
    });
    expect(await save({ number: "5122", label: "Autre" })).toMatchObject({ code: "account.unknown" });
    expect(await save({ number: "9121", label: "Autre", create: "on" })).toMatchObject({ code: "account.numberForm" });
    expect(await save({ number: "5122", label: "", create: "on" })).toMatchObject({
      fields: { label: "field.required" },
    });
    expect(await save({ number: "5122", label: "x", status: "autre" })).toMatchObject({
      fields: { status: "field.choose" },
    });
  });

  test("s'importe en entier, ou pas du tout", async () => {
    const ledger = await freshLedger();
    const { load } = await as(ledger, ["accountant"]);
    expect(await load("compte;libellé\n5121;Crédit coopératif\n411;Clients, usagers\n")).toEqual({
      added: 1,
      changed: 1,
    });
    expect((await one(ledger, "411"))?.label).toBe("Clients, usagers");
    expect(await load("compte;libellé\n5122;Banque\nXX;Faux\n")).toMatchObject({
      code: "account.fileLines",
      facts: { count: "1" },
    });
    expect(await one(ledger, "5122")).toBeNull();
    expect(await load("compte;libellé\n5121;Crédit coopératif\n")).toMatchObject({ code: "account.nothingNew" });
  });

  test("un compte mouvementé se bloque sans devenir un titre ; celui que les actes écrivent, seulement si on insiste", async () => {
    const ledger = await freshLedger();
    await ledger.post(sale(null));
    const { save, load } = await as(ledger, ["accountant"]);
    const clients = { number: "411", label: "Clients" };
    expect(await save({ ...clients, status: "heading" })).toMatchObject({ code: "account.usedHeading" });
    expect(await save({ ...clients, status: "blocked" })).toMatchObject({ code: "account.needed", field: "status" });
    expect(await load("compte;libellé;état\n411;Clients;bloqué\n512;Banque;\n")).toMatchObject({
      code: "account.fileLines",
    });
    expect(await save({ ...clients, status: "blocked", acceptNeeded: "oui" })).toEqual({ number: "411" });
    expect((await one(ledger, "411"))?.status).toBe("blocked");
  });

  test("un journal s'ajoute, se renomme, garde son code ; un double clic n'en fait pas deux", async () => {
    const ledger = await freshLedger();
    const { caller } = await ledger.tenant.person({ roles: ["accountant"] });
    const save = (input: unknown, key?: string) =>
      execute(ledger.tenant.host, caller, saveJournal, input, key ? { idempotencyKey: key } : {});
    const created = { code: "bq2", label: "Banque postale", create: "on" };
    expect(await save(created, "click-journal")).toEqual({ code: "BQ2" });
    expect(await save(created, "click-journal")).toEqual({ code: "BQ2" });
    expect(await save(created)).toMatchObject({ code: "journal.exists", field: "code" });
    expect(await save({ code: "BQ2", label: "La Banque postale" })).toEqual({ code: "BQ2" });
    expect(await save({ code: "BQ3", label: "Autre" })).toMatchObject({ code: "journal.unknown" });
    expect(await save({ code: "B-3", label: "Autre", create: "on" })).toMatchObject({ code: "journal.code" });
    expect(await save({ code: "B3", label: "A|b", create: "on" })).toMatchObject({ code: "journal.labelCharacters" });
    const other = await freshLedger();
    const journals = await other.tenant.run((tx) => listJournals(tx, other.tenant.organizationId));
    expect(journals.map(({ code }) => code)).not.toContain("BQ2");
    const nobody = await ledger.tenant.person({ roles: [] });
    expect(await execute(ledger.tenant.host, nobody.caller, saveJournal, created)).toMatchObject({
      code: "account.forbidden",
    });
  });

  test("ne se change ni sans le rôle, ni d'une autre coopérative", async () => {
    const [ledger, other] = [await freshLedger(), await freshLedger()];
    const nobody = await as(ledger, []);
    expect(await nobody.save({ number: "411", label: "x" })).toMatchObject({ code: "account.forbidden" });
    expect(await nobody.load("compte;libellé\n5121;x\n")).toMatchObject({ code: "account.forbidden" });
    const stranger = await as(other, ["accountant"]);
    await stranger.save({ number: "411", label: "Ailleurs" });
    expect((await one(ledger, "411"))?.label).toBe("Clients");
  });
});
