/** What an issued document will say for ever, copied from the records of the day. */

import type { Day } from "#kernel/day.ts";
import type {
  DocumentReference,
  FrozenBuyer,
  FrozenInvoice,
  FrozenSeller,
  InvoiceContent,
  PaidAtIssue,
} from "./frozen-invoice.ts";
import type { Deduction, InvoiceKind } from "./invoice.ts";
import type { FrozenClaimGroup } from "./invoice-entry.ts";

/** The legal identity of the cooperative, as membership gives it. */
export type SellerRecord = Omit<
  FrozenSeller,
  | "activityCode"
  | "tradeName"
  | "trade"
  | "activityEmail"
  | "activityPhone"
  | "accentColour"
  | "logoHash"
  | "activityFooter"
> & { readonly accentColour: string };

export type ActivityRecord = {
  readonly code: string;
  readonly name: string;
  readonly trade: string;
  readonly email: string;
  readonly phone: string;
  readonly accentColour: string | null;
  readonly logoHash: string | null;
  readonly footer: string;
  readonly conditions: string;
};

/** Those of the cooperative, then those of the activity. */
export function conditionsOf(settings: { readonly conditions: string }, activity: ActivityRecord): string {
  return [settings.conditions, activity.conditions].filter((text) => text.trim() !== "").join("\n\n");
}

/** The seller as its documents print it: the cooperative sells, the activity signs. */
export function freezeSeller(organization: SellerRecord, activity: ActivityRecord): FrozenSeller {
  return {
    legalName: organization.legalName,
    legalForm: organization.legalForm,
    siren: organization.siren,
    siret: organization.siret,
    vatNumber: organization.vatNumber,
    rcs: organization.rcs,
    street: organization.street,
    postalCode: organization.postalCode,
    city: organization.city,
    country: organization.country,
    email: organization.email,
    phone: organization.phone,
    iban: organization.iban,
    bic: organization.bic,
    activityCode: activity.code,
    tradeName: activity.name,
    trade: activity.trade,
    activityEmail: activity.email,
    activityPhone: activity.phone,
    accentColour: activity.accentColour ?? organization.accentColour,
    logoHash: activity.logoHash,
    activityFooter: activity.footer,
  };
}

export function freezeBuyer(buyer: FrozenBuyer): FrozenBuyer {
  return {
    kind: buyer.kind,
    name: buyer.name,
    contactName: buyer.contactName,
    siren: buyer.siren,
    siret: buyer.siret,
    vatNumber: buyer.vatNumber,
    email: buyer.email,
    street: buyer.street,
    postalCode: buyer.postalCode,
    city: buyer.city,
    country: buyer.country,
    electronicAddress: buyer.electronicAddress,
    buyerReference: buyer.buyerReference,
  };
}

export type ToFreeze = {
  readonly invoice: { readonly kind: InvoiceKind; readonly title: string; readonly content: InvoiceContent };
  readonly organization: SellerRecord;
  readonly activity: ActivityRecord;
  readonly buyer: FrozenBuyer;
  readonly settings: { readonly footer: string; readonly conditions: string };
  readonly issueDate: Day;
  readonly dueDate: Day;
  readonly deductions: readonly Deduction[];
  readonly claim: readonly FrozenClaimGroup[];
  readonly debits: boolean;
  readonly quote: DocumentReference | null;
  readonly credited: FrozenInvoice | null;
  readonly paid: PaidAtIssue | null;
};

/** Everything but the number, which is taken last. */
export function freezeDocument(parts: ToFreeze): Omit<FrozenInvoice, "number"> {
  const { invoice, credited } = parts;
  return {
    version: 1,
    kind: invoice.kind,
    creditsDeposit: credited?.kind === "deposit",
    issueDate: parts.issueDate,
    dueDate: parts.dueDate,
    title: invoice.title,
    seller: freezeSeller(parts.organization, parts.activity),
    buyer: freezeBuyer(parts.buyer),
    content: invoice.content,
    deductions: parts.deductions,
    claim: parts.claim,
    optionForDebits: parts.debits,
    quote: parts.quote,
    credited: credited === null ? null : { number: credited.number, issueDate: credited.issueDate },
    footer: parts.settings.footer,
    conditions: conditionsOf(parts.settings, parts.activity),
    ...(parts.paid === null ? {} : { paid: parts.paid }),
  };
}
