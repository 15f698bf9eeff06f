import type { Translation } from "#kernel/language.ts";
import type { fr } from "./customer.fr.ts";

export type CustomerWords = Translation<typeof fr>;

export const en: CustomerWords = {
  kinds: { company: "Company, association, public body", individual: "Private person" },
  referrers: {
    nobody: "Nobody, or I do not know",
    activity: "Another activity of the cooperative",
    cooperative: "Another cooperative",
  },
  fieldsOf: {
    kind: "This customer is a",
    name: "Name",
    siren: "SIREN",
    siret: "SIRET",
    vatNumber: "VAT number",
    contactName: "Contact person",
    email: "E-mail",
    phone: "Telephone",
    street: "Address",
    postalCode: "Postcode",
    city: "Town",
    country: "Country",
    electronicAddress: "Electronic invoicing address",
    buyerReference: "Reference to quote",
    paymentDays: "Days to pay",
    note: "Note for yourself",
    referredBy: "Recommended by",
  },
  fields: {
    "customer.tooLong": "This text is too long.",
    "customer.companyName": "Write your customer’s name.",
    "customer.personName": "Write your customer’s first and last name.",
    "customer.email": "This address is not complete. Write for example name@example.com.",
    "customer.country": "Choose a country from the list.",
    "customer.siren": "This SIREN does not add up. It has 9 digits: check them.",
    "customer.sirenMissing":
      "Your customer’s SIREN or SIRET is missing. It is on their papers or on annuaire-entreprises.",
    "customer.siret": "This number does not add up. A SIREN has 9 digits, a SIRET 14: check them.",
    "customer.siretOfOther": "This SIRET is not of this SIREN: its first 9 digits should be the same.",
    "customer.vatNumber": "This VAT number does not add up. Check its letters and digits.",
    "customer.vatOfOther": "This VAT number is not of this SIREN.",
    "customer.street": "Write the number and the street.",
    "customer.city": "Write the town.",
    "customer.postalCode": "Write the postcode, 5 digits.",
    "customer.electronicAddress": "This address begins with the SIREN, for example 732829320_ACHATS.",
    "customer.referredBy": "Write “Another activity of the cooperative” or “Another cooperative”, or nothing.",
    "customer.paymentDays": "Write a number of days between 0 and 60.",
  },
  refusals: {
    "customer.missing": "This customer does not exist, or you may not see it.",
    "customer.notAllowed": "You may not change this record. Ask your cooperative.",
    "customer.erased": "This card was erased: its retention period is over. Create a new card for this customer.",
    "customer.changedMeanwhile":
      "Somebody else changed this record while you were working on it. What you typed is kept here; reload to see the other version.",
    "customer.importHasErrors":
      "Nothing is imported. Lines to correct: {count}. Correct the file, or take the correct lines only.",
    "customer.importEmpty": "This file has no line to import.",
  },
};
