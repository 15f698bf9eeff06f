import { describe, expect, test } from "vitest";
import { execute } from "#platform/command.ts";
import { freshLedger, type TestLedger } from "../testing.ts";
import { findAccount, listAccounts } from "./account.store.ts";
import { writeAccountFile } from "./account-file.ts";
import { pcg2025 } from "./pcg-2025.ts";
import { importAccounts, saveAccount } from "./save-account.command.ts";

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
    expect(await load("compte;libellé\n5121;Crédit coopératif\n411;Clients, usagers\n")).toEqual({ count: 2 });
    expect((await one(ledger, "411"))?.label).toBe("Clients, usagers");
    expect(await load("compte;libellé\n5122;Banque\nXX;Faux\n")).toMatchObject({ code: "account.numberForm" });
    expect(await one(ledger, "5122")).toBeNull();
    expect(await load(writeAccountFile(pcg2025))).toEqual({ count: pcg2025.length });
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
