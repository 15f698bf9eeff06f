/** What an issued document says, for ever: PDF, XML and screens are made from this alone. */

import { z } from "zod";
import { type Day, parseDay } from "#kernel/day.ts";
import { toCents } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import { contentSchema } from "../document/content-json.ts";
import type { DocumentContent } from "../document/line.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "../payment/payment.ts";
import type { Deduction, InvoiceId, InvoiceKind } from "./invoice.ts";
import type { FrozenClaimGroup } from "./invoice-entry.ts";

/** What the entrepreneur adds to the lines: stored with the draft. */
export type InvoiceContent = DocumentContent & {
  /** Day of delivery or completion when it differs from the issue date (242 nonies A I 10°). */
  readonly deliveryDate: Day | null;
  /** The buyer's order number, when given beforehand (C. com. L441-9). */
  readonly purchaseOrder: string;
  readonly note: string;
  readonly language: "fr" | "en";
  /** A delay of this document only, in days from its issue; a due date wins over it. */
  readonly paymentDays?: number | null;
  /** The days that the document bills, both included (BG-14): a month of work, a season of deliveries. */
  readonly period?: BilledPeriod | null;
};

export type BilledPeriod = { readonly start: Day; readonly end: Day };

/** A document that was paid before it was issued, or as it was: it says by what means and on which day. */
export type PaidAtIssue = { readonly on: Day; readonly method: PaymentMethod; readonly reference: string };

export type FrozenSeller = {
  readonly legalName: string;
  readonly legalForm: string;
  readonly siren: string;
  readonly siret: string;
  readonly vatNumber: string;
  readonly rcs: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string;
  readonly iban: string;
  readonly bic: string;
  readonly activityCode: string;
  readonly tradeName: string;
  readonly trade: string;
  readonly activityEmail: string;
  readonly activityPhone: string;
  readonly accentColour: string;
  readonly logoHash: string | null;
  readonly activityFooter: string;
};

export type FrozenBuyer = {
  readonly kind: "company" | "individual";
  readonly name: string;
  readonly contactName: string;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly vatNumber: string | null;
  readonly email: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly electronicAddress: string;
  readonly buyerReference: string;
};

export type DocumentReference = { readonly number: string; readonly issueDate: Day };

export type FrozenInvoice = {
  readonly version: 1;
  readonly kind: InvoiceKind;
  readonly creditsDeposit: boolean;
  readonly number: string;
  readonly issueDate: Day;
  readonly dueDate: Day;
  readonly title: string;
  readonly seller: FrozenSeller;
  readonly buyer: FrozenBuyer;
  readonly content: InvoiceContent;
  readonly deductions: readonly Deduction[];
  readonly claim: readonly FrozenClaimGroup[];
  readonly optionForDebits: boolean;
  readonly quote: DocumentReference | null;
  readonly credited: DocumentReference | null;
  readonly footer: string;
  readonly conditions: string;
  readonly paid?: PaidAtIssue | null;
};

const text = z.string();
const day = z.string().transform((value) => value as Day);
const typedDay = z
  .string()
  .refine((value) => parseDay(value) !== null, "field.day")
  .transform((value) => value as Day);
const amount = z.union([z.string(), z.bigint()]).transform((value) => toCents(BigInt(value)));
const vat = z.object({
  category: z.enum(["S", "E", "AE", "K", "G", "O", "Z"]),
  rate: z.int().transform((value) => value as Rate),
  exemption: text.nullable(),
});
const claimGroup = z.object({ vat, net: amount, tax: amount });
const reference = z.object({ number: text, issueDate: day });

export const deductionsSchema: z.ZodType<readonly Deduction[]> = z.array(
  z.object({
    invoiceId: text.transform((value) => value as InvoiceId),
    number: text,
    issueDate: day,
    groups: z.array(claimGroup),
  }),
) as z.ZodType<readonly Deduction[]>;

const extras = z.object({
  deliveryDate: day.nullable(),
  purchaseOrder: text.max(100, "field.tooLong"),
  note: text.max(4000, "field.tooLong"),
  language: z.enum(["fr", "en"]),
  paymentDays: z.int().min(0).max(99).nullable().optional(),
  period: z
    .object({ start: typedDay, end: typedDay })
    .refine(({ start, end }) => start <= end, { message: "field.periodBackwards", path: ["end"] })
    .nullable()
    .optional(),
});

export const invoiceContentSchema: z.ZodType<InvoiceContent> = z.unknown().transform((value, context) => {
  const content = contentSchema.safeParse(value);
  const rest = extras.safeParse(value);
  for (const result of [content, rest]) {
    if (!result.success)
      for (const issue of result.error.issues)
        context.addIssue({ code: "custom", path: issue.path, message: issue.message, input: value });
  }
  return content.success && rest.success ? { ...content.data, ...rest.data } : z.NEVER;
}) as z.ZodType<InvoiceContent>;

export const sellerSchema = z.object({
  legalName: text,
  legalForm: text,
  siren: text,
  siret: text,
  vatNumber: text,
  rcs: text,
  street: text,
  postalCode: text,
  city: text,
  country: text,
  email: text,
  phone: text,
  iban: text,
  bic: text,
  activityCode: text,
  tradeName: text,
  trade: text,
  activityEmail: text,
  activityPhone: text,
  accentColour: text,
  logoHash: text.nullable(),
  activityFooter: text,
});

export const buyerSchema = z.object({
  kind: z.enum(["company", "individual"]),
  name: text,
  contactName: text,
  siren: text.nullable(),
  siret: text.nullable(),
  vatNumber: text.nullable(),
  email: text,
  street: text,
  postalCode: text,
  city: text,
  country: text,
  electronicAddress: text,
  buyerReference: text,
});

const frozenSchema = z.object({
  version: z.literal(1),
  kind: z.enum(["invoice", "deposit", "final", "credit_note"]),
  creditsDeposit: z.boolean(),
  number: text,
  issueDate: day,
  dueDate: day,
  title: text,
  seller: sellerSchema,
  buyer: buyerSchema,
  content: invoiceContentSchema,
  deductions: deductionsSchema,
  claim: z.array(claimGroup.extend({ taxOnReceipt: amount })),
  optionForDebits: z.boolean(),
  quote: reference.nullable(),
  credited: reference.nullable(),
  footer: text,
  conditions: text,
  paid: z
    .object({ on: day, method: z.enum(PAYMENT_METHODS as [PaymentMethod, ...PaymentMethod[]]), reference: text })
    .nullable()
    .optional(),
});

/** Reads a frozen document from our own table. Throws when the row is not one (a defect). */
export function readFrozenInvoice(stored: unknown): FrozenInvoice {
  return frozenSchema.parse(stored) as FrozenInvoice;
}
