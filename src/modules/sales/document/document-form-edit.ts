/**
 * What the buttons of the line editor do to a typed document: the same on the server (without script) and in the
 * browser. The value of a button is an intent: "line.up.2", "line.add.text", "discount.remove.0", "catalogue.add".
 */

import type { UnitPrice } from "#kernel/decimal.ts";
import type { Language } from "#kernel/language.ts";
import { roundDivide } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import { defaultAccounts } from "#modules/ledger/index.ts";
import {
  accountFor,
  type DiscountForm,
  type DocumentForm,
  type ItemForm,
  isBlank,
  type LineForm,
  MAX_FORM_DISCOUNTS,
  MAX_FORM_LINES,
  priceText,
  readDocumentForm,
} from "./document-form.ts";
import type { LineVat, Nature, PriceMode } from "./line.ts";
import { vatKey } from "./vat-key.ts";

/** What a new line starts with: the customer's last VAT and unit, else the activity's. */
export type LineDefaults = {
  readonly vat: string;
  readonly unit: string;
  readonly nature: Nature;
  readonly account: string;
};

export const FIRST_DEFAULTS: LineDefaults = {
  vat: "S2000",
  unit: "C62",
  nature: "services",
  account: defaultAccounts.services,
};

/** An article of the catalogue, as the editor offers it. */
export type CatalogueItem = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly nature: Nature;
  readonly unit: string;
  readonly unitPrice: UnitPrice;
  readonly mode: PriceMode;
  readonly vat: LineVat;
  readonly account: string;
};

export type LineKind = LineForm["kind"];

export type Edit =
  | { readonly type: "mode"; readonly mode: PriceMode }
  | { readonly type: "add"; readonly kind: LineKind; readonly after?: number }
  | { readonly type: "product"; readonly product: CatalogueItem }
  | { readonly type: "move"; readonly index: number; readonly by: 1 | -1 }
  | { readonly type: "remove"; readonly index: number }
  | { readonly type: "set"; readonly index: number; readonly field: string; readonly value: string }
  | { readonly type: "addDiscount" }
  | { readonly type: "removeDiscount"; readonly index: number }
  | { readonly type: "setDiscount"; readonly index: number; readonly field: string; readonly value: string }
  | { readonly type: "defaults" };

function nextKey(rows: readonly { readonly key: number }[]): number {
  return rows.reduce((highest, row) => Math.max(highest, row.key), -1) + 1;
}

export function blankItem(key: number, defaults: LineDefaults): ItemForm {
  return {
    kind: "item",
    key,
    name: "",
    description: "",
    nature: defaults.nature,
    quantity: "1",
    unit: defaults.unit,
    unitPrice: "",
    discount: "",
    discountKind: "rate",
    discountLabel: "",
    vat: defaults.vat,
    account: defaults.account,
  };
}

function newLine(kind: LineKind, key: number, defaults: LineDefaults): LineForm {
  if (kind === "group") return { kind, key, title: "" };
  if (kind === "text") return { kind, key, text: "" };
  return blankItem(key, defaults);
}

/** A document that has a line to type in. */
export function readyToType(form: DocumentForm, defaults: LineDefaults): DocumentForm {
  return form.lines.some((line) => line.kind === "item")
    ? form
    : { ...form, lines: [...form.lines, blankItem(nextKey(form.lines), defaults)] };
}

export function emptyForm(mode: PriceMode, defaults: LineDefaults): DocumentForm {
  return { mode, lines: [blankItem(0, defaults)], discounts: [] };
}

/** The form after an edit; the same form when the edit makes no sense any more (an index that is gone). */
export function edit(form: DocumentForm, change: Edit, defaults: LineDefaults, language: Language): DocumentForm {
  switch (change.type) {
    case "mode":
      return { ...form, mode: change.mode };
    case "add":
      return insert(form, newLine(change.kind, nextKey(form.lines), defaults), change.after ?? form.lines.length - 1);
    case "product":
      return addProduct(form, change.product, language);
    case "move":
      return move(form, change.index, change.by);
    case "remove":
      return readyToType({ ...form, lines: form.lines.filter((_, index) => index !== change.index) }, defaults);
    case "set":
      return { ...form, lines: form.lines.map((line, index) => (index === change.index ? set(line, change) : line)) };
    case "addDiscount":
      if (form.discounts.length >= MAX_FORM_DISCOUNTS) return form;
      return { ...form, discounts: [...form.discounts, blankDiscount(nextKey(form.discounts))] };
    case "removeDiscount":
      return { ...form, discounts: form.discounts.filter((_, index) => index !== change.index) };
    case "setDiscount":
      return {
        ...form,
        discounts: form.discounts.map((discount, index) =>
          index === change.index ? ({ ...discount, [change.field]: change.value } as DiscountForm) : discount,
        ),
      };
    case "defaults":
      return {
        ...form,
        lines: form.lines.map((line) =>
          line.kind === "item" && isBlank(line) ? { ...blankItem(line.key, defaults), quantity: line.quantity } : line,
        ),
      };
  }
}

function blankDiscount(key: number): DiscountForm {
  return { key, label: "", kind: "rate", value: "" };
}

function insert(form: DocumentForm, line: LineForm, after: number): DocumentForm {
  if (form.lines.length >= MAX_FORM_LINES) return form;
  return { ...form, lines: [...form.lines.slice(0, after + 1), line, ...form.lines.slice(after + 1)] };
}

function move(form: DocumentForm, index: number, by: 1 | -1): DocumentForm {
  const line = form.lines[index];
  const other = form.lines[index + by];
  if (!line || !other) return form;
  const lines = [...form.lines];
  lines[index] = other;
  lines[index + by] = line;
  return { ...form, lines };
}

function set(line: LineForm, { field, value }: { field: string; value: string }): LineForm {
  const changed = { ...line, [field]: value } as LineForm;
  if (changed.kind !== "item" || field !== "nature") return changed;
  return { ...changed, account: accountFor(changed.nature, changed.account) };
}

/** A product takes the place of a blank last line, else it comes last. */
function addProduct(form: DocumentForm, product: CatalogueItem, language: Language): DocumentForm {
  const last = form.lines.at(-1);
  const lines = last && isBlank(last) ? form.lines.slice(0, -1) : form.lines;
  const price = priceInMode(product.unitPrice, product.vat.rate, product.mode, form.mode);
  const line: ItemForm = {
    ...blankItem(nextKey(form.lines), {
      vat: vatKey(product.vat),
      unit: product.unit,
      nature: product.nature,
      account: product.account,
    }),
    name: product.name,
    description: product.description,
    unitPrice: priceText(price, language),
  };
  return insert({ ...form, lines }, line, lines.length - 1);
}

/** A unit price of one mode in the other, to the millionth of a euro. */
export function priceInMode(price: UnitPrice, rate: Rate, from: PriceMode, to: PriceMode): UnitPrice {
  if (from === to) return price;
  const withTax = 10_000n + BigInt(rate);
  return (to === "ttc" ? roundDivide(price * withTax, 10_000n) : roundDivide(price * 10_000n, withTax)) as UnitPrice;
}

/**
 * The document after a button of the editor was pressed without script. Blank lines stay: indexes are those of the
 * screen. Null for an intent that is not one of the editor's.
 */
export function editPosted(
  intent: string,
  posted: FormData,
  catalogue: readonly CatalogueItem[],
  defaults: LineDefaults,
  language: Language,
): DocumentForm | null {
  if (!isEditIntent(intent)) return null;
  const form = readDocumentForm(posted);
  const change = readEdit(intent, posted, catalogue);
  return readyToType(change === null ? form : edit(form, change, defaults, language), defaults);
}

/** The edit of a button pressed without script; null for an intent that is not one of the editor's. */
export function readEdit(intent: string, posted: FormData, catalogue: readonly CatalogueItem[]): Edit | null {
  const match = /^(line|discount)\.(up|down|remove|add)\.?(\d{1,4}|item|group|text)?$/.exec(intent);
  if (intent === "catalogue.add") {
    const product = catalogue.find((item) => item.id === posted.get("product"));
    return product ? { type: "product", product } : null;
  }
  if (!match) return null;
  const [, what, verb, of = ""] = match;
  const index = Number(of);
  if (what === "discount")
    return verb === "add" ? { type: "addDiscount" } : verb === "remove" ? { type: "removeDiscount", index } : null;
  if (verb === "add") return of === "item" || of === "group" || of === "text" ? { type: "add", kind: of } : null;
  if (of === "" || Number.isNaN(index)) return null;
  return verb === "remove" ? { type: "remove", index } : { type: "move", index, by: verb === "up" ? -1 : 1 };
}

/** True for an intent that changes the form and saves nothing. */
export function isEditIntent(intent: string): boolean {
  return intent === "refresh" || intent === "catalogue.add" || /^(line|discount)\./.test(intent);
}
