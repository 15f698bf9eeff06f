import type { Translation } from "#kernel/language.ts";
import type { fr } from "./setup.fr.ts";

export const en: Translation<typeof fr> = {
  title: "Settings of sales",
  lead: "They hold for the documents to come. Those already issued do not change.",
  numbers: "Invoice numbers",
  numberTemplate: "Number template",
  numberHelp:
    "{year}: the fiscal year · {seq:5}: the rank, with five digits at least · {activity}: the code of the activity.",
  example: "An invoice will be called {number}, for example.",
  scope: "One series of numbers",
  scopes: {
    cooperative: "for the whole cooperative",
    activity: "for each activity",
  },
  scopeHelp: "Keep the same choice all year: a series of numbers has no break.",
  payment: "Payment",
  paymentDays: "Payment delay proposed, in days",
  tolerance: "Difference accepted to settle an invoice",
  toleranceHelp: "More or less: the difference goes to a charge or an income.",
  vat: "VAT",
  vatOnDebitsSince: "Option for debits since",
  vatHelp: "Empty without the option: VAT on services is due when the money comes in (CGI, art. 269, 2).",
  texts: "Texts of documents",
  footer: "Foot of page",
  footerHelp: "500 characters at most.",
  conditions: "General conditions",
  conditionsHelp: "Printed at the end of each quote and invoice.",
  sample: "See a sample (PDF, new tab)",
  save: "Save",
  saved: "Settings of sales saved.",
  meanwhile: "What was saved meanwhile",
  refusals: {
    "salesSetup.templateSequence": "The template holds {seq:5} once, neither more nor less.",
    "salesSetup.templateYear": "The template holds {year}: the series begins again each year.",
    "salesSetup.templateActivity": "With a series for each activity, the template holds {activity}.",
    "salesSetup.templateCharacters": "A number has letters without accent, digits and + - _ / only.",
    "salesSetup.templateLong": "This template would give more than 20 characters: the administration refuses them.",
    "salesSetup.paymentDays": "Between two companies the delay goes from 0 to 60 days (C. com. L441-10).",
    "salesSetup.tolerance": "The difference accepted goes from 0 to 100 euros.",
  },
};
