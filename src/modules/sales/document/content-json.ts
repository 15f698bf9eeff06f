/** A document's content as stored JSON: amounts travel as text, never as floats. */

import { z } from "zod";
import type { Quantity, UnitPrice } from "#kernel/decimal.ts";
import { toCents } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import type { Discount, DocumentContent, DocumentLine } from "./line.ts";
import { VAT_RATES } from "./vat-key.ts";

const integer = z.union([z.string().regex(/^-?\d{1,18}$/), z.bigint(), z.int()]).transform((value) => BigInt(value));
const cents = integer.transform((value) => toCents(value));
const rate = z
  .int()
  .min(0)
  .max(10_000)
  .transform((value) => value as Rate);

export const vatSchema = z
  .object({
    category: z.enum(["S", "E", "AE", "K", "G", "O", "Z"]),
    rate: rate.refine((value) => VAT_RATES.includes(value), "field.vatRate"),
    exemption: z.string().max(40).nullable(),
  })
  .refine((vat) => vat.category === "S" || vat.rate === 0, "field.vatRate")
  .refine((vat) => ["S", "Z"].includes(vat.category) || vat.exemption !== null, "field.exemption");

const discountSchema: z.ZodType<Discount> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rate"), rate, label: z.string().max(100) }),
  z.object({
    kind: z.literal("amount"),
    amount: cents.refine((value) => value >= 0n, "field.negative"),
    label: z.string().max(100),
  }),
]) as z.ZodType<Discount>;

const lineSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("item"),
    name: z.string().trim().max(200, "field.tooLong"),
    description: z.string().max(4000, "field.tooLong"),
    nature: z.enum(["goods", "services"]),
    quantity: integer.transform((value) => value as Quantity),
    unit: z.string().regex(/^[A-Z0-9]{2,3}$/, "field.unit"),
    unitPrice: integer.refine((value) => value >= 0n, "field.negative").transform((value) => value as UnitPrice),
    discount: discountSchema.nullable(),
    vat: vatSchema,
    account: z.string().regex(/^[0-9]{3,12}$/, "field.account"),
  }),
  z.object({ kind: z.literal("group"), title: z.string().trim().max(200, "field.tooLong") }),
  z.object({ kind: z.literal("text"), text: z.string().max(4000, "field.tooLong") }),
]);

/** Reads a content from the database or a parsed form. Amounts may be text or bigint. */
export const contentSchema: z.ZodType<DocumentContent> = z.object({
  mode: z.enum(["ht", "ttc"]),
  lines: z.array(lineSchema).max(500, "field.tooMany") as z.ZodType<DocumentLine[]>,
  discounts: z.array(discountSchema).max(5, "field.tooMany"),
}) as z.ZodType<DocumentContent>;
