/** The legal identity of a cooperative, as a form gives it: each number checked and made compact. */

import { z } from "zod";
import type { House } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type InvalidInput, invalidInput } from "#platform/command.ts";
import { colourText, optionalEmail, optionalPhone, optionalText, requiredText } from "#platform/field.ts";
import type { FieldCode } from "#platform/http/field.fr.ts";
import { parseBic, parseFrenchVatNumber, parseIban, parseSiren, parseSiret, vatNumberOf } from "./legal-number.ts";
import type { OrganizationRefusalCode } from "./organization.fr.ts";
import { proposedColour, TIME_ZONES } from "./organization.ts";

/** A text that a reader makes compact, or refuses with a code; nothing is allowed. */
function readOptional(max: number, parse: (text: string) => string | null, code: FieldCode) {
  return optionalText(max).transform((text, context) => {
    const value = text === "" ? "" : parse(text);
    if (value === null) context.addIssue({ code: "custom", message: code });
    return value ?? z.NEVER;
  });
}

export const identityFields = {
  legalName: requiredText(200),
  /** "SCOP SARL à capital variable" (C. com. R123-237). */
  legalForm: optionalText(120),
  /** Nine digits; "" for an informal network alone. */
  siren: readOptional(20, parseSiren, "field.siren"),
  /** Of the head office. */
  siret: readOptional(25, parseSiret, "field.siret"),
  /** "": derived from the SIREN. */
  vatNumber: readOptional(25, parseFrenchVatNumber, "field.vatNumber"),
  /** "Brest 732 829 320": the register and its number. */
  rcs: optionalText(120),
  street: optionalText(200),
  postalCode: optionalText(10),
  city: optionalText(100),
  email: optionalEmail(),
  phone: optionalPhone(),
  iban: readOptional(50, parseIban, "field.iban"),
  bic: readOptional(20, parseBic, "field.bic"),
  timeZone: z.enum(TIME_ZONES, "field.timeZone" satisfies FieldCode).default("Europe/Paris"),
  accentColour: colourText().default("#0b5c55"),
};

export type IdentityInput = z.infer<z.ZodObject<typeof identityFields>>;

/**
 * Why the numbers do not go together, or the colour cannot be read; null when all is well. A cooperative has its numbers;
 * a network may be an informal family of cooperatives, without any.
 */
export function checkIdentity(
  identity: IdentityInput,
  house: House,
): Refusal<OrganizationRefusalCode> | InvalidInput | null {
  if (house === "cae") {
    const missing = (["siren", "siret"] as const).filter((field) => identity[field] === "");
    if (missing.length > 0) return invalidInput(Object.fromEntries(missing.map((field) => [field, "field.required"])));
  }
  if (!identity.siret.startsWith(identity.siren)) {
    return refuse("invalid", "organization.siretOfOther", {}, "siret");
  }
  if (identity.vatNumber !== "" && !identity.vatNumber.endsWith(identity.siren)) {
    return refuse("invalid", "organization.vatOfOther", {}, "vatNumber");
  }
  const proposal = proposedColour(identity.accentColour);
  if (proposal !== null) {
    return refuse("invalid", "organization.paleColour", { proposal }, "accentColour");
  }
  return null;
}

/** The columns that hold it. */
export function columnsOfIdentity(identity: IdentityInput, house: House) {
  return {
    legal_name: identity.legalName,
    legal_form: identity.legalForm,
    siren: identity.siren,
    siret: identity.siret,
    vat_number:
      identity.vatNumber === "" && identity.siren !== "" && house === "cae"
        ? vatNumberOf(identity.siren)
        : identity.vatNumber,
    rcs: identity.rcs,
    street: identity.street,
    postal_code: identity.postalCode,
    city: identity.city,
    email: identity.email,
    phone: identity.phone,
    iban: identity.iban,
    bic: identity.bic,
    time_zone: identity.timeZone,
    accent_colour: identity.accentColour,
  };
}
