/** The lines of a sale, as the entrepreneur would type them. */
import type { Quantity, UnitPrice } from "#kernel/decimal.ts";
import { toRate } from "#kernel/rate.ts";
import type { DocumentContent } from "#modules/sales/index.ts";
import type { Chance } from "./chance.ts";
import type { Offer, Trade, VatTreatmentKey } from "./trade.ts";

type ItemLine = Extract<DocumentContent["lines"][number], { kind: "item" }>;

/** What an invoice carries besides its lines. */
const EXTRAS = { deliveryDate: null, purchaseOrder: "", note: "", language: "fr" } as const;
export type SaleContent = DocumentContent & typeof EXTRAS;

/** One to three offers of the trade, at its level of prices. */
export function saleContent(trade: Trade, level: number, individual: boolean, chance: Chance): SaleContent {
  const first = chance.pick(trade.offers);
  const others = trade.offers.filter((offer) => offer !== first && chance.percent(38));
  const lines = [first, ...others.slice(0, 2)].map((offer) => lineOf(offer, level, chance));
  return { mode: individual ? "ttc" : "ht", lines, discounts: [], ...EXTRAS };
}

/** A single line at a price: for the sales that the story tells precisely. */
export function exactContent(
  name: string,
  cents: number,
  vat: VatTreatmentKey,
  account: Offer["account"],
): SaleContent {
  const line: ItemLine = {
    kind: "item",
    name,
    description: "",
    nature: account === "707" ? "goods" : "services",
    quantity: 10_000n as Quantity,
    unit: "LS",
    unitPrice: (BigInt(cents) * 10_000n) as UnitPrice,
    discount: null,
    vat: vatOf(vat),
    account,
  };
  return { mode: "ht", lines: [line], discounts: [], ...EXTRAS };
}

function lineOf(offer: Offer, level: number, chance: Chance): ItemLine {
  const [low, high, step] = offer.price;
  const typed = low + step * chance.between(0, Math.floor((high - low) / step));
  const price = Math.max(step, Math.round((typed * level) / 100 / step) * step);
  const [least, most] = offer.quantity;
  const halves = offer.unit === "HUR" || offer.unit === "KGM" ? chance.between(0, 1) * 5_000 : 0;
  const quantity = chance.between(least, most) * 10_000 + (least < most ? halves : 0);
  return {
    kind: "item",
    name: offer.name,
    description: "",
    nature: offer.nature,
    quantity: BigInt(quantity) as Quantity,
    unit: offer.unit,
    unitPrice: (BigInt(price) * 10_000n) as UnitPrice,
    discount: null,
    vat: vatOf(offer.vat),
    account: offer.account,
  };
}

function vatOf(key: VatTreatmentKey): ItemLine["vat"] {
  if (key === "formation") return { category: "E", rate: toRate(0), exemption: "VATEX-FR-CGI261-4" };
  return { category: "S", rate: toRate(Number(key.slice(1))), exemption: null };
}
