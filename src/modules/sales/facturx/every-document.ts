import { toDay } from "#kernel/day.ts";
import { ZERO } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { COMPANY, CONSUMER, COOPERATIVE, cents, line, sampleDocument, vat } from "./sample-document.ts";
import type { TradeDocument } from "./trade-document.ts";

const TRAINING = {
  code: "VATEX-FR-CGI261-4",
  reason: "Exonération de TVA, article 261-4-4° a du code général des impôts",
};
const CONSTRUCTION = {
  code: "VATEX-FR-AE",
  reason: "Autoliquidation, article 283-2 nonies du code général des impôts",
};
const EU_SERVICE = { code: "VATEX-EU-AE", reason: "Autoliquidation, article 44 de la directive 2006/112/CE" };
const OUT_OF_SCOPE = { code: "VATEX-EU-O", reason: "Hors champ de la TVA, article 259-1° du code général des impôts" };
const INVOICE = { number: "2026-0031", issueDate: toDay("2026-10-05") };
const DEPOSIT = { number: "2026-0007", issueDate: toDay("2026-09-01") };

const hours = line("Conseil en agencement", "12.5", "HUR", "64", vat("S", 20), "800.00");
const table = line("Table en chêne", "1", "H87", "1000", vat("S", 20), "1000.00");
const works = line("Pose de parquet", "42.35", "MTK", "31.5", vat("S", 10), "1334.03");
const hostile = 'Étagère <sur mesure> & « pose » ]]> "d\'angle" \u0001\uFFFE œuvre — 100 % €\r\nligne 2 😀';

/** One document of every kind that Essaim can issue, by the name of the story. */
export const EVERY_DOCUMENT: Readonly<Record<string, TradeDocument>> = {
  "services entre entreprises, TVA sur encaissements": sampleDocument({ lines: [hours] }),
  "services entre entreprises, TVA sur les débits": sampleDocument({ vatPointDateCode: "5", lines: [hours] }),
  "biens entre entreprises": sampleDocument({ businessProcess: "B1", vatPointDateCode: "29", lines: [table] }),
  "biens et services, plusieurs taux": sampleDocument({ businessProcess: "M1", lines: [table, works, hours] }),
  "tous les taux": sampleDocument({
    businessProcess: "M1",
    exemptions: { E: TRAINING },
    lines: [
      hours,
      works,
      line("Isolation", "1", "LS", "99.99", vat("S", 5.5), "99.99"),
      line("Spectacle", "3", "C62", "33.335", vat("S", 2.1), "100.01"),
      line("Pain", "2", "C62", "0.125", vat("Z"), "0.25"),
      line("Formation", "1", "DAY", "700", vat("E"), "700.00"),
    ],
  }),
  "département d’outre-mer": sampleDocument({
    buyer: { ...COMPANY, address: { line1: "3 rue de Paris", postcode: "97400", city: "Saint-Denis", country: "RE" } },
    lines: [line("Conseil", "1", "DAY", "500", vat("S", 8.5), "500.00")],
  }),
  "particulier avec adresse e-mail": sampleDocument({ buyer: CONSUMER, lines: [works] }),
  "particulier sans adresse e-mail": sampleDocument({
    buyer: { kind: "individual", name: CONSUMER.name, address: CONSUMER.address },
    lines: [works],
  }),
  "particulier, prix TTC : la TVA est ce qui reste du total": sampleDocument({
    buyer: CONSUMER,
    // 0.09 with VAT at 20 %: 0.08 + 0.01, one cent off 0.08 × 20 % (money.md); 220.00 with VAT at 10 %: 200.00 + 20.00
    lines: [
      line("Vis", "1", "C62", "0.075", vat("S", 20), "0.08"),
      line("Pose", "1", "LS", "200", vat("S", 10), "200.00"),
    ],
    breakdown: [
      { ...vat("S", 20), taxableAmount: cents("0.08"), taxAmount: cents("0.01") },
      { ...vat("S", 10), taxableAmount: cents("200.00"), taxAmount: cents("20.00") },
    ],
  }),
  acompte: sampleDocument({
    typeCode: "386",
    number: "2026-0007",
    salesOrder: "D2026-0012",
    lines: [line("Acompte de 30 % sur le devis D2026-0012", "1", "LS", "240", vat("S", 20), "240.00")],
  }),
  "acompte échu avant son émission": sampleDocument({
    typeCode: "386",
    dueDate: toDay("2026-11-20"),
    lines: [line("Acompte", "1", "LS", "240", vat("S", 20), "240.00")],
  }),
  "solde de services après acompte": sampleDocument({
    businessProcess: "S4",
    precedingInvoices: [DEPOSIT],
    prepaid: cents("288.00"),
    lines: [hours],
  }),
  "solde de biens après acompte": sampleDocument({
    businessProcess: "B4",
    precedingInvoices: [DEPOSIT],
    prepaid: cents("360.00"),
    lines: [table],
  }),
  "solde mixte après deux acomptes": sampleDocument({
    businessProcess: "M4",
    precedingInvoices: [DEPOSIT, { number: "2026-0015", issueDate: toDay("2026-09-20") }],
    prepaid: cents("900.00"),
    lines: [table, works],
  }),
  "avoir total": sampleDocument({ typeCode: "381", precedingInvoices: [INVOICE], lines: [hours] }),
  "avoir partiel": sampleDocument({
    typeCode: "381",
    precedingInvoices: [INVOICE],
    lines: [line("Conseil en agencement", "2", "HUR", "64", vat("S", 20), "128.00")],
  }),
  "avoir d’un particulier": sampleDocument({
    typeCode: "381",
    buyer: CONSUMER,
    precedingInvoices: [INVOICE],
    lines: [works],
  }),
  "avoir net de taxe": sampleDocument({
    typeCode: "381",
    precedingInvoices: [INVOICE],
    exemptions: { E: { code: "VATEX-FR-CNWVAT", reason: "Avoir net de taxe" } },
    lines: [line("Remise de fin d’année", "1", "LS", "50", vat("E"), "50.00")],
  }),
  "avoir d’acompte": sampleDocument({
    typeCode: "503",
    precedingInvoices: [DEPOSIT],
    lines: [line("Acompte annulé", "1", "LS", "240", vat("S", 20), "240.00")],
  }),
  "facture rectificative": sampleDocument({ typeCode: "384", precedingInvoices: [INVOICE], lines: [hours] }),
  "services déjà payés": sampleDocument({
    businessProcess: "S2",
    dueDate: toDay("2026-11-21"),
    prepaid: cents("960.00"),
    paymentMeans: [{ code: "48", text: "Carte bancaire" }],
    lines: [hours],
  }),
  "biens déjà payés par un particulier": sampleDocument({
    businessProcess: "B2",
    buyer: CONSUMER,
    dueDate: toDay("2026-11-22"),
    prepaid: cents("1200.00"),
    paymentMeans: [{ code: "10" }],
    lines: [table],
  }),
  "vente mixte déjà payée": sampleDocument({
    businessProcess: "M2",
    dueDate: toDay("2026-11-22"),
    prepaid: cents("2160.00"),
    lines: [table, hours],
  }),
  "formation exonérée": sampleDocument({
    exemptions: { E: TRAINING },
    noteSettings: { general: ["Déclaration d’activité n° 82 69 12345 69"] },
    lines: [line("Formation à la sécurité", "2", "DAY", "650", vat("E"), "1300.00")],
  }),
  "sous-traitance du bâtiment, autoliquidation": sampleDocument({
    exemptions: { AE: CONSTRUCTION },
    lines: [line("Pose de cloisons", "85.5", "MTK", "27.4", vat("AE"), "2342.70")],
  }),
  "service à une entreprise de l’Union": sampleDocument({
    noteSettings: { processing: "B2BINT" },
    exemptions: { AE: EU_SERVICE },
    buyer: {
      kind: "company",
      legalName: "Kita Zwerge GmbH",
      vatNumber: "DE136695976",
      electronicAddress: { scheme: "EM", value: "rechnung@zwerge.example" },
      address: { line1: "Hauptstraße 3", postcode: "10115", city: "Berlin", country: "DE" },
    },
    lines: [line("Conception graphique", "4", "DAY", "450", vat("AE"), "1800.00")],
  }),
  "livraison dans l’Union": sampleDocument({
    businessProcess: "B1",
    noteSettings: { processing: "B2BINT" },
    exemptions: { K: { code: "VATEX-EU-IC", reason: "Exonération, article 262 ter I du code général des impôts" } },
    buyer: {
      kind: "company",
      legalName: "Houtwerk BV",
      vatNumber: "BE0123456749",
      electronicAddress: { scheme: "EM", value: "factuur@houtwerk.example" },
      address: { line1: "Kaai 4", postcode: "2000", city: "Antwerpen", country: "BE" },
    },
    delivery: {
      date: toDay("2026-11-20"),
      name: "Houtwerk BV",
      address: { line1: "Kaai 4", postcode: "2000", city: "Antwerpen", country: "BE" },
    },
    lines: [{ ...table, vat: vat("K") }],
  }),
  exportation: sampleDocument({
    businessProcess: "B1",
    noteSettings: { processing: "B2BINT" },
    exemptions: { G: { code: "VATEX-EU-G", reason: "Exonération, article 262 I du code général des impôts" } },
    buyer: {
      kind: "company",
      legalName: "Atelier Genève SA",
      electronicAddress: { scheme: "EM", value: "compta@geneve.example" },
      address: { line1: "Rue du Lac 1", postcode: "1201", city: "Genève", country: "CH" },
    },
    lines: [{ ...table, vat: vat("G") }],
  }),
  "hors du champ de la TVA": sampleDocument({
    noteSettings: { processing: "B2BINT" },
    exemptions: { O: OUT_OF_SCOPE },
    buyer: {
      kind: "company",
      legalName: "Northern Toys Ltd",
      electronicAddress: { scheme: "EM", value: "ap@northern-toys.example" },
      address: { line1: "1 Quay Street", postcode: "M3 3JE", city: "Manchester", country: "GB" },
    },
    lines: [line("Conseil à distance", "3", "HUR", "90", vat("O"), "270.00")],
  }),
  "association sans SIREN": sampleDocument({
    noteSettings: { processing: "B2C" },
    buyer: {
      kind: "company",
      legalName: "Amicale laïque",
      electronicAddress: { scheme: "EM", value: "bureau@amicale.example" },
      address: { line1: "Mairie", postcode: "07110", city: "Largentière", country: "FR" },
    },
    lines: [hours],
  }),
  "remises sur lignes et sur le document, plusieurs taux": sampleDocument({
    businessProcess: "M1",
    lines: [
      {
        ...table,
        allowances: [
          { amount: cents("50.00"), baseAmount: cents("1000.00"), percent: toRate(500), reason: "Pièce d’exposition" },
        ],
        netAmount: cents("950.00"),
      },
      works,
    ],
    allowances: [
      { ...vat("S", 20), amount: cents("41.59"), reason: "Remise fidélité" },
      { ...vat("S", 10), amount: cents("58.41"), reason: "Remise fidélité" },
    ],
  }),
  "ligne négative": sampleDocument({
    lines: [hours, line("Reprise d’une demi-journée", "-2", "HUR", "64", vat("S", 20), "-128.00")],
  }),
  "total nul": sampleDocument({
    lines: [line("Échantillon", "1", "H87", "0", vat("S", 20), "0.00")],
    paymentMeans: [],
  }),
  "textes longs, accents et caractères hostiles": sampleDocument({
    seller: { ...COOPERATIVE, tradeName: "Bois & Cie <l’atelier>" },
    buyerReference: "Engagement n° 7 & <suite>",
    purchaseOrder: "BC-2026/118",
    contract: "C-7",
    salesOrder: "D2026-0012",
    lines: [
      { ...hours, name: hostile, description: `${"Très long texte, ".repeat(400)}fin.`, note: hostile },
      { ...works, id: "2", sellerItemId: "PQ-31" },
    ],
  }),
  "situation de travaux sur une période, livrée ailleurs": sampleDocument({
    businessProcess: "M1",
    period: { start: toDay("2026-10-01"), end: toDay("2026-10-31") },
    delivery: {
      date: toDay("2026-10-31"),
      name: "Chantier de la crèche",
      address: { line1: "9 rue Neuve", postcode: "69300", city: "Caluire", country: "FR" },
    },
    lines: [{ ...works, period: { start: toDay("2026-10-01"), end: toDay("2026-10-31") } }],
  }),
  "ni date de livraison ni moyen de paiement": sampleDocument({
    delivery: undefined,
    paymentMeans: [],
    paymentTerms: undefined,
    paymentReference: undefined,
    lines: [hours],
    prepaid: ZERO,
  }),
};
