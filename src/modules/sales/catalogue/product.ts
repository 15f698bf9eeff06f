/** An article of an activity's catalogue: what a line starts from. Changing it never changes a document. */

import type { UnitPrice } from "#kernel/decimal.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import type { Language } from "#kernel/language.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { parseUnitPriceInput } from "#ui/parse.ts";
import { accountFor, priceText } from "../document/document-form.ts";
import type { LineVat, Nature, PriceMode } from "../document/line.ts";
import { UNITS } from "../document/unit.ts";
import { readVatKey, vatKey } from "../document/vat-key.ts";
import type { fr } from "./product.fr.ts";

export type ProductId = Id<"product">;
export type ProductRefusal = Refusal<keyof typeof fr.refusals>;
export type ProductFieldCode = keyof typeof fr.fields;

export type ProductRecord = {
  readonly name: string;
  readonly description: string;
  readonly nature: Nature;
  readonly unit: string;
  /** In the price mode. */
  readonly unitPrice: UnitPrice;
  readonly mode: PriceMode;
  readonly vat: LineVat;
  readonly account: string;
};

export type Product = ProductRecord & {
  readonly id: ProductId;
  readonly activityId: ActivityId;
  readonly archived: boolean;
  readonly version: number;
};

/** The fields as typed; `vat` is the key of a treatment. */
export const PRODUCT_FIELDS = ["name", "description", "nature", "unit", "unitPrice", "mode", "vat", "account"] as const;
export type ProductField = (typeof PRODUCT_FIELDS)[number];
export type ProductText = Readonly<Record<ProductField, string>>;

export const BLANK_PRODUCT: ProductText = {
  name: "",
  description: "",
  nature: "services",
  unit: "C62",
  unitPrice: "",
  mode: "ht",
  vat: "S2000",
  account: "",
};

/** A hundred million euros the unit: beyond it, an elbow is on the keyboard. */
const LARGEST_PRICE = 100_000_000_000_000n;

export type ProductReading =
  | { readonly product: ProductRecord }
  | { readonly errors: Readonly<Record<string, ProductFieldCode>> };

/** Reads what was typed: the article to keep, or one code for each field that is wrong. */
export function readProduct(text: ProductText, language: Language): ProductReading {
  const errors: Record<string, ProductFieldCode> = {};
  const name = text.name.trim();
  if (name === "") errors.name = "product.name";
  if (name.length > 200) errors.name = "product.tooLong";
  if (text.description.length > 4000) errors.description = "product.tooLong";
  if (!(text.unit in UNITS)) errors.unit = "product.unit";
  const unitPrice = parseUnitPriceInput(text.unitPrice, language);
  if (unitPrice === null || unitPrice < 0n || unitPrice > LARGEST_PRICE) errors.unitPrice = "product.unitPrice";
  const vat = readVatKey(text.vat);
  if (vat === null) errors.vat = "product.vat";
  const nature = text.nature === "goods" ? "goods" : "services";
  const account = accountFor(nature, text.account.trim());
  if (!/^[0-9]{3,12}$/.test(account)) errors.account = "product.account";
  if (Object.keys(errors).length > 0 || unitPrice === null || vat === null) return { errors };
  const mode = text.mode === "ttc" ? "ttc" : "ht";
  return {
    product: { name, description: text.description.trim(), nature, unit: text.unit, unitPrice, mode, vat, account },
  };
}

/** A kept article as its form shows it. */
export function productText(product: ProductRecord, language: Language): ProductText {
  return { ...product, unitPrice: priceText(product.unitPrice, language), vat: vatKey(product.vat) };
}

export function productTextOf(value: (field: ProductField) => string | null): ProductText {
  return Object.fromEntries(PRODUCT_FIELDS.map((field) => [field, value(field) ?? ""])) as ProductText;
}
