/** Reads what was typed of a customer, in a form, a file or one box. Its checks are for the server: they are heavy. */

import { COUNTRIES } from "../facturx/code-list.ts";
import {
  type CustomerField,
  type CustomerFieldCode,
  type CustomerRecord,
  type CustomerText,
  REFERRERS,
} from "./customer.ts";
import { inUnion, readSiren, readSiret, readVatNumber } from "./identity-number.ts";

const LONGEST: Readonly<Partial<Record<CustomerField, number>>> = {
  name: 200,
  contactName: 200,
  email: 254,
  phone: 40,
  street: 300,
  postalCode: 20,
  city: 120,
  electronicAddress: 125,
  buyerReference: 100,
  note: 4000,
};

/** An address that a letter may reach. Mailboxes are proved by the mail that arrives, not by a pattern. */
const EMAIL = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/;

export type CustomerReading =
  | { readonly customer: CustomerRecord }
  | { readonly errors: Readonly<Record<string, CustomerFieldCode>> };

/** Reads what was typed: the customer to keep, or one code for each field that is wrong. */
export function readCustomer(text: CustomerText): CustomerReading {
  const errors: Record<string, CustomerFieldCode> = {};
  const fail = (field: CustomerField, code: CustomerFieldCode) => {
    errors[field] ??= code;
  };
  const value = (field: CustomerField) => text[field].trim();
  for (const [field, longest] of Object.entries(LONGEST)) {
    if (value(field as CustomerField).length > longest) fail(field as CustomerField, "customer.tooLong");
  }
  const kind = value("kind") === "individual" ? "individual" : "company";
  const country = value("country") === "" ? "FR" : value("country").toUpperCase();
  if (!COUNTRIES.has(country)) fail("country", "customer.country");
  if (value("name") === "") fail("name", kind === "company" ? "customer.companyName" : "customer.personName");
  if (value("email") !== "" && !EMAIL.test(value("email"))) fail("email", "customer.email");
  const numbers = kind === "company" ? readNumbers(value, country, fail) : NO_NUMBERS;
  checkAddress(value, country, fail);
  const electronicAddress = value("electronicAddress");
  if (electronicAddress !== "") {
    // BR-FR-21 and 23: the address begins with the SIREN; letters, digits and four signs.
    const mine = numbers.siren !== null && electronicAddress.startsWith(numbers.siren);
    if (!mine || !/^[A-Za-z0-9+\-_.]+$/.test(electronicAddress))
      fail("electronicAddress", "customer.electronicAddress");
  }
  if (!REFERRERS.some((one) => one === value("referredBy"))) fail("referredBy", "customer.referredBy");
  const days = value("paymentDays");
  // C. com. L441-10: sixty days at most from the date of the invoice.
  if (days !== "" && !(/^\d{1,2}$/.test(days) && Number(days) <= 60)) fail("paymentDays", "customer.paymentDays");
  if (Object.keys(errors).length > 0) return { errors };
  return {
    customer: {
      kind,
      name: value("name"),
      ...numbers,
      contactName: value("contactName"),
      email: value("email"),
      phone: value("phone"),
      street: value("street"),
      postalCode: value("postalCode"),
      city: value("city"),
      country,
      electronicAddress,
      buyerReference: value("buyerReference"),
      paymentDays: days === "" ? null : Number(days),
      note: value("note"),
      referredBy: REFERRERS.find((one) => one === value("referredBy")) ?? "",
    },
  };
}

type Numbers = Pick<CustomerRecord, "siren" | "siret" | "vatNumber">;
const NO_NUMBERS: Numbers = { siren: null, siret: null, vatNumber: null };
type Read = (field: CustomerField) => string;
type Fail = (field: CustomerField, code: CustomerFieldCode) => void;

/**
 * A French company is named by its SIREN (CGI ann. II art. 242 nonies A I 1°): given, or read from its SIRET.
 * The box of the SIRET takes a SIREN too, since people have one or the other at hand.
 */
function readNumbers(value: Read, country: string, fail: Fail): Numbers {
  const siret = readSiret(value("siret"));
  const inSiretBox = siret === null ? readSiren(value("siret")) : null;
  if (value("siret") !== "" && siret === null && inSiretBox === null) fail("siret", "customer.siret");
  const typed = value("siren") === "" ? inSiretBox : readSiren(value("siren"));
  if (value("siren") !== "" && typed === null) fail("siren", "customer.siren");
  const siren = typed ?? siret?.slice(0, 9) ?? null;
  const other = siret?.slice(0, 9) ?? inSiretBox;
  if (other !== null && typed !== null && other !== typed) fail("siret", "customer.siretOfOther");
  if (country === "FR" && value("siren") === "" && value("siret") === "") fail("siret", "customer.sirenMissing");
  const vatNumber = value("vatNumber") === "" ? null : readVatNumber(value("vatNumber"), country);
  if (value("vatNumber") !== "" && vatNumber === null) fail("vatNumber", "customer.vatNumber");
  if (country === "FR" && vatNumber !== null && siren !== null && vatNumber.slice(4) !== siren) {
    fail("vatNumber", "customer.vatOfOther");
  }
  return { siren, siret, vatNumber };
}

/** An address is whole or not given: half of one is a slip. Issuing an invoice asks for a whole one. */
function checkAddress(value: Read, country: string, fail: Fail): void {
  const given = value("street") !== "" || value("postalCode") !== "" || value("city") !== "";
  if (!given) return;
  if (value("street") === "") fail("street", "customer.street");
  if (value("city") === "") fail("city", "customer.city");
  if (value("postalCode") === "" && country === "FR") fail("postalCode", "customer.postalCode");
  if (country === "FR" && value("postalCode") !== "" && !/^\d{5}$/.test(value("postalCode").replace(/\s/g, ""))) {
    fail("postalCode", "customer.postalCode");
  }
}

/**
 * What one box says about a customer: « nom, SIRET ou n° TVA ». A number that holds good fills its own field
 * (a French VAT number and a SIRET give the SIREN too); anything else is a name.
 */
export function guessCustomer(query: string): Partial<Record<CustomerField, string>> {
  const siret = readSiret(query);
  if (siret !== null) return { siret, siren: siret.slice(0, 9) };
  const siren = readSiren(query);
  if (siren !== null) return { siren };
  const prefix = /^\s*([A-Za-z]{2})/.exec(query)?.[1]?.toUpperCase() ?? "";
  const country = prefix === "EL" ? "GR" : prefix;
  const vatNumber = inUnion(country) ? readVatNumber(query, country) : null;
  if (vatNumber === null) return { name: query.trim().slice(0, 200) };
  return country === "FR" ? { vatNumber, siren: vatNumber.slice(4) } : { vatNumber, country };
}
