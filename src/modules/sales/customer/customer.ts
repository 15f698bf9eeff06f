/** A customer of an activity: who is invoiced, where, and the numbers that name a company. */

import type { ActivityId, Id } from "#kernel/id.ts";
import type { Refusal } from "#kernel/refusal.ts";
import type { fr } from "./customer.fr.ts";

export type CustomerId = Id<"customer">;
export type CustomerRefusal = Refusal<keyof typeof fr.refusals>;
/** Why a field of a customer is refused: its sentence is in customer.fr.ts. */
export type CustomerFieldCode = keyof typeof fr.fields;

export type CustomerKind = "company" | "individual";

/** Who recommended the activity to them: nobody, another activity of the house, another cooperative. Never a name. */
export const REFERRERS = ["", "activity", "cooperative"] as const;
export type Referrer = (typeof REFERRERS)[number];

/** A customer as kept: numbers without spaces, empty text for what is unknown. */
export type CustomerRecord = {
  readonly kind: CustomerKind;
  readonly name: string;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly vatNumber: string | null;
  readonly contactName: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** ISO 3166. */
  readonly country: string;
  /** Address in the directory of e-invoicing when it is not the SIREN alone. */
  readonly electronicAddress: string;
  /** What the buyer asks to be recalled on invoices (BT-10). */
  readonly buyerReference: string;
  /** Days to pay; null follows the cooperative's own. */
  readonly paymentDays: number | null;
  readonly note: string;
  readonly referredBy: Referrer;
};

export type Customer = CustomerRecord & {
  readonly id: CustomerId;
  readonly activityId: ActivityId;
  readonly archived: boolean;
  /** Nothing is kept of somebody (RGPD art. 5.1.e): their card stays for its documents, and takes nothing any more. */
  readonly erased: boolean;
  readonly version: number;
};

/** The fields as typed, in a form or a file. */
export const CUSTOMER_FIELDS = [
  "kind",
  "name",
  "siren",
  "siret",
  "vatNumber",
  "contactName",
  "email",
  "phone",
  "street",
  "postalCode",
  "city",
  "country",
  "electronicAddress",
  "buyerReference",
  "paymentDays",
  "note",
  "referredBy",
] as const;
export type CustomerField = (typeof CUSTOMER_FIELDS)[number];
export type CustomerText = Readonly<Record<CustomerField, string>>;

/** True when an invoice could be addressed to them. */
export function hasAddress(customer: CustomerRecord): boolean {
  return customer.street !== "" && customer.postalCode !== "" && customer.city !== "";
}

export const BLANK_CUSTOMER: CustomerText = Object.fromEntries(
  CUSTOMER_FIELDS.map((field) => [field, field === "kind" ? "company" : field === "country" ? "FR" : ""]),
) as CustomerText;

/** A kept customer as its form shows it. */
export function customerText(customer: CustomerRecord): CustomerText {
  return {
    ...customer,
    siren: customer.siren ?? "",
    siret: customer.siret ?? "",
    vatNumber: customer.vatNumber ?? "",
    paymentDays: customer.paymentDays === null ? "" : String(customer.paymentDays),
  };
}

/** Reads a posted form or a row: unknown names are ignored, absent ones are empty. */
export function customerTextOf(value: (field: CustomerField) => string | null | undefined): CustomerText {
  return Object.fromEntries(CUSTOMER_FIELDS.map((field) => [field, value(field) ?? ""])) as CustomerText;
}
