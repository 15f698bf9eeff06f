import { z } from "zod";
import {
  emailText,
  oneOf,
  optionalDay,
  optionalEmail,
  optionalPhone,
  optionalText,
  requiredText,
} from "#platform/field.ts";
import { CHANNELS, SITUATIONS } from "./candidate.ts";
import { fr as trades } from "./trade.fr.ts";

/** One of the values of a list, or nothing. */
const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.literal(""), oneOf(values)], "field.choose").default("");

/** What one may tell of oneself beside one's name and address. */
const toldFields = {
  phone: optionalPhone(),
  birthDate: optionalDay(),
  postalCode: optionalText(20),
  city: optionalText(100),
  trade: choice(Object.keys(trades) as [string, ...string[]]),
  project: optionalText(4000),
  situation: choice(SITUATIONS),
  prescriber: optionalText(200),
  heard: choice(CHANNELS),
  availability: optionalText(500),
  message: optionalText(4000),
};

const nameFields = { firstName: requiredText(100), lastName: requiredText(100) };

/** The public form: an address is needed to answer. */
export const publicFields = { ...nameFields, email: emailText(), ...toldFields };
/** By one's own link: the address is the one that the link was sent to. */
export const completedFields = { ...nameFields, ...toldFields };
/** What the team writes down after a call: perhaps without an address. */
export const staffFields = { ...nameFields, email: optionalEmail(), ...toldFields };
