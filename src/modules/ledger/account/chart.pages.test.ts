import { beforeEach, describe, expect, test } from "vitest";
import type { TestPerson } from "#testing/tenant.ts";
import { freshBooks, type TestBooks } from "../books.fixture.ts";
import { sale } from "../testing.ts";
import * as accountPage from "./account.page.tsx";
import * as chartPage from "./chart.page.tsx";
import * as chartFile from "./chart-file.page.ts";
import type { ChartRow } from "./chart-list.store.ts";
import * as importPage from "./import-accounts.page.tsx";
import * as journalPage from "./journal-list.page.tsx";
import * as journalFile from "./journal-list-file.page.ts";

let books: TestBooks;
let accountant: TestPerson;
let entrepreneur: TestPerson;

beforeEach(async () => {
  books = await freshBooks();
  accountant = await books.ledger.tenant.person({ roles: ["accountant"] });
  entrepreneur = await books.ledger.tenant.person({ activities: [await books.ledger.tenant.activity()] });
});

async function chart(search = ""): Promise<ChartRow[]> {
  const { body } = await books.visit(chartPage.loader, accountant, { path: `/x${search}` });
  return (body as { rows: ChartRow[] }).rows;
}

describe("Le plan comptable", () => {
  test("se cherche par le début d'un numéro ou par des mots, se filtre, et dit le solde des comptes mouvementés", async () => {
    await books.ledger.post(sale(null));
    expect((await chart("?q=4457")).map((row) => row.number)).toContain("44571");
    expect((await chart("?q=4457")).every((row) => row.number.startsWith("4457"))).toBe(true);
    expect((await chart("?q=clients")).some((row) => row.number === "411")).toBe(true);
    expect(new Set((await chart("?classe=7")).map((row) => row.number[0]))).toEqual(new Set(["7"]));
    expect((await chart("?etat=heading")).every((row) => row.status === "heading")).toBe(true);
    expect((await chart("?usage=oui")).map(({ number, used, balance }) => [number, used, balance])).toEqual([
      ["411", true, 12_000n],
      ["44571", true, -2_000n],
      ["706", true, -10_000n],
    ]);
    expect(await chart("?page=2")).not.toEqual(await chart());
    expect(await chart("?page=999")).not.toEqual([]);
  });

  test("reçoit un compte depuis son formulaire, garde ce qui est tapé quand il le refuse", async () => {
    const form = { create: "oui", number: "5121", label: "Crédit coopératif", status: "usable", cle: "un-compte" };
    const added = await books.visit(accountPage.action, accountant, { form });
    expect([added.status, added.location]).toEqual([302, `/${books.slug}/compta/plan-comptable?q=5121`]);
    const again = await books.visit(accountPage.action, accountant, { form: { ...form, cle: "autre" } });
    expect(again).toMatchObject({
      status: 409,
      body: { typed: { number: "5121" }, problem: { fields: { number: "Le compte 5121 existe déjà." } } },
    });
    const shown = await books.visit(accountPage.loader, accountant, { path: "/x?compte=5121" });
    expect(shown.body).toMatchObject({ account: { label: "Crédit coopératif" }, used: false });
    expect((await books.visit(accountPage.loader, accountant, { path: "/x?compte=9999" })).status).toBe(404);
  });

  test("le fichier téléchargé se relit tel quel, et n'apporte alors rien de nouveau", async () => {
    await books.visit(accountPage.action, accountant, {
      form: { create: "oui", number: "5121", label: "=Banque", status: "blocked" },
    });
    const { body } = await books.visit(chartFile.loader, accountant, { path: "/x?format=csv" });
    const read = await books.visit(importPage.action, accountant, {
      form: { intent: "read" },
      file: { name: "plan.csv", bytes: String(body) },
    });
    expect(read.body).toMatchObject({ preview: { counts: { added: 0, changed: 0, wrong: 0 } } });
    expect((await books.visit(chartFile.loader, accountant, { path: "/x?format=xlsx" })).status).toBe(200);
  });

  test("s'importe après un aperçu ligne par ligne ; une ligne fausse, et rien n'est écrit", async () => {
    const file = (text: string) => ({ name: "plan.csv", bytes: text });
    const wrong = "compte;libellé\n5121;Banque\n41X;Faux\n";
    const preview = await books.visit(importPage.action, accountant, { form: {}, file: file(wrong) });
    expect(preview.body).toMatchObject({
      preview: { counts: { added: 1, wrong: 1 }, lines: [{ line: 3, sentence: expect.stringContaining("41X") }, {}] },
    });
    const refused = await books.visit(importPage.action, accountant, { form: { intent: "import", csv: wrong } });
    expect(refused.status).toBe(409);
    expect(await chart("?q=5121")).toEqual([]);
    const done = await books.visit(importPage.action, accountant, {
      form: { intent: "import", csv: "compte;libellé\r\n5121;Banque\r\n", cle: "un-import" },
    });
    expect(done.status).toBe(302);
    expect((await chart("?q=5121")).map((row) => row.label)).toEqual(["Banque"]);
    const zip = await books.visit(importPage.action, accountant, { form: {}, file: file("PK\u0003\u0004") });
    expect(zip).toMatchObject({ status: 422, body: { problem: "notText" } });
  });

  test("les journaux s'ajoutent et se renomment ; un code déjà pris est refusé", async () => {
    const form = { create: "oui", code: "bq2", label: "Banque postale" };
    expect((await books.visit(journalPage.action, accountant, { form })).status).toBe(302);
    expect(await books.visit(journalPage.action, accountant, { form })).toMatchObject({
      status: 409,
      body: { problem: { fields: { code: "Le journal BQ2 existe déjà." } } },
    });
    const wrong = await books.visit(journalPage.action, accountant, { form: { ...form, code: "é" } });
    expect(wrong).toMatchObject({ status: 422, body: { problem: { code: "journal.code" } } });
    await books.visit(journalPage.action, accountant, { form: { code: "BQ2", label: "La Banque postale" } });
    const { body } = await books.visit(journalFile.loader, accountant);
    expect(String(body)).toContain("BQ2;La Banque postale;");
  });

  test("n'est ni montré ni changé par qui ne tient pas la comptabilité", async () => {
    for (const half of [
      chartPage.loader,
      chartFile.loader,
      accountPage.loader,
      importPage.loader,
      journalPage.loader,
      journalFile.loader,
    ]) {
      expect((await books.visit(half, entrepreneur)).status).toBe(403);
    }
    for (const half of [accountPage.action, journalPage.action]) {
      const form = { create: "oui", number: "5121", code: "ZZ", label: "x" };
      expect((await books.visit(half, entrepreneur, { form })).status).toBe(403);
    }
    const form = { intent: "import", csv: "compte;libellé\n5121;x\n" };
    expect((await books.visit(importPage.action, entrepreneur, { form })).status).toBe(403);
  });
});
