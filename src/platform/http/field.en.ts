import type { fr } from "./field.fr.ts";

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

export const en: Words<typeof fr> = {
  fields: {
    "field.required": "Fill in this field.",
    "field.choose": "Choose one of the options.",
    "field.tooLong": "This is too long. Shorten it a little.",
    "field.tooShort": "This is too short.",
    "field.number": "Write a number.",
    "field.wholeNumber": "Write a whole number.",
    "field.tooLarge": "This number is too large.",
    "field.negative": "Write a positive number.",
    "field.amount": "Write an amount, for example 1,250.50.",
    "field.quantity": "Write a quantity, for example 1.5.",
    "field.percent": "Write a percentage, for example 5.5.",
    "field.day": "Write a date, for example 15/03/2026.",
    "field.month": "Choose a month, for example March 2026.",
    "field.email": "Write a whole e-mail address, for example name@example.org.",
    "field.phone": "Write a telephone number, for example 06 12 34 56 78.",
    "field.siren": "A SIREN has 9 digits. Check these on annuaire-entreprises.data.gouv.fr.",
    "field.siret": "A SIRET has 14 digits. Check these on annuaire-entreprises.data.gouv.fr.",
    "field.vatNumber": "This VAT number does not hold. Example: FR40303265045.",
    "field.iban": "This IBAN does not hold. Copy it again from your bank details.",
    "field.bic": "A BIC has 8 or 11 letters and digits, for example AGRIFRPP882.",
    "field.postalCode": "Write a postal code, for example 29200.",
    "field.country": "Choose a country from the list.",
    "field.colour": "Choose a colour like #0b5c55.",
    "field.paleColour": "This colour is too pale: it could not be read on white.",
    "field.account": "Write an account number of the chart of accounts, for example 706000.",
    "field.unit": "Choose a unit from the list.",
    "field.exemption": "Say why there is no VAT.",
    "field.timeZone": "Choose a time zone from the list.",
    "field.code": "Use 2 to 12 capital letters and digits.",
    "field.slug": "Use 1 to 40 small letters, digits and hyphens.",
    "field.other": "This value does not fit.",
  },
  refusals: {
    "input.invalid": "Some fields need another look.",
    "input.keyReused": "This form was already sent with other content. Reload the page before you start again.",
    "access.notMember": "You have no access to this cooperative.",
  },
};
