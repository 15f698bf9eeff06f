/** Pieces of command inputs that the contribution's commands check the same way. */
import { z } from "zod";
import { type Month, parseMonth } from "#kernel/day.ts";

/** A month, "YYYY-MM". */
export const monthField = () =>
  z
    .string("field.month")
    .refine((value) => parseMonth(value) !== null, "field.month")
    .transform((value) => value as Month);
