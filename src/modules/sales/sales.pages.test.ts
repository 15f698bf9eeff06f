import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { answerOf, type PageAnswer, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson } from "#testing/tenant.ts";
import * as catalogue from "./catalogue/catalogue.page.tsx";
import * as catalogueFile from "./catalogue/catalogue-file.page.ts";
import * as productEdit from "./catalogue/product-edit.page.tsx";
import * as customerPage from "./customer/customer.page.tsx";
import * as customerEdit from "./customer/customer-edit.page.tsx";
import * as customers from "./customer/customers.page.tsx";
import * as customersFile from "./customer/customers-file.page.ts";
import * as importPage from "./customer/import-customers.page.tsx";
import * as invoicePage from "./invoice/invoice.page.tsx";
import * as invoiceEdit from "./invoice/invoice-edit.page.tsx";
import * as invoicesFile from "./invoice/invoices-file.page.ts";
import { issueInvoice } from "./invoice/issue-invoice.command.ts";
import { saveInvoice } from "./invoice/save-invoice.command.ts";
import * as payments from "./payment/payments.page.tsx";
import * as paymentsFile from "./payment/payments-file.page.ts";
import { recordPayment } from "./payment/record-payment.command.ts";
import * as quotePage from "./quote/quote.page.tsx";
import * as quoteEdit from "./quote/quote-edit.page.tsx";
import * as quotePdf from "./quote/quote-pdf.page.ts";
import * as quotes from "./quote/quotes.page.tsx";
import * as quotesFile from "./quote/quotes-file.page.ts";
import { salesSearch } from "./search.ts";
import { accepted, type SalesTenant, salesTenant } from "./testing.ts";

type Half = (args: never) => unknown;

let app: App;
let sales: SalesTenant;
let slug: string;
let stranger: TestPerson;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  sales = await salesTenant();
  slug = sales.tenant.slug;
  // Pages read the day of the story, whatever the day of the run.
  Object.assign(app, { clock: () => sales.tenant.host.clock(), files: { get: async () => null } });
  stranger = await sales.tenant.person({ activities: [await sales.tenant.activity("Céramique Lou")] });
});

/** Runs one half of a page as somebody. */
function visit(half: Half, who: TestPerson, page: Partial<PageRequest> = {}): Promise<PageAnswer> {
  const { signedIn } = who;
  const params = { cooperative: slug, ...page.params };
  return answerOf(() => half(pageArguments(app, { path: "/x", signedIn, ...page, params }) as never));
}

const line = (index: number, values: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({
      kind: "item",
      name: "Réfection",
      quantity: "1",
      unit: "LS",
      unitPrice: "1000",
      vat: "S2000",
      nature: "services",
      ...values,
    }).map(([name, value]) => [`lines.${index}.${name}`, value]),
  );

const quoteForm = (values: Record<string, string> = {}) => ({
  activityId: sales.activityId as string,
  customerId: sales.customerId as string,
  title: "Salle de bains",
  depositRate: "30",
  version: "0",
  ...line(0),
  ...values,
});

const idOf = (answer: PageAnswer) => /\/devis\/([0-9a-f-]{36})/.exec(answer.location ?? "")?.[1] ?? "";

async function savedQuote(who = sales.entrepreneur): Promise<string> {
  return idOf(await visit(quoteEdit.action, who, { form: { ...quoteForm(), intent: "save" } }));
}

describe("Qui voit quelle page", () => {
  it("celles de son activité seulement; la paie regarde sans toucher; rien d'une autre coopérative", async () => {
    const quoteId = await savedQuote();
    const customerId = sales.customerId as string;
    const created = await visit(productEdit.action, sales.entrepreneur, {
      form: { activityId: sales.activityId, name: "Heure", unit: "HUR", unitPrice: "45", vat: "S2000", mode: "ht" },
    });
    expect(created.status).toBe(302);
    const { rows } = await sales.tenant.run((tx) => sql<{ id: string }>`select id from sales.product`.execute(tx));
    const productId = rows[0]?.id ?? "";
    const payroll = await sales.tenant.person({ roles: ["payroll"] });
    const things: [Half, Record<string, string>, number, number][] = [
      [customerPage.loader, { customerId }, 404, 200],
      [customerEdit.loader, { customerId }, 404, 403],
      [productEdit.loader, { productId }, 404, 403],
      [quotePage.loader, { quoteId }, 404, 200],
      [quoteEdit.loader, { quoteId }, 404, 403],
      [quotePdf.loader, { quoteId }, 404, 200],
    ];
    const elsewhere = await freshTenant();
    const boss = await elsewhere.person({ roles: ["administrator"] });
    for (const [half, params, ofStranger, ofPayroll] of things) {
      expect((await visit(half, sales.entrepreneur, { params })).status).toBe(200);
      expect((await visit(half, sales.accountant, { params })).status).toBe(200);
      expect((await visit(half, stranger, { params })).status).toBe(ofStranger);
      expect((await visit(half, payroll, { params })).status).toBe(ofPayroll);
      expect((await visit(half, boss, { params })).status).toBe(404);
      const [name = ""] = Object.keys(params);
      expect((await visit(half, sales.accountant, { params: { [name]: "pas-un-identifiant" } })).status).toBe(404);
    }
    for (const half of [customers.loader, catalogue.loader, quotes.loader, customerEdit.loader, importPage.loader]) {
      expect((await visit(half, boss)).status).toBe(404);
      expect((await visit(half, sales.entrepreneur)).status).toBe(200);
    }
    for (const half of [customerEdit.loader, productEdit.loader, quoteEdit.loader, importPage.loader]) {
      expect((await visit(half, payroll)).status).toBe(403);
    }
    for (const half of [customersFile.loader, catalogueFile.loader, quotesFile.loader]) {
      expect((await visit(half, boss)).status).toBe(404);
    }
  });

  it("une liste ne montre jamais l'activité d'autrui, même demandée par son adresse", async () => {
    await savedQuote();
    const rowsOf = async (half: Half, who: TestPerson) =>
      ((await visit(half, who, { path: `/x?activite=${sales.activityId}` })).body as { rows: unknown[] }).rows;
    for (const half of [customers.loader, quotes.loader]) {
      expect(await rowsOf(half, stranger)).toEqual([]);
      expect(await rowsOf(half, sales.entrepreneur)).toHaveLength(1);
    }
  });
});

describe("Les listes en fichier", () => {
  it("ce que l'écran montre, filtres compris", async () => {
    await sales.issue([{ price: "1000" }]);
    const quoteId = await savedQuote();
    expect(quoteId).not.toBe("");
    const linesOf = async (half: Half, query: string) => {
      const { body } = await visit(half, sales.accountant, { path: `/x?format=csv&${query}` });
      return String(body).trim().split("\r\n").length - 1;
    };
    for (const half of [invoicesFile.loader, quotesFile.loader, customersFile.loader]) {
      expect(await linesOf(half, "")).toBe(1);
      expect(await linesOf(half, "q=introuvable")).toBe(0);
      expect(await linesOf(half, `activite=${stranger.personId}`)).toBe(0);
    }
    expect(await linesOf(invoicesFile.loader, "etat=draft")).toBe(0);
    expect(await linesOf(invoicesFile.loader, "etat=issued")).toBe(1);
    expect(await linesOf(invoicesFile.loader, "du=2035-01-01")).toBe(0);
    expect(await linesOf(customersFile.loader, "etat=archives")).toBe(0);
  });

  it("les paiements, au centime et à leur date; un texte qui commence comme une formule n'en est pas une", async () => {
    const { invoiceId } = await sales.issue([{ price: "1000" }]);
    const pay = { invoiceId, amount: "120002", paidOn: "2026-11-21", method: "cheque", reference: "=1+1" };
    accepted(await sales.run(sales.accountant, recordPayment, pay));
    const file = async (who: TestPerson, query = "") =>
      String((await visit(paymentsFile.loader, who, { path: `/x?format=csv&${query}` })).body);
    // 1 200 € asked for, two cents more received: within the tolerance.
    expect(await file(sales.entrepreneur)).toContain(
      "21/11/2026;F2026-00001;Crèche Les Lutins;Plomberie Roux;Chèque;'=1+1;1200,02;0,02",
    );
    expect(await file(sales.entrepreneur, "moyen=card")).not.toContain("F2026-00001");
    expect(await file(stranger)).not.toContain("F2026-00001");
    expect((await visit(payments.loader, stranger, { path: "/x" })).body).toMatchObject({ rows: [] });
  });
});

type Shown = {
  form: {
    customerId: string;
    document: { lines: { name: string; unitPrice: string }[] };
    instalments: { rate: string }[];
  };
  problem: { sentence: string; fields: Record<string, string> } | null;
};

describe("L'éditeur de devis sans script", () => {
  const post = async (form: Record<string, string>, params = {}) => {
    const answer = await visit(quoteEdit.action, sales.entrepreneur, { form, params });
    return { ...answer, shown: answer.body as Shown };
  };

  it("ses boutons rendent le formulaire changé, et n'enregistrent rien", async () => {
    const two = { ...quoteForm(), ...line(1, { name: "Seconde", unitPrice: "douze" }) };
    const up = await post({ ...two, intent: "line.up.1" });
    expect(up.shown.form.document.lines.map(({ name, unitPrice }) => [name, unitPrice])).toEqual([
      ["Seconde", "douze"],
      ["Réfection", "1000"],
    ]);
    expect((await post({ ...two, intent: "line.add.item" })).shown.form.document.lines).toHaveLength(3);
    expect((await post({ ...two, intent: "instalment.add" })).shown.form.instalments).toHaveLength(1);
    const { rows } = await sales.tenant.run((tx) => sql`select id from sales.quote`.execute(tx));
    expect(rows).toEqual([]);
  });

  it("garde ce qui est tapé et met une phrase à côté de chaque champ", async () => {
    const wrong = { ...quoteForm({ depositRate: "beaucoup" }), ...line(1, { unitPrice: "douze" }), intent: "save" };
    const answer = await post(wrong);
    expect(answer.status).toBe(422);
    expect(answer.shown.problem?.fields).toEqual({
      depositRate: "Écrivez une part entre 0 et 100 %, par exemple 30.",
      "lines.1.unitPrice": "Écrivez un montant, par exemple 1 234,50.",
    });
    expect(answer.shown.form.document.lines[1]?.unitPrice).toBe("douze");
  });

  it("dit ce qui empêche d'envoyer avant d'écrire quoi que ce soit", async () => {
    const answer = await post({ ...quoteForm(), ...line(0, { name: " " }), intent: "submit" });
    expect(answer.status).toBe(422);
    expect(answer.shown.problem?.fields).toEqual({ "lines.0.name": "Dites ce que vous proposez à la ligne 1." });
  });

  it("ajoute un client sans quitter la page ni perdre une ligne, et dit ce qui lui manque", async () => {
    const inline = { ...quoteForm({ customerId: "" }), "customer.kind": "company", intent: "customer.create" };
    const refused = await post({ ...inline, "customer.name": "Pain d'ici" });
    expect(Object.keys(refused.shown.problem?.fields ?? {})).toEqual(["customer.siret"]);
    const added = await post({ ...inline, "customer.name": "Pain d'ici", "customer.siret": "732829320" });
    expect(added.shown.problem).toBeNull();
    expect(added.shown.form.document.lines[0]?.name).toBe("Réfection");
    expect((await post({ ...quoteForm({ customerId: added.shown.form.customerId }), intent: "save" })).status).toBe(
      302,
    );
  });

  it("un second enregistrement sur la même version est prévenu", async () => {
    const quoteId = await savedQuote();
    const save = (title: string) => post({ ...quoteForm({ title, version: "1" }), intent: "save" }, { quoteId });
    expect((await save("Première")).status).toBe(302);
    const second = await save("Seconde");
    expect(second.status).toBe(409);
    expect(second.shown.problem?.sentence).toMatch(/^Quelqu’un d’autre a modifié ce devis/);
  });
});

describe("L'éditeur de facture, bâti des mêmes pièces", () => {
  const form = (values: Record<string, string> = {}) => ({
    activityId: sales.activityId as string,
    customerId: sales.customerId as string,
    title: "",
    version: "0",
    ...line(0, { quantity: "1,200", unitPrice: "1.5" }),
    ...line(1, { name: "", unitPrice: "" }),
    ...line(2, { name: "Troisième" }),
    ...values,
  });

  it("compte les lignes comme l'écran, lit les nombres dans la langue de la personne, ajoute un client sur place", async () => {
    const up = await visit(invoiceEdit.action, sales.entrepreneur, { form: { ...form(), intent: "line.up.2" } });
    expect((up.body as Shown).form.document.lines.map(({ name }) => name)).toEqual(["Réfection", "Troisième", ""]);
    const saved = await visit(invoiceEdit.action, sales.entrepreneur, {
      form: { ...form({ language: "fr" }), intent: "save" },
      language: "en",
    });
    expect(saved.status).toBe(302);
    const { rows } = await sales.tenant.run((tx) => sql<{ net: bigint }>`select net from sales.invoice`.execute(tx));
    expect(rows).toEqual([{ net: 280_000n }]);
    const added = await visit(invoiceEdit.action, sales.entrepreneur, {
      form: {
        ...form({ customerId: "" }),
        "customer.kind": "individual",
        "customer.name": "Mme Le Goff",
        intent: "customer.create",
      },
    });
    expect((added.body as Shown).form.customerId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("une activité postée ne livre rien à qui ne la voit pas", async () => {
    await visit(productEdit.action, sales.entrepreneur, {
      form: { activityId: sales.activityId, name: "Secret", unit: "HUR", unitPrice: "45", vat: "S2000", mode: "ht" },
    });
    const { rows } = await sales.tenant.run((tx) => sql<{ id: string }>`select id from sales.product`.execute(tx));
    const pick = { ...form(), intent: "catalogue.add", product: rows[0]?.id ?? "" };
    for (const { action } of [invoiceEdit, quoteEdit]) {
      const names = async (who: TestPerson) =>
        ((await visit(action, who, { form: pick })).body as Shown).form.document.lines.map(({ name }) => name);
      expect(await names(sales.entrepreneur)).toContain("Secret");
      expect(await names(stranger)).not.toContain("Secret");
    }
  });
});

describe("Corriger, puis valider", () => {
  it("valider depuis l'éditeur enregistre et laisse la page du devis demander", async () => {
    const posted = await visit(quoteEdit.action, sales.accountant, { form: { ...quoteForm(), intent: "validate" } });
    expect(posted.status).toBe(302);
    expect(posted.location).toMatch(/devis\/[0-9a-f-]{36}$/);
    const { rows } = await sales.tenant.run((tx) =>
      sql<{ status: string; number: string | null }>`select status, number from sales.quote`.execute(tx),
    );
    expect(rows).toEqual([{ status: "draft", number: null }]);
  });

  it("ce que la coopérative demande de corriger se lit dans l'éditeur", async () => {
    const quoteId = await savedQuote();
    const comment = "Le taux devrait être 10 %.";
    const quoteDo = (who: TestPerson, form: Record<string, string>) =>
      visit(quotePage.action, who, { form, params: { quoteId } });
    await quoteDo(sales.entrepreneur, { intention: "submit" });
    await quoteDo(sales.accountant, { intention: "return", comment });
    const shown = await visit(quoteEdit.loader, sales.entrepreneur, { params: { quoteId } });
    expect(shown.body).toMatchObject({ comment });
    const { invoiceId } = accepted(await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "100" }])));
    const params = { invoiceId };
    const body = async () => (await visit(invoiceEdit.loader, sales.entrepreneur, { params })).body;
    expect(await body()).toMatchObject({ comment: "" });
    await visit(invoicePage.action, sales.entrepreneur, { form: { intention: "submit" }, params });
    await visit(invoicePage.action, sales.accountant, { form: { intention: "return", comment }, params });
    expect(await body()).toMatchObject({ comment });
  });

  it("un délai tapé en jours compte à partir de l'émission, et se relit tel quel", async () => {
    const form = { ...quoteForm(), dueDate: "30", intent: "save" };
    const saved = await visit(invoiceEdit.action, sales.entrepreneur, { form });
    const invoiceId = saved.location?.split("/").pop() ?? "";
    const body = (await visit(invoiceEdit.loader, sales.entrepreneur, { params: { invoiceId } })).body;
    expect(body).toMatchObject({ form: { dueDate: "30" } });
    const issueDate = "2026-11-20";
    accepted(await sales.run(sales.accountant, issueInvoice, { invoiceId, issueDate }));
    const { rows } = await sales.tenant.run((tx) =>
      sql<{ due_date: string }>`select due_date from sales.invoice`.execute(tx),
    );
    expect(rows).toEqual([{ due_date: "2026-12-20" }]);
  });

  it("sans client choisi, la phrase le dit", async () => {
    const form = { ...quoteForm({ customerId: "" }), intent: "save" };
    for (const { action } of [quoteEdit, invoiceEdit]) {
      const { body } = await visit(action, sales.entrepreneur, { form });
      expect(body).toMatchObject({ problem: { fields: { customerId: expect.stringContaining("un client") } } });
    }
  });
});

describe("Du devis à l'argent", () => {
  it("signé, facturé, encaissé, reste à facturer suivent les factures", async () => {
    const quoteId = await savedQuote();
    const act = (who: TestPerson, form: Record<string, string>) =>
      visit(quotePage.action, who, { form, params: { quoteId } });
    const progress = async () =>
      ((await visit(quotePage.loader, sales.entrepreneur, { params: { quoteId } })).body as { progress: object })
        .progress;
    expect((await act(sales.entrepreneur, { intention: "validate" })).status).toBe(403);
    expect((await act(sales.accountant, { intention: "validate" })).status).toBe(302);
    expect((await act(sales.entrepreneur, { intention: "accept", on: "demain" })).status).toBe(422);
    expect((await act(sales.entrepreneur, { intention: "accept", on: "auj", comment: "M. Lutin" })).status).toBe(302);
    expect(await progress()).toEqual({ signed: 120_000n, invoiced: 0n, collected: 0n, leftToInvoice: 120_000n });

    const made = await act(sales.entrepreneur, { intention: "invoice.next" });
    const invoiceId = /factures\/([0-9a-f-]{36})/.exec(made.location ?? "")?.[1] ?? "";
    expect(await progress()).toMatchObject({ invoiced: 0n });
    accepted(await sales.run(sales.accountant, issueInvoice, { invoiceId }));
    expect(await progress()).toMatchObject({ invoiced: 36_000n, collected: 0n, leftToInvoice: 84_000n });
    const payment = { invoiceId, amount: "10000", paidOn: "2026-11-22", method: "transfer" };
    accepted(await sales.run(sales.accountant, recordPayment, payment));
    expect(await progress()).toEqual({
      signed: 120_000n,
      invoiced: 36_000n,
      collected: 10_000n,
      leftToInvoice: 84_000n,
    });
  });

  it("un acte inconnu n'existe pas", async () => {
    const quoteId = await savedQuote();
    const answer = await visit(quotePage.action, sales.entrepreneur, { form: { intention: "x" }, params: { quoteId } });
    expect(answer.status).toBe(404);
  });
});

describe("L'import d'un fichier de clients", () => {
  const csv = "Nom;SIRET\nÉcole du Port;35600000049837\nFaux;12345678901234\n";
  const post = (form: Record<string, string>, who = sales.entrepreneur) =>
    visit(importPage.action, who, { form: { csv, activityId: sales.activityId, ...form } });

  it("montre chaque ligne avec sa phrase, puis n'écrit que ce qui est demandé", async () => {
    const columns = { "columns.0": "name", "columns.1": "siret" };
    const shown = (await post({ intent: "check", ...columns })).body as {
      preview: { wrong: number; lines: { line: number; sentences: string[] }[] };
    };
    expect(shown.preview.lines).toMatchObject([
      { line: 3, sentences: ["Ce numéro ne tombe pas juste. Un SIREN a 9 chiffres, un SIRET 14 : vérifiez-les."] },
      { line: 2, sentences: [] },
    ]);
    expect((await post({ intent: "import", choice: "all", ...columns })).status).toBe(409);
    expect((await post({ intent: "import", choice: "valid", ...columns })).status).toBe(302);
    expect((await post({ intent: "check", ...columns }, stranger)).status).toBe(404);
  });

  it("refuse un fichier vide d'une phrase", async () => {
    expect(await post({ intent: "check", csv: "Nom\n" })).toMatchObject({ status: 422, body: { problem: "noLine" } });
  });
});

describe("La recherche", () => {
  it("trouve par nom sans accent, numéro ou montant, dans ce qu'on voit seulement", async () => {
    const quoteId = await savedQuote();
    await visit(quotePage.action, sales.accountant, { form: { intention: "validate" }, params: { quoteId } });
    const find = async (who: TestPerson, text: string, amount: bigint | null = null) => {
      const found: string[] = [];
      await sales.tenant.run(async (tx) => {
        const presence = await sales.tenant.host.loadPresence(tx, who.caller, sales.tenant.host.clock());
        for (const provider of salesSearch) {
          const reader = {
            tx,
            actor: presence?.actor,
            organizationId: sales.tenant.organizationId,
            slug,
            language: "fr",
          };
          const hits = await provider(reader as never, { text, amount: amount as never, digits: null }, 5);
          found.push(...hits.map((hit) => hit.title));
        }
      });
      return found;
    };
    expect(await find(sales.entrepreneur, "creche")).toEqual(["Crèche Les Lutins", "D2026-0001"]);
    expect(await find(sales.entrepreneur, "d2026")).toEqual(["D2026-0001"]);
    expect(await find(sales.entrepreneur, "1 200", 120_000n)).toEqual(["D2026-0001"]);
    expect(await find(sales.entrepreneur, "1 000", 100_000n)).toEqual(["D2026-0001"]);
    for (const text of ["D2026-0001", "d2026-0001", "0001", "Salle de"]) {
      expect(await find(sales.entrepreneur, text)).toEqual(["D2026-0001"]);
      expect(await find(stranger, text)).toEqual([]);
    }
    expect(await find(sales.entrepreneur, "D2026-0001~")).toEqual([]);
    expect(await find(sales.entrepreneur, "100 %")).toEqual([]);
    expect(await find(stranger, "creche")).toEqual([]);
  });
});

describe("Une facture ne part pas par mégarde", () => {
  const invoiceForm = (values: Record<string, string> = {}) => ({ ...quoteForm(), dueDate: "30", ...values });
  const countOf = async () => {
    const { rows } = await sales.tenant.run((tx) =>
      sql<{ status: string; settled: string }>`select status, settled::text from sales.invoice`.execute(tx),
    );
    return rows;
  };

  it("« Relire et émettre » enregistre et montre le brouillon : le numéro se prend ensuite", async () => {
    const post = (form: Record<string, string>) => visit(invoiceEdit.action, sales.accountant, { form });
    const answer = await post({ ...invoiceForm(), intent: "issue" });
    expect(answer.location).toMatch(/\/factures\/[0-9a-f-]{36}$/);
    expect(await countOf()).toMatchObject([{ status: "draft" }]);
  });

  it("sans ligne ou sans désignation, une phrase à sa place et rien n'est écrit", async () => {
    for (const intent of ["submit", "issue"]) {
      const answer = await visit(invoiceEdit.action, sales.accountant, {
        form: { ...invoiceForm(), ...line(0, { name: " " }), intent },
      });
      expect(answer).toMatchObject({ status: 422, body: { problem: { code: "invoice.lineWithoutName" } } });
      expect(Object.keys((answer.body as { problem: { fields: object } }).problem.fields)).toEqual(["lines.0.name"]);
    }
    expect(await countOf()).toEqual([]);
  });

  it("un brouillon d'avoir dit déjà quelle facture il corrige", async () => {
    const { invoiceId, number } = await sales.issue([{ price: "1000" }]);
    const { location } = await visit(invoicePage.action, sales.accountant, {
      params: { invoiceId },
      form: { intention: "credit", cle: sales.tenant.newId() },
    });
    const params = { invoiceId: location?.split("/").at(-1) ?? "" };
    expect((await visit(invoicePage.loader, sales.accountant, { params })).body).toMatchObject({
      invoice: { kind: "credit_note", status: "draft" },
      creditedNumber: number,
    });
  });

  it("un paiement se lit dans la langue de l'écran", async () => {
    const { invoiceId } = await sales.issue([{ price: "1000" }]);
    const pay = (language: "fr" | "en", amount: string) =>
      visit(invoicePage.action, sales.accountant, {
        params: { invoiceId },
        language,
        form: { intention: "pay", cle: sales.tenant.newId(), amount, paidOn: "20/11/2026", method: "transfer" },
      });
    expect((await pay("en", "1,100")).status).toBe(302);
    expect(await countOf()).toMatchObject([{ settled: "110000" }]);
    expect((await pay("fr", "1,100")).status).toBe(302);
    expect(await countOf()).toMatchObject([{ settled: "110110" }]);
  });
});
