import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { Quantity, UnitPrice } from "#kernel/decimal.ts";
import { toRate } from "#kernel/rate.ts";
import { conformanceFolder, RULES } from "#platform/testing/schematron/conformance.ts";
import { fatal, loadSchematron, type Schematron } from "#platform/testing/schematron/schematron.ts";
import { loadXsd, type Xsd } from "#platform/testing/schematron/xsd.ts";
import { say } from "#ui/format.ts";
import { writeCii } from "./cii-writer.ts";
import { en } from "./facturx.en.ts";
import { fr } from "./facturx.fr.ts";
import type { FacturxCode } from "./facturx-refusal.ts";
import { checkTradeDocument } from "./french-rules.ts";
import { COMPANY, CONSUMER, cents, line, sampleDocument, vat } from "./sample-document.ts";
import type { TradeDocument, TradeLine, VatBreakdown } from "./trade-document.ts";

const folder = conformanceFolder();
const TRAINING = { code: "VATEX-FR-CGI261-4", reason: "Exonération de TVA" };
const sound = sampleDocument({
  lines: [
    line("Conseil", "12.5", "HUR", "64", vat("S", 20), "800.00"),
    line("Pose", "1", "LS", "200", vat("S", 10), "200.00"),
  ],
  allowances: [{ ...vat("S", 20), amount: cents("10.00"), reason: "Remise" }],
});
const exempt = sampleDocument({
  exemptions: { E: TRAINING },
  lines: [line("Formation", "1", "DAY", "700", vat("E"), "700.00")],
});
const forConsumer = sampleDocument({
  buyer: CONSUMER,
  lines: [line("Pose", "1", "LS", "200", vat("S", 10), "200.00")],
});
const reverse = sampleDocument({
  exemptions: { AE: { code: "VATEX-FR-AE", reason: "Autoliquidation" } },
  lines: [line("Cloisons", "1", "LS", "200", vat("AE"), "200.00")],
});
const withLine = (document: TradeDocument, change: Partial<TradeLine>): TradeDocument => ({
  ...document,
  lines: document.lines.map((item, index) => (index === 0 ? { ...item, ...change } : item)),
});
const withRow = (document: TradeDocument, change: Partial<VatBreakdown>): TradeDocument => ({
  ...document,
  vatBreakdown: document.vatBreakdown.map((row, index) => (index === 0 ? { ...row, ...change } : row)),
});
const withTotal = (change: Partial<TradeDocument["totals"]>) => ({ ...sound, totals: { ...sound.totals, ...change } });
const withoutNote = (subject: string) => ({
  ...sound,
  notes: sound.notes.filter((note) => note.subject !== subject),
});
const company = (change: object) => ({ ...sound, buyer: { ...COMPANY, ...change } });
const seller = (change: object) => ({ ...sound, seller: { ...sound.seller, ...change } });

/** A spoiled document, the refusal we give and the official rule that agrees; null where we are stricter, with the reason. */
const MUTANTS: readonly (readonly [our: FacturxCode, official: string | null, document: TradeDocument])[] = [
  ["facturx.number.characters", "BR-FR-02_BT-1", { ...sound, number: "2026 0042" }],
  ["facturx.number.tooLong", "BR-FR-01_BT-1", { ...sound, number: "F".repeat(36) }],
  // the public hub takes 20 until December 2026, BR-FR-01 takes 35
  ["facturx.number.tooLong", null, { ...sound, number: "F".repeat(21) }],
  ["facturx.date.outOfRange", "BR-FR-03_BT-2", { ...sound, issueDate: toDay("1999-12-31") }],
  ["facturx.date.outOfRange", "BR-FR-03_BT-9", { ...sound, dueDate: toDay("2100-01-01") }],
  ["facturx.date.outOfRange", "BR-FR-03_BT-72", { ...sound, delivery: { date: toDay("1999-01-01") } }],
  ["facturx.dueDate.beforeIssue", "BR-FR-CO-07_BT-9", { ...sound, dueDate: toDay("2026-11-21") }],
  ["facturx.period.backwards", "BR-29", { ...sound, period: { start: toDay("2026-11-02"), end: toDay("2026-11-01") } }],
  [
    "facturx.period.backwards",
    "BR-30",
    withLine(sound, { period: { start: toDay("2026-11-02"), end: toDay("2026-11-01") } }),
  ],
  ["facturx.note.missing", "BR-FR-05_BT-22_PMT", withoutNote("PMT")],
  ["facturx.note.missing", "BR-FR-05_BT-22_PMD", withoutNote("PMD")],
  ["facturx.note.missing", "BR-FR-05_BT-22_AAB", withoutNote("AAB")],
  [
    "facturx.note.repeated",
    "BR-FR-06_BT-21_PMT",
    { ...sound, notes: [...sound.notes, { subject: "PMT", content: "x" }] },
  ],
  [
    "facturx.note.repeated",
    "BR-FR-31_BT-21",
    { ...sound, notes: [...sound.notes, { subject: "BAR", content: "B2C" }] },
  ],
  [
    "facturx.note.processing",
    "BR-FR-20_BT-21",
    { ...withoutNote("BAR"), notes: [...withoutNote("BAR").notes, { subject: "BAR", content: "B2X" }] },
  ],
  // a consumer processed as a business would need a SIREN
  ["facturx.note.consumer", "BR-FR-11_BT-47", { ...sound, buyer: CONSUMER }],
  // D441-5, which no official rule reads
  [
    "facturx.note.consumerIndemnity",
    null,
    { ...forConsumer, notes: [...forConsumer.notes, { subject: null, content: "Indemnité : 40 €." }] },
  ],
  ["facturx.preceding.missing", "BR-FR-CO-05_BT-3", { ...sound, typeCode: "381" }],
  ["facturx.preceding.missing", "BR-FR-CO-05_BT-3", { ...sound, typeCode: "503" }],
  ["facturx.preceding.one", "BR-FR-CO-04_BT-4", { ...sound, typeCode: "384" }],
  [
    "facturx.preceding.number",
    "BR-FR-02_BT-25",
    { ...sound, precedingInvoices: [{ number: "n° 1", issueDate: toDay("2026-01-01") }] },
  ],
  ["facturx.process.final", "BR-FR-CO-08_BT-23", { ...sound, typeCode: "386", businessProcess: "S4" }],
  ["facturx.process.paid", "BR-FR-CO-09_BT-23-1", { ...sound, businessProcess: "S2" }],
  ["facturx.process.paid", "BR-FR-CO-09_BT-23-2", { ...sound, businessProcess: "S2" }],
  ["facturx.process.paidDate", "BR-FR-CO-09_BT-23-3", { ...sound, businessProcess: "S2", dueDate: undefined }],
  ["facturx.seller.name", "BR-06", seller({ legalName: " " })],
  ["facturx.seller.siren", "BR-FR-10_BT-30", seller({ siren: "73282932", siret: undefined })],
  ["facturx.seller.siret", "BR-FR-09_BT-29", seller({ siret: "55208131766522" })],
  ["facturx.seller.vatNumber", "BR-CO-09", seller({ vatNumber: "44732829320" })],
  ["facturx.seller.electronicAddress", "BR-FR-13_BT-34", seller({ electronicAddress: { scheme: "0225", value: "" } })],
  [
    "facturx.seller.electronicAddress",
    "BR-FR-23_BT-34",
    seller({ electronicAddress: { scheme: "0225", value: "732829320/A" } }),
  ],
  [
    "facturx.seller.electronicAddress",
    "BR-FR-25_BT-34",
    seller({ electronicAddress: { scheme: "0225", value: "7".repeat(126) } }),
  ],
  // EN 16931 asks for the country only; 242 nonies A I 1° asks for an address
  ["facturx.seller.address", null, seller({ address: { country: "FR" } })],
  ["facturx.country", "FX-SCH-A-000580", seller({ address: { ...sound.seller.address, country: "XX" } })],
  ["facturx.buyer.name", "BR-07", company({ legalName: "" })],
  ["facturx.buyer.siren", "BR-FR-11_BT-47", company({ siren: undefined, siret: undefined })],
  ["facturx.buyer.siren", "BR-FR-32-LEGALID", company({ siren: "55208131", siret: undefined })],
  ["facturx.buyer.siret", "BR-FR-09_BT-46", company({ siret: "73282932000074" })],
  ["facturx.buyer.vatNumber", "BR-CO-09", company({ vatNumber: "03552081317" })],
  ["facturx.buyer.vatNumberMissing", "BR-AE-02", { ...reverse, buyer: { ...CONSUMER } }],
  // 242 nonies A I 4° asks for the VAT number; BR-AE-02 takes a SIREN instead
  ["facturx.buyer.vatNumberMissing", null, { ...reverse, buyer: { ...COMPANY, vatNumber: undefined } }],
  ["facturx.buyer.electronicAddress", "BR-FR-12_BT-49", company({ electronicAddress: { scheme: "0225", value: "" } })],
  [
    "facturx.buyer.electronicAddress",
    "BR-FR-23_BT-49",
    company({ electronicAddress: { scheme: "0225", value: "552081317 A" } }),
  ],
  [
    "facturx.buyer.directoryAddress",
    "BR-FR-21_BT-49",
    company({ electronicAddress: { scheme: "0225", value: "732829320" } }),
  ],
  [
    "facturx.buyer.directoryAddress",
    "BR-FR-21_BT-49",
    company({ electronicAddress: { scheme: "EM", value: "compta@lutins.example" } }),
  ],
  // the official rules do not read an e-mail address
  ["facturx.buyer.email", null, { ...forConsumer, buyer: { ...CONSUMER, email: "elodie@" } }],
  ["facturx.buyer.address", null, company({ address: { country: "FR" } })],
  [
    "facturx.delivery.missing",
    "BR-IC-12",
    sampleDocument({
      noteSettings: { processing: "B2BINT" },
      exemptions: { K: { code: "VATEX-EU-IC", reason: "Exonération" } },
      lines: [line("Table", "1", "H87", "100", vat("K"), "100.00")],
    }),
  ],
  ["facturx.lines.missing", "BR-16", { ...sound, lines: [] }],
  // EN 16931 asks for an identifier, not for a unique one
  ["facturx.line.id", null, { ...sound, lines: sound.lines.map((item) => ({ ...item, id: "1" })) }],
  ["facturx.line.name", "BR-25", withLine(sound, { name: "  " })],
  ["facturx.line.unit", "FX-SCH-A-000613", withLine(sound, { unit: "heure" })],
  ["facturx.line.unitPrice", "BR-27", withLine(sound, { unitPrice: -1n as UnitPrice })],
  ["facturx.amount.tooLong", "BR-FR-DEC-02_BT-129", withLine(sound, { quantity: (10n ** 20n + 1n) as Quantity })],
  ["facturx.amount.tooLong", "BR-FR-DEC-03_BT-146", withLine(sound, { unitPrice: (10n ** 20n + 1n) as UnitPrice })],
  ["facturx.allowance.reason", "BR-42", withLine(sound, { allowances: [{ amount: cents("1.00"), reason: "" }] })],
  [
    "facturx.allowance.reason",
    "BR-33",
    { ...sound, allowances: sound.allowances.map((item) => ({ ...item, reason: "" })) },
  ],
  ["facturx.payment.account", "CII-SR-470", { ...sound, paymentMeans: [{ code: "58" }] }],
  ["facturx.payment.means", "FX-SCH-A-000609", { ...sound, paymentMeans: [{ code: "99" }] }],
  ["facturx.vat.rate", "BR-FR-16_BT-152", withLine(sound, { vat: { category: "S", rate: toRate(1900) } })],
  ["facturx.vat.zero", "BR-S-05", withLine(sound, { vat: { category: "S", rate: toRate(0) } })],
  ["facturx.vat.notZero", "BR-E-05", withLine(exempt, { vat: { category: "E", rate: toRate(2000) } })],
  ["facturx.vat.exemptionMissing", "BR-E-10", withRow(exempt, { exemption: undefined })],
  // the hub wants code and words, BR-E-10 takes one of them
  ["facturx.vat.exemptionMissing", null, withRow(exempt, { exemption: { code: TRAINING.code, reason: "" } })],
  ["facturx.vat.exemptionUnknown", "FX-SCH-A-000589", withRow(exempt, { exemption: { code: "261-4", reason: "x" } })],
  ["facturx.vat.exemptionUseless", "BR-S-10", withRow(sound, { exemption: TRAINING })],
  // law.md §3.4, control of the hub
  [
    "facturx.vat.exemptionCreditNote",
    null,
    withRow(exempt, { exemption: { code: "VATEX-FR-CNWVAT", reason: "Avoir net de taxe" } }),
  ],
  [
    "facturx.vat.twoExemptions",
    "BR-E-01",
    { ...exempt, vatBreakdown: exempt.vatBreakdown.flatMap((row) => [row, { ...row, taxableAmount: cents("0.00") }]) },
  ],
  [
    "facturx.vat.outOfScopeAlone",
    "BR-O-11",
    sampleDocument({
      exemptions: { O: { code: "VATEX-EU-O", reason: "Hors champ" } },
      lines: [
        line("Débours", "1", "C62", "10", vat("O"), "10.00"),
        line("Pose", "1", "LS", "200", vat("S", 20), "200.00"),
      ],
    }),
  ],
  ["facturx.vat.breakdown", "BR-S-08", withLine(sound, { vat: vat("S", 5.5) })],
  ["facturx.vat.taxable", "BR-S-08", withRow(sound, { taxableAmount: cents("790.01") })],
  ["facturx.vat.tax", "BR-S-09", withRow(sound, { taxAmount: cents("160.00") })],
  // EN 16931 tolerates one euro, the hub one cent per amount added up
  [
    "facturx.vat.tax",
    null,
    {
      ...withRow(sound, { taxAmount: cents("158.09") }),
      totals: { ...sound.totals, taxTotal: cents("178.09"), grandTotal: cents("1168.09"), due: cents("1168.09") },
    },
  ],
  ["facturx.total.lines", "BR-CO-10", withTotal({ lineTotal: cents("1000.01") })],
  ["facturx.total.allowances", "BR-CO-11", withTotal({ allowanceTotal: cents("10.01") })],
  ["facturx.total.net", "BR-CO-13", withTotal({ taxBasisTotal: cents("990.01") })],
  ["facturx.total.tax", "BR-CO-14", withTotal({ taxTotal: cents("178.01") })],
  ["facturx.total.gross", "BR-CO-15", withTotal({ grandTotal: cents("1168.01") })],
  ["facturx.total.due", "BR-CO-16", withTotal({ due: cents("1168.01") })],
];

test("chaque refus a sa preuve, et sa phrase dans les deux langues", () => {
  const proved = new Set(MUTANTS.map(([code]) => code));
  expect(Object.keys(fr.refusals).filter((code) => !proved.has(code as FacturxCode))).toEqual([]);
  const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  for (const [code, sentence] of Object.entries(fr.refusals)) {
    expect([code, holes(en.refusals[code as FacturxCode])]).toEqual([code, holes(sentence)]);
  }
});

test.each(MUTANTS.map(([code, official, document]) => [code, official ?? "plus strict", document] as const))(
  "%s (%s) : le document abîmé est refusé et la phrase est complète",
  (code, _, document) => {
    const refusals = checkTradeDocument(document);
    const refusal = refusals.find((item) => item.code === code);
    expect(refusals.map((item) => item.code)).toContain(code);
    const sentence = say(fr.refusals[code], refusal?.facts ?? {}, "fr");
    expect(sentence).not.toMatch(/[?{}]|undefined/);
  },
);

describe.skipIf(folder === null)("nos règles et les règles officielles sont d’accord", () => {
  let xsd: Xsd;
  let en16931: Schematron;
  let french: Schematron;

  beforeAll(async () => {
    const root = folder ?? "";
    xsd = loadXsd(join(root, RULES.xsd));
    en16931 = await loadSchematron(join(root, RULES.en16931));
    french = await loadSchematron(join(root, RULES.french));
  }, 300_000);

  function officialRefusals(document: TradeDocument): string[] {
    const xml = writeCii(document);
    const findings = [...fatal(en16931.validate(xml)), ...fatal(french.validate(xml))];
    return [...xsd.validate(xml).map((sentence) => `XSD ${sentence}`), ...findings.map((finding) => finding.rule)];
  }

  test("elles acceptent le document sain", () => {
    expect([sound, exempt, forConsumer, reverse].flatMap(officialRefusals)).toEqual([]);
  });

  test.each(MUTANTS.filter(([, official]) => official !== null))("%s : %s", (_, official, document) => {
    expect(officialRefusals(document)).toContain(official);
  });

  test.each(MUTANTS.filter(([, official]) => official === null))(
    "%s : là, nous sommes plus stricts",
    (_, __, document) => {
      expect(officialRefusals(document)).toEqual([]);
    },
  );

  test("ce que nous acceptons, elles l’acceptent : documents abîmés au hasard", () => {
    const change = fc.constantFrom(...MUTANTS.map(([, , document]) => document));
    const part = fc.constantFrom<keyof TradeDocument>(
      "number",
      "typeCode",
      "businessProcess",
      "dueDate",
      "notes",
      "precedingInvoices",
      "buyer",
      "seller",
      "lines",
      "allowances",
      "vatBreakdown",
      "totals",
      "paymentMeans",
      "delivery",
      "period",
    );
    let accepted = 0;
    fc.assert(
      fc.property(change, fc.array(part, { minLength: 1, maxLength: 3 }), (spoiled, parts) => {
        const document = { ...sound } as Record<string, unknown>;
        for (const name of parts) document[name] = spoiled[name];
        const candidate = document as TradeDocument;
        if (checkTradeDocument(candidate).length > 0) return;
        accepted += 1;
        expect(officialRefusals(candidate)).toEqual([]);
      }),
      { numRuns: 40, seed: 20261122 },
    );
    expect(accepted).toBeGreaterThan(10);
  }, 120_000);
});
