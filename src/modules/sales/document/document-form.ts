/**
 * A document as typed: every value is text, so that what cannot be read stays on the screen with its sentence.
 * Names in the form are the paths of the fields: "lines.0.unitPrice", "discounts.1.value".
 */

import type { UnitPrice } from "#kernel/decimal.ts";
import type { Language } from "#kernel/language.ts";
import { defaultAccounts } from "#modules/ledger/index.ts";
import { amountText, percent, quantity as quantityText, unitPrice as unitPriceText } from "#ui/format.ts";
import type { fr } from "./document-form.fr.ts";
import type { Discount, DocumentContent, Nature, PriceMode } from "./line.ts";
import { vatKey } from "./vat-key.ts";

/** Why a field cannot be read or kept: each has its sentence in document-form.fr.ts. */
export type FieldCode = keyof typeof fr.fields;
/** One code for each field that is wrong, by name. */
export type FieldErrors = Readonly<Record<string, FieldCode>>;

export type DiscountKind = Discount["kind"];

export type ItemForm = {
  readonly kind: "item";
  /** Identity on the screen while lines move; never posted. */
  readonly key: number;
  readonly name: string;
  readonly description: string;
  readonly nature: Nature;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  /** "10" or "10 %" or "50 €"; empty for none. */
  readonly discount: string;
  readonly discountKind: DiscountKind;
  readonly discountLabel: string;
  /** Key of a VAT treatment. */
  readonly vat: string;
  readonly account: string;
};
export type GroupForm = { readonly kind: "group"; readonly key: number; readonly title: string };
export type TextForm = { readonly kind: "text"; readonly key: number; readonly text: string };
export type LineForm = ItemForm | GroupForm | TextForm;
export type DiscountForm = {
  readonly key: number;
  readonly label: string;
  readonly kind: DiscountKind;
  readonly value: string;
};

export type DocumentForm = {
  readonly mode: PriceMode;
  readonly lines: readonly LineForm[];
  readonly discounts: readonly DiscountForm[];
};

export const MAX_FORM_LINES = 500;
export const MAX_FORM_DISCOUNTS = 5;

const LINE_NAME = /^lines\.(\d{1,4})\.([a-zA-Z]{2,20})$/;
const DISCOUNT_NAME = /^discounts\.(\d{1,2})\.([a-zA-Z]{2,20})$/;

/** Reads a posted form. Unknown names are ignored; lines keep the order of their indexes. */
export function readDocumentForm(form: FormData): DocumentForm {
  const lines = rowsOf(form, LINE_NAME).slice(0, MAX_FORM_LINES);
  const discounts = rowsOf(form, DISCOUNT_NAME).slice(0, MAX_FORM_DISCOUNTS);
  return {
    mode: form.get("mode") === "ttc" ? "ttc" : "ht",
    lines: lines.map((row, key) => readLine(row, key)),
    discounts: discounts.map((row, key) => ({
      key,
      label: row.get("label") ?? "",
      kind: discountKind(row.get("kind")),
      value: row.get("value") ?? "",
    })),
  };
}

type Row = ReadonlyMap<string, string>;

function rowsOf(form: FormData, pattern: RegExp): Row[] {
  const rows = new Map<number, Map<string, string>>();
  for (const [name, value] of form) {
    const match = pattern.exec(name);
    if (!match || typeof value !== "string") continue;
    const index = Number(match[1]);
    const row = rows.get(index) ?? new Map<string, string>();
    row.set(match[2] ?? "", value);
    rows.set(index, row);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

function discountKind(text: string | undefined): DiscountKind {
  return text === "amount" ? "amount" : "rate";
}

function readLine(row: Row, key: number): LineForm {
  const text = (name: string, otherwise = "") => row.get(name) ?? otherwise;
  if (text("kind") === "group") return { kind: "group", key, title: text("title") };
  if (text("kind") === "text") return { kind: "text", key, text: text("text") };
  const nature = text("nature") === "goods" ? "goods" : "services";
  return {
    kind: "item",
    key,
    name: text("name"),
    description: text("description"),
    nature,
    quantity: text("quantity"),
    unit: text("unit"),
    unitPrice: text("unitPrice"),
    discount: text("discount"),
    discountKind: discountKind(row.get("discountKind")),
    discountLabel: text("discountLabel"),
    vat: text("vat"),
    account: accountFor(nature, text("account")),
  };
}

const SALES_ACCOUNT: Record<Nature, string> = {
  services: defaultAccounts.services,
  goods: defaultAccounts.goods,
};

/** The account of a line whose nature changes: only the usual account of the other nature is replaced. */
export function accountFor(nature: Nature, account: string): string {
  return account === SALES_ACCOUNT[nature === "goods" ? "services" : "goods"] || account === ""
    ? SALES_ACCOUNT[nature]
    : account;
}

/** True for a line on which nothing that counts was typed: saving drops it. */
export function isBlank(line: LineForm): boolean {
  const typed = line.kind === "item" ? [line.name, line.description, line.unitPrice] : [lineText(line)];
  return typed.every((text) => text.trim() === "");
}

function lineText(line: GroupForm | TextForm): string {
  return line.kind === "group" ? line.title : line.text;
}

/** The form less its blank lines and discounts, so that indexes are those of the content that is saved. */
export function withoutBlanks(form: DocumentForm): DocumentForm {
  return {
    ...form,
    lines: form.lines.filter((line) => !isBlank(line)),
    discounts: form.discounts.filter((discount) => discount.value.trim() !== "" || discount.label.trim() !== ""),
  };
}

/** A stored content as people read and type it, in their language. */
export function formOf(content: DocumentContent, language: Language): DocumentForm {
  return {
    mode: content.mode,
    lines: content.lines.map((line, key): LineForm => {
      if (line.kind !== "item") return { ...line, key };
      return {
        kind: "item",
        key,
        name: line.name,
        description: line.description,
        nature: line.nature,
        quantity: quantityText(line.quantity, language),
        unit: line.unit,
        unitPrice: priceText(line.unitPrice, language),
        discount: line.discount === null ? "" : discountText(line.discount, language),
        discountKind: line.discount?.kind ?? "rate",
        discountLabel: line.discount?.label ?? "",
        vat: vatKey(line.vat),
        account: line.account,
      };
    }),
    discounts: content.discounts.map((discount, key) => ({
      key,
      label: discount.label,
      kind: discount.kind,
      value: discountText(discount, language),
    })),
  };
}

/** "80,00": a unit price as it stands in its field, without its unit. */
export function priceText(price: UnitPrice, language: Language): string {
  return unitPriceText(price, language).replace(/[\s\u00a0]*€/, "");
}

function discountText(discount: Discount, language: Language): string {
  return discount.kind === "amount"
    ? amountText(discount.amount, language)
    : percent(discount.rate, language).replace(/[\s\u00a0]*%$/, "");
}
