/** A quote's content as stored JSON: the lines, then everything around them. */

import { z } from "zod";
import { type Day, parseDay } from "#kernel/day.ts";
import type { Rate } from "#kernel/rate.ts";
import { contentSchema } from "../document/content-json.ts";
import { MAX_INSTALMENTS, type QuoteContent } from "./quote.ts";

const text = (longest: number) => z.string().trim().max(longest, "field.tooLong");
const rate = z
  .int()
  .min(0, "field.percent")
  .max(10_000, "field.percent")
  .transform((value) => value as Rate);

export const quoteExtrasSchema = z.object({
  schedule: z.object({
    depositRate: rate,
    instalments: z
      .array(z.object({ label: text(100), rate, days: z.int().min(0).max(1825) }))
      .max(MAX_INSTALMENTS, "field.tooMany"),
  }),
  validityDays: z.int().min(1).max(365),
  introduction: text(4000),
  mentions: text(4000),
  note: text(4000),
  purchaseOrder: text(100),
  deliveryDate: z
    .string()
    .nullable()
    .refine((value) => value === null || parseDay(value) !== null, "field.day")
    .transform((value) => value as Day | null),
  deliveryAddress: text(500),
  language: z.enum(["fr", "en"]),
});

/** Reads a content from the database or a parsed form. Issues carry the path of their field. */
export const quoteContentSchema: z.ZodType<QuoteContent> = z.unknown().transform((value, context) => {
  const content = contentSchema.safeParse(value);
  const extras = quoteExtrasSchema.safeParse(value);
  for (const result of [content, extras]) {
    for (const issue of result.error?.issues ?? []) {
      context.addIssue({ code: "custom", path: issue.path, message: issue.message, input: value });
    }
  }
  return content.success && extras.success ? { ...content.data, ...extras.data } : z.NEVER;
}) as z.ZodType<QuoteContent>;
