import { z } from "zod";
import type { FieldCode } from "#platform/http/field.fr.ts";

const code = (value: FieldCode) => value;

/** The address of a page, whole, or nothing. */
export const webAddress = () =>
  z
    .string(code("field.website"))
    .trim()
    .max(400, code("field.tooLong"))
    .regex(/^(https?:\/\/\S+\.\S+)?$/, code("field.website"))
    .default("");
