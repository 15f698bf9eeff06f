import { join } from "node:path";
import { PDF } from "@libpdf/core";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cents, toDecimalString } from "#kernel/money.ts";
import { renderDocument } from "#platform/pdf/render.ts";
import { conformanceFolder, RULES } from "#platform/testing/schematron/conformance.ts";
import { fatal, loadSchematron, type Schematron } from "#platform/testing/schematron/schematron.ts";
import { loadXsd, type Xsd } from "#platform/testing/schematron/xsd.ts";
import { writeCii } from "../facturx/cii-writer.ts";
import { acceptQuote } from "../quote/answer-quote.command.ts";
import { saveQuote } from "../quote/save-quote.command.ts";
import { validateQuote } from "../quote/validate-quote.command.ts";
import { accepted, type SalesTenant, salesTenant } from "../testing.ts";
import { creditInvoice } from "./credit-invoice.command.ts";
import { readFrozenInvoice } from "./frozen-invoice.ts";
import { printableInvoice } from "./invoice-print.ts";
import { invoiceQuote } from "./invoice-quote.command.ts";
import { tradeDocument } from "./invoice-trade.ts";
import { issueInvoice } from "./issue-invoice.command.ts";
import { saveInvoice } from "./save-invoice.command.ts";

/** A line as the editor sends it. */
type Line = Readonly<Record<string, unknown>>;
const line = (more: Line = {}): Line => ({
  kind: "item",
  name: "Pose & dépose d’un évier <inox>",
  description: "Avec « soin »\nsur deux lignes",
  nature: "services",
  quantity: "25000",
  unit: "HUR",
  unitPrice: "33335000",
  discount: null,
  vat: { category: "S", rate: 2000, exemption: null },
  account: "706",
  ...more,
});
const vat = (category: string, exemption: string) => ({ vat: { category, rate: 0, exemption } });
const rate = (value: number) => ({ vat: { category: "S", rate: value, exemption: null } });
const ten = { kind: "rate", rate: 1000, label: "Remise de rentrée" };

type Kind = {
  readonly lines: readonly Line[];
  readonly mode?: "ht" | "ttc";
  readonly individual?: boolean;
  readonly discounts?: readonly unknown[];
  readonly settings?: unknown;
  readonly siren?: null;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly paid?: { readonly on: string; readonly method: string };
};

/** Every kind of direct invoice the product can issue, by the name of its story. */
const KINDS: Readonly<Record<string, Kind>> = {
  "services, TVA à l'encaissement": { lines: [line()] },
  "services, option pour les débits": { lines: [line()], settings: { sales: { vatOnDebitsSince: "2026-01-01" } } },
  biens: { lines: [line({ nature: "goods", account: "707" })] },
  "biens et services, cinq taux": {
    lines: [
      line(),
      line({ nature: "goods", account: "707", ...rate(550) }),
      line(rate(1000)),
      line(rate(210)),
      line({ ...vat("E", "VATEX-FR-CGI261-4") }),
    ],
  },
  "remises de ligne et de document sur plusieurs taux": {
    lines: [
      line({ discount: ten }),
      line(rate(1000)),
      line({ discount: { kind: "amount", amount: "333", label: "" } }),
    ],
    discounts: [ten, { kind: "amount", amount: "1234", label: "Geste" }],
  },
  "groupes, textes libres, ligne négative": {
    lines: [
      { kind: "group", title: "Cuisine" },
      line(),
      { kind: "text", text: "Fourniture comprise." },
      line({ quantity: "-10000", unitPrice: "5000000" }),
    ],
  },
  "particulier, TTC": { lines: [line({ unitPrice: "220000000" })], mode: "ttc", individual: true },
  "particulier, TTC avec remise et deux taux": {
    lines: [
      line({ unitPrice: "99990000", discount: ten }),
      line({ unitPrice: "90000", quantity: "10000", ...rate(550) }),
    ],
    mode: "ttc",
    individual: true,
    discounts: [ten],
  },
  "formation exonérée": { lines: [line(vat("E", "VATEX-FR-CGI261-4"))] },
  "sous-traitance du bâtiment": { lines: [line(vat("AE", "VATEX-FR-AE"))] },
  "hors du champ": { lines: [line(vat("O", "VATEX-EU-O"))] },
  "association sans SIREN": { lines: [line()], siren: null },
  "un mois de prestations": { lines: [line()], more: { period: { start: "2026-10-01", end: "2026-10-31" } } },
  "services payés par virement": { lines: [line()], paid: { on: "2026-11-22", method: "transfer" } },
  "services payés par prélèvement": { lines: [line()], paid: { on: "2026-11-22", method: "direct_debit" } },
  "biens payés en espèces par un particulier, TTC": {
    lines: [line({ nature: "goods", account: "707", unitPrice: "90000" })],
    mode: "ttc",
    individual: true,
    paid: { on: "2026-11-20", method: "cash" },
  },
  "vente mixte payée par chèque avant l'émission": {
    lines: [line(), line({ nature: "goods", account: "707", ...rate(550) })],
    paid: { on: "2026-11-15", method: "cheque" },
  },
  "payée par un autre moyen": { lines: [line()], paid: { on: "2026-11-22", method: "other" } },
};

async function issueKind(kind: Kind): Promise<{ sales: SalesTenant; invoiceId: string }> {
  const sales = await salesTenant({ settings: kind.settings });
  const customerId = kind.individual ? await sales.customer("individual") : sales.customerId;
  if (kind.siren === null) {
    await sales.tenant.run((tx) =>
      sql`update sales.customer set siren = null, siret = null, vat_number = null`.execute(tx),
    );
  }
  const base = sales.draft([], { customerId }) as { content: object };
  const content = {
    ...base.content,
    ...kind.more,
    mode: kind.mode ?? "ht",
    lines: kind.lines,
    discounts: kind.discounts ?? [],
  };
  const saved = accepted(await sales.run(sales.entrepreneur, saveInvoice, { ...base, content }));
  const { invoiceId } = accepted(
    await sales.run(sales.accountant, issueInvoice, { ...saved, paid: kind.paid ?? null }),
  );
  return { sales, invoiceId };
}

async function frozenOf(sales: SalesTenant, invoiceId: string) {
  const { rows } = await sales.tenant.run((tx) =>
    sql<{
      frozen: unknown;
      gross: Cents;
      due: Cents;
    }>`select frozen, gross, due from sales.invoice where id = ${invoiceId}`.execute(tx),
  );
  const row = rows[0];
  if (!row) throw new Error("no invoice");
  return { frozen: readFrozenInvoice(row.frozen), gross: row.gross, due: row.due };
}

async function quoteOf(sales: SalesTenant) {
  const base = sales.draft([
    { price: "33.335", quantity: "3" },
    { price: "77.77", rate: 1000, nature: "goods" },
  ]) as { content: object };
  const extras = {
    schedule: { depositRate: 3333, instalments: [] },
    validityDays: 30,
    introduction: "",
    mentions: "",
    deliveryAddress: "",
  };
  const { quoteId } = accepted(
    await sales.run(sales.entrepreneur, saveQuote, { ...base, quoteId: null, content: { ...base.content, ...extras } }),
  );
  accepted(await sales.run(sales.accountant, validateQuote, { quoteId }));
  accepted(await sales.run(sales.entrepreneur, acceptQuote, { quoteId, on: "2026-11-22" }));
  return quoteId;
}

const folder = conformanceFolder();

describe.skipIf(folder === null)("Chaque document émis passe les règles officielles (XSD, EN 16931, BR-FR)", () => {
  let xsd: Xsd;
  let en16931: Schematron;
  let french: Schematron;

  beforeAll(async () => {
    const root = folder ?? "";
    xsd = loadXsd(join(root, RULES.xsd));
    en16931 = await loadSchematron(join(root, RULES.en16931));
    french = await loadSchematron(join(root, RULES.french));
  }, 300_000);

  async function conforms(sales: SalesTenant, invoiceId: string) {
    const { frozen, gross, due } = await frozenOf(sales, invoiceId);
    const trade = tradeDocument(frozen);
    const xml = writeCii(trade);
    expect(xsd.validate(xml)).toEqual([]);
    expect(fatal(en16931.validate(xml))).toEqual([]);
    expect(fatal(french.validate(xml))).toEqual([]);
    // Paper, XML, list and ledger show the same cents.
    expect([trade.totals.grandTotal, trade.totals.due]).toEqual([gross, frozen.paid ? 0n : due]);
    if (frozen.paid) {
      expect(xml).toContain(`<ram:TotalPrepaidAmount>${toDecimalString(gross)}</ram:TotalPrepaidAmount>`);
      expect(trade.businessProcess).toMatch(/^[BSM]2$/);
      expect(trade.dueDate).toBe(frozen.paid.on);
    }
    return { frozen, xml };
  }

  it.each(Object.entries(KINDS))("%s", async (_, kind) => {
    const { sales, invoiceId } = await issueKind(kind);
    await conforms(sales, invoiceId);
  });

  it.each(Object.entries(KINDS).filter(([name]) => !name.includes("négative")))("avoir total : %s", async (_, kind) => {
    const { sales, invoiceId } = await issueKind(kind);
    const credit = accepted(await sales.run(sales.accountant, creditInvoice, { invoiceId }));
    accepted(await sales.run(sales.accountant, issueInvoice, credit));
    await conforms(sales, credit.invoiceId);
  });

  it("acompte, solde, et avoir de chacun", async () => {
    const sales = await salesTenant();
    const quoteId = await quoteOf(sales);
    for (const part of ["next", "balance"]) {
      const draft = accepted(await sales.run(sales.accountant, invoiceQuote, { quoteId, part }));
      accepted(await sales.run(sales.accountant, issueInvoice, draft));
      await conforms(sales, draft.invoiceId);
      if (part === "next") continue;
      const credit = accepted(await sales.run(sales.accountant, creditInvoice, { invoiceId: draft.invoiceId }));
      accepted(await sales.run(sales.accountant, issueInvoice, credit));
      await conforms(sales, credit.invoiceId);
    }
  });

  it("acompte et solde déjà payés", async () => {
    const sales = await salesTenant();
    const quoteId = await quoteOf(sales);
    for (const part of ["next", "balance"]) {
      const draft = accepted(await sales.run(sales.accountant, invoiceQuote, { quoteId, part }));
      const paid = { on: "2026-11-21", method: "card" };
      accepted(await sales.run(sales.accountant, issueInvoice, { ...draft, paid }));
      await conforms(sales, draft.invoiceId);
    }
  });

  it("le PDF porte ce XML, lisible par un lecteur indépendant", async () => {
    const { sales, invoiceId } = await issueKind(KINDS["particulier, TTC"] as Kind);
    const { frozen, xml } = await conforms(sales, invoiceId);
    const pdf = await PDF.load(await renderDocument(printableInvoice(frozen, xml)));
    const attached = pdf.getAttachment("factur-x.xml");
    expect(attached && new TextDecoder().decode(attached)).toBe(xml);
  });
});
