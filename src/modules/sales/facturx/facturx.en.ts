import type { fr } from "./facturx.fr.ts";

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

export const en: Words<typeof fr> = {
  mentions: {
    PMT: "recovery costs",
    PMD: "late penalties",
    AAB: "discount for early payment",
    TXD: "tax",
    BAR: "processing of the document",
  },
  refusals: {
    "facturx.number.characters":
      "The number {number} holds a character that is refused. Keep letters without accent, digits and the signs + - _ /.",
    "facturx.number.tooLong": "The number {number} is longer than {limit} characters. Shorten the number template.",
    "facturx.date.outOfRange": "The date {date} is not between 2000 and 2099. Correct it.",
    "facturx.dueDate.beforeIssue":
      "The due date ({dueDate}) is before the date of the document ({issueDate}). Choose a later one.",
    "facturx.period.backwards": "The period ends ({end}) before it starts ({start}).",
    "facturx.note.missing": "The mention “{mention}” is missing. The cooperative sets it in its legal mentions.",
    "facturx.note.repeated": "The mention “{mention}” is there {count} times. It must be there once.",
    "facturx.note.processing": "The processing “{value}” does not exist. Choose B2B, B2BINT, B2C or OUTOFSCOPE.",
    "facturx.note.consumer": "{buyer} is a private person: the document must be processed as a sale to a consumer.",
    "facturx.note.consumerIndemnity":
      "The €40 indemnity does not apply to a private person. Remove it from the mentions of this document.",
    "facturx.preceding.missing": "A credit note must name the invoice it cancels or corrects, with its date.",
    "facturx.preceding.one": "A corrected invoice replaces one invoice only: name it.",
    "facturx.preceding.number":
      "The number {number} of the original invoice holds a character that is refused, or is too long.",
    "facturx.process.final": "A deposit cannot be a final invoice.",
    "facturx.process.paid":
      "This document is marked “already paid”, but {due} is left to pay. Record the whole payment.",
    "facturx.process.paidDate": "This document is marked “already paid”: give the date of the payment.",
    "facturx.seller.name": "The legal name of the cooperative is missing.",
    "facturx.seller.siren": "The SIREN of the cooperative must have 9 digits.",
    "facturx.seller.siret": "The SIRET of the cooperative must have 14 digits and start with its SIREN.",
    "facturx.seller.vatNumber": "The VAT number of the cooperative must start with its country, for instance FR.",
    "facturx.seller.electronicAddress":
      "The electronic invoicing address of the cooperative is missing or holds a character that is refused.",
    "facturx.seller.address": "The address of the cooperative is missing.",
    "facturx.buyer.name": "The name of the customer is missing.",
    "facturx.buyer.siren": "The SIREN of {buyer} is missing (9 digits). Complete the customer’s page.",
    "facturx.buyer.siret": "The SIRET of {buyer} must have 14 digits and start with its SIREN.",
    "facturx.buyer.vatNumber": "The VAT number of {buyer} must start with its country, for instance FR.",
    "facturx.buyer.vatNumberMissing":
      "{buyer} must pay the VAT in your place: their VAT number is needed. Complete the customer’s page.",
    "facturx.buyer.electronicAddress":
      "The electronic invoicing address of {buyer} is missing or holds a character that is refused.",
    "facturx.buyer.directoryAddress":
      "The electronic invoicing address of {buyer} must start with their SIREN. Complete the customer’s page.",
    "facturx.buyer.email": "The e-mail address of {buyer} cannot be read: {email}.",
    "facturx.buyer.address": "The address of {buyer} is missing. Complete the customer’s page.",
    "facturx.country": "The country “{country}” is not a known country code.",
    "facturx.delivery.missing":
      "For a delivery to another country of the Union, give the date and the country of delivery.",
    "facturx.lines.missing": "Add at least one line to invoice.",
    "facturx.line.id": "Two lines carry the mark {id}.",
    "facturx.line.name": "Say what you invoice on line {line}.",
    "facturx.line.unit": "The unit “{unit}” of line {line} is not known. Choose one from the list.",
    "facturx.line.unitPrice":
      "The unit price of line {line} is negative. Use a negative quantity and a positive price.",
    "facturx.amount.tooLong": "The number {value} is too large for an invoice.",
    "facturx.allowance.reason": "Say why you grant the discount of {amount}.",
    "facturx.payment.account": "A payment by transfer needs an IBAN. The cooperative sets it in its bank accounts.",
    "facturx.payment.means": "The means of payment “{code}” is not known.",
    "facturx.vat.rate": "The VAT rate of {rate} is not accepted in France.",
    "facturx.vat.zero": "An ordinary VAT rate cannot be 0%. Choose an exemption.",
    "facturx.vat.notZero": "A sale exempt from VAT or without VAT cannot carry a rate of {rate}.",
    "facturx.vat.exemptionMissing": "Say why there is no VAT: choose the case and its legal mention.",
    "facturx.vat.exemptionUnknown": "The exemption “{code}” is not known.",
    "facturx.vat.exemptionUseless": "A line with VAT carries no exemption.",
    "facturx.vat.exemptionCreditNote": "The exemption “{code}” is for credit notes only.",
    "facturx.vat.twoExemptions":
      "This document has two exemptions of the same kind. Make two documents, one for each exemption.",
    "facturx.vat.outOfScopeAlone":
      "A sale outside the scope of VAT cannot be on the same document as a sale with VAT. Make two documents.",
    "facturx.vat.breakdown": "The VAT table does not match the lines ({category} {rate}).",
    "facturx.vat.taxable": "The VAT base at {rate} is {given} whereas the lines give {computed}.",
    "facturx.vat.tax": "The VAT at {rate} is {given} whereas the base gives {computed}.",
    "facturx.total.lines": "The total of lines is {given} whereas they give {computed}.",
    "facturx.total.allowances": "The total of discounts is {given} whereas they give {computed}.",
    "facturx.total.net": "The total without VAT is {given} whereas the computation gives {computed}.",
    "facturx.total.tax": "The total of VAT is {given} whereas the computation gives {computed}.",
    "facturx.total.gross": "The total with VAT is {given} whereas the computation gives {computed}.",
    "facturx.total.due": "The amount due is {given} whereas the computation gives {computed}.",
  },
};
