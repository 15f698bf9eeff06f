/** Reads a typed document: what it says, and field by field what cannot be read. */

import type { Quantity, UnitPrice } from "#kernel/decimal.ts";
import type { Language } from "#kernel/language.ts";
import { absolute } from "#kernel/money.ts";
import { parsePercent } from "#kernel/rate.ts";
import { parseAmount, parseQuantityInput, parseUnitPriceInput } from "#ui/parse.ts";
import type { DiscountKind, DocumentForm, FieldCode, FieldErrors, ItemForm, LineForm } from "./document-form.ts";
import { type Discount, type DocumentContent, type DocumentLine, type ItemLine, lineAmounts } from "./line.ts";
import { readVatKey } from "./vat-key.ts";

/** Ten billion euros: beyond it, an elbow is on the keyboard, and the sums would not fit the database. */
export const LARGEST_AMOUNT = 1_000_000_000_000n;

/** What a form says, and what is wrong in it. Values that cannot be read count for zero, so that totals always show. */
export type FormReading = { readonly content: DocumentContent; readonly errors: FieldErrors };

/** Reads a typed document into the content that totals are computed from and that is stored. */
export function contentOf(form: DocumentForm, language: Language): FormReading {
  const errors: Record<string, FieldCode> = {};
  const lines = form.lines.map((line, index) =>
    readContentLine(line, language, (field, code) => {
      errors[`lines.${index}.${field}`] ??= code;
    }),
  );
  const discounts = form.discounts.flatMap((discount, index): Discount[] => {
    const fail = (field: string, code: FieldCode) => {
      errors[`discounts.${index}.${field}`] ??= code;
    };
    if (discount.label.length > 100) fail("label", "line.tooLong");
    const value = readDiscount(discount.value, discount.kind, discount.label, language);
    if (typeof value !== "string") return value === null ? [] : [value];
    fail("value", value);
    return [];
  });
  return { content: { mode: form.mode, lines, discounts }, errors };
}

type Fail = (field: string, code: FieldCode) => void;

function readContentLine(line: LineForm, language: Language, fail: Fail): DocumentLine {
  if (line.kind === "group") {
    if (line.title.trim().length > 200) fail("title", "line.tooLong");
    return { kind: "group", title: line.title.trim() };
  }
  if (line.kind === "text") {
    if (line.text.length > 4000) fail("text", "line.tooLong");
    return { kind: "text", text: line.text };
  }
  const read = readItem(line, language, fail);
  const { gross } = lineAmounts({ ...read, discount: null });
  if (absolute(gross) > LARGEST_AMOUNT) {
    fail("unitPrice", "line.tooLarge");
    return { ...read, unitPrice: 0n as UnitPrice, discount: null };
  }
  if (read.discount?.kind === "amount" && read.discount.amount > absolute(gross)) {
    fail("discount", "line.discountTooLarge");
    return { ...read, discount: null };
  }
  return read;
}

function readItem(line: ItemForm, language: Language, fail: Fail): ItemLine {
  if (line.name.trim().length > 200) fail("name", "line.tooLong");
  if (line.description.length > 4000) fail("description", "line.tooLong");
  if (line.discountLabel.length > 100) fail("discountLabel", "line.tooLong");
  if (!/^[A-Z0-9]{2,3}$/.test(line.unit)) fail("unit", "line.unit");
  if (!/^[0-9]{3,12}$/.test(line.account)) fail("account", "line.account");
  const quantity = parseQuantityInput(line.quantity, language);
  if (quantity === null) fail("quantity", "line.quantity");
  const unitPrice = readPrice(line.unitPrice, language);
  if (typeof unitPrice === "string") fail("unitPrice", unitPrice);
  const vat = readVatKey(line.vat);
  if (vat === null) fail("vat", "line.vatRate");
  const discount = readDiscount(line.discount, line.discountKind, line.discountLabel, language);
  if (typeof discount === "string") fail("discount", discount);
  return {
    kind: "item",
    name: line.name.trim(),
    description: line.description.trim(),
    nature: line.nature,
    quantity: quantity ?? (0n as Quantity),
    unit: line.unit,
    unitPrice: typeof unitPrice === "string" ? (0n as UnitPrice) : unitPrice,
    discount: typeof discount === "string" ? null : discount,
    vat: vat ?? { category: "S", rate: 0 as ItemLine["vat"]["rate"], exemption: null },
    account: line.account,
  };
}

/** A unit price, or why it is not one. A deduction is a negative quantity: the public hub refuses negative prices. */
export function readPrice(text: string, language: Language): UnitPrice | FieldCode {
  if (text.trim() === "") return "line.priceMissing";
  const price = parseUnitPriceInput(text, language);
  if (price === null) return "line.amount";
  return price < 0n ? "line.priceNegative" : price;
}

/** A discount, null for none, or why it is not one. A sign typed (« 10 % », « 50 € ») wins over the choice beside it. */
export function readDiscount(
  text: string,
  kind: DiscountKind,
  label: string,
  language: Language,
): Discount | null | FieldCode {
  const typed = text.trim();
  if (typed === "") return null;
  const asRate = typed.endsWith("%") || (kind === "rate" && !/(€|eur|euros?)$/i.test(typed));
  if (asRate) {
    const rate = parsePercent(typed.replace(/\s*%$/, ""));
    if (rate === null || rate < 0 || rate > 10_000) return "line.percent";
    return rate === 0 ? null : { kind: "rate", rate, label: label.trim() };
  }
  const amount = parseAmount(typed, language);
  if (amount === null) return "line.amount";
  if (amount < 0n) return "line.negative";
  if (amount > LARGEST_AMOUNT) return "line.tooLarge";
  return amount === 0n ? null : { kind: "amount", amount, label: label.trim() };
}
