import { describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { renderDocument } from "#platform/pdf/render.ts";
import { type FrozenQuote, readFrozenQuote } from "./frozen-quote.ts";
import { printableQuote } from "./quote-print.ts";

const frozen: FrozenQuote = readFrozenQuote({
  version: 1,
  number: "D2026-0001",
  issueDate: "2026-11-22",
  validUntil: "2026-12-22",
  title: "Salle de bains",
  seller: {
    legalName: "Coopérative L’Établi",
    legalForm: "SCOP SARL à capital variable",
    siren: "732829320",
    siret: "73282932000074",
    vatNumber: "FR44732829320",
    rcs: "Brest 732 829 320",
    street: "12 rue de l’Atelier",
    postalCode: "29200",
    city: "Brest",
    country: "FR",
    email: "contact@etabli.example",
    phone: "",
    iban: "",
    bic: "",
    activityCode: "ROUX",
    tradeName: "Plomberie Roux",
    trade: "Plomberie",
    activityEmail: "samira@etabli.example",
    activityPhone: "",
    accentColour: "#0b5c55",
    logoHash: null,
    activityFooter: "Assurance décennale MAAF 123456",
  },
  buyer: {
    kind: "individual",
    name: "Élodie Lefèvre",
    contactName: "",
    siren: null,
    siret: null,
    vatNumber: null,
    email: "",
    street: "3 quai Nord",
    postalCode: "29200",
    city: "Brest",
    country: "FR",
    electronicAddress: "",
    buyerReference: "",
  },
  content: {
    mode: "ttc",
    lines: [
      { kind: "group", title: "Dépose" },
      {
        kind: "item",
        name: "Dépose de la baignoire",
        description: "Évacuation comprise",
        nature: "services",
        quantity: "10000",
        unit: "LS",
        unitPrice: "220000000",
        discount: null,
        vat: { category: "S", rate: 2000, exemption: null },
        account: "706",
      },
      { kind: "text", text: "Eau coupée une demi-journée." },
    ],
    discounts: [],
    schedule: { depositRate: 3000, instalments: [{ label: "", rate: 3000, days: 15 }] },
    validityDays: 30,
    introduction: "Bonjour,",
    mentions: "Travaux sur une maison de plus de deux ans\n\nDélai de rétractation : 14 jours",
    note: "",
    purchaseOrder: "",
    deliveryDate: "2026-12-15",
    deliveryAddress: "8 rue Basse\n29200 Brest",
    language: "fr",
  },
  net: "18333",
  tax: "3667",
  gross: "22000",
  footer: "",
  conditions: "",
});

describe("Un devis sur le papier", () => {
  it("dit tout ce que le client doit lire, et l'échéancier fait le total", () => {
    const document = printableQuote(frozen);
    expect(document).toMatchObject({
      kind: "quote",
      number: "D2026-0001",
      validUntil: "2026-12-22",
      priceMode: "gross",
      deliveryAddress: ["8 rue Basse", "29200 Brest"],
      totals: { taxExclusive: 18333n, tax: 3667n, taxInclusive: 22000n },
      mentions: [
        "Travaux sur une maison de plus de deux ans",
        "Délai de rétractation : 14 jours",
        "Assurance décennale MAAF 123456",
      ],
    });
    expect(document.schedule).toEqual([
      { label: "Acompte à la signature", percent: 3000, amount: 6600n },
      { label: "Échéance 1, 15 jours après la signature", percent: 3000, amount: 6600n },
      { label: "Solde", percent: 4000, amount: 8800n },
    ]);
  });

  it("se rend en PDF, le brouillon aussi", async () => {
    for (const number of [frozen.number, null]) {
      const bytes = await renderDocument(printableQuote({ ...frozen, number, issueDate: toDay("2026-11-22") }));
      expect(new TextDecoder("latin1").decode(bytes.subarray(0, 5))).toBe("%PDF-");
    }
  });
});
