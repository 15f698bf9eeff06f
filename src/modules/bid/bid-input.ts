/** Fields that several acts of bids read the same way. Pure. */
import { z } from "zod";
import { parseSiren } from "#modules/membership/index.server.ts";
import { centsText } from "#platform/field.ts";

/** Cents before tax, up to a billion euros. */
export const euros = () => centsText(100_000_000_000n);

const spaceless = z.string().transform((text) => text.replace(/\s/g, ""));

/** Who is billed is named by a SIREN that holds. */
export const sirenText = () => spaceless.refine((text) => parseSiren(text) !== null, "bid.siren");

/** The same, or nothing. */
export const optionalSiren = () =>
  spaceless.default("").refine((text) => text === "" || parseSiren(text) !== null, "bid.siren");
