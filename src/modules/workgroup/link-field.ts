import { z } from "zod";

/** The address of a page, whole, or nothing. */
export const webAddress = () =>
  z
    .string("field.website")
    .trim()
    .max(400, "field.tooLong")
    .regex(/^(https?:\/\/\S+\.\S+)?$/, "field.website")
    .default("");
