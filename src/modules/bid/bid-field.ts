/** Fields that several acts of bids read the same way. Pure. */
import { z } from "zod";
import { toCents } from "#kernel/money.ts";
import { parseSiren } from "#modules/membership/index.server.ts";

/** Cents before tax, up to a billion euros. */
export const euros = () =>
  z
    .union([z.bigint(), z.string().regex(/^\d{1,12}$/, "field.amount")])
    .transform(BigInt)
    .refine((cents) => cents >= 0n && cents <= 100_000_000_000n, "field.amount")
    .transform(toCents);

const spaceless = z.string().transform((text) => text.replace(/\s/g, ""));

/** Who is billed is named by a SIREN that holds. */
export const sirenText = () => spaceless.refine((text) => parseSiren(text) !== null, "bid.siren");

/** The same, or nothing. */
export const optionalSiren = () =>
  spaceless.default("").refine((text) => text === "" || parseSiren(text) !== null, "bid.siren");
