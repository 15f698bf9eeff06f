/** The invoice that a supplier sent: what an entry of the story says, on the supplier's own paper. */
import type { Day } from "#kernel/day.ts";
import { parseQuantity, parseUnitPrice, type Quantity, type UnitPrice } from "#kernel/decimal.ts";
import { type Cents, toCents, toDecimalString } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import type { PrintableDocument } from "#platform/pdf/printable-document.ts";
import { chanceOf } from "./chance.ts";
import { inventedSiren, inventedSiret } from "./invented-number.ts";

export type SupplierPaper = {
  readonly supplier: string;
  readonly label: string;
  readonly number: string;
  readonly date: Day;
  readonly net: Cents;
  readonly vat: Cents;
  /** Parts per ten thousand; 0 without VAT. */
  readonly rate: number;
};

const STREETS = ["rue du Port", "route de Quimper", "zone de Kergaradec", "rue des Tonneliers", "avenue de la Gare"];
const TOWNS = ["29200 Brest", "29000 Quimper", "29600 Morlaix", "22300 Lannion", "56100 Lorient"];

export function supplierInvoice(paper: SupplierPaper): PrintableDocument {
  const chance = chanceOf(`supplier ${paper.supplier}`);
  const siren = inventedSiren(chance.between(60_000, 79_000));
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  const address = [`${chance.between(1, 90)} ${chance.pick(STREETS)}`, chance.pick(TOWNS)];
  const vat = { category: paper.rate === 0 ? ("E" as const) : ("S" as const), rate: toRate(paper.rate) };
  const gross = toCents(paper.net + paper.vat);
  return {
    kind: "invoice",
    language: "fr",
    number: paper.number,
    issueDate: paper.date,
    brand: { accent: chance.pick(["#37474f", "#4a3b2a", "#2d3a5a", "#3a4a3a"]) },
    seller: {
      tradeName: paper.supplier,
      cooperative: {
        legalName: paper.supplier,
        legalForm: "",
        address,
        siren,
        siret: inventedSiret(siren),
        vatNumber: `FR${String(key).padStart(2, "0")}${siren}`,
      },
    },
    buyer: { name: "Coopérative L’Établi", address: ["12 quai de l’Atelier", "29200 Brest"] },
    priceMode: "net",
    groups: [
      {
        lines: [
          {
            type: "item",
            name: paper.label,
            quantity: parseQuantity("1") as Quantity,
            unit: "",
            unitPrice: parseUnitPrice(toDecimalString(paper.net)) as UnitPrice,
            vat,
            amount: paper.net,
          },
        ],
      },
    ],
    totals: { lineTotal: paper.net, taxExclusive: paper.net, tax: paper.vat, taxInclusive: gross, due: gross },
    vatTable: [{ ...vat, taxableAmount: paper.net, taxAmount: paper.vat }],
    mentions: ["Document de démonstration : ce fournisseur n’existe pas."],
  };
}
