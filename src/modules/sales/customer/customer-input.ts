import { z } from "zod";
import { CUSTOMER_FIELDS, type CustomerField, type CustomerText } from "./customer.ts";

/** A customer as typed. Longer than any field may be, so that our own sentence says it is too long. */
export const customerTextSchema: z.ZodType<CustomerText> = z.object(
  Object.fromEntries(CUSTOMER_FIELDS.map((field) => [field, z.string().max(10_000).default("")])) as Record<
    CustomerField,
    z.ZodDefault<z.ZodString>
  >,
);
