import type { fr } from "./printable.fr.ts";

type Words<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends readonly string[]
      ? readonly string[]
      : Words<T[K]>;
};

export const en: Words<typeof fr> = {
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  kinds: { quote: "Quote", invoice: "Invoice", creditNote: "Credit note", depositInvoice: "Deposit invoice" },
  draft: "Draft",
  facts: {
    issueDate: "Date",
    dueDate: "To pay by",
    validUntil: "Valid until",
    deliveryDate: "Delivered or done on",
    period: "Period",
    purchaseOrder: "Your order",
    buyerReference: "Your reference",
    contract: "Contract",
    quote: "Quote",
    precedingInvoice: "Original invoice",
    precedingInvoices: "Original invoices",
  },
  to: { quote: "For", invoice: "Billed to", creditNote: "For", depositInvoice: "Billed to" },
  deliveredTo: "Delivered to",
  columns: {
    name: "Description",
    quantity: "Quantity",
    unitPriceNet: "Unit price",
    unitPriceGross: "Unit price incl. VAT",
    vat: "VAT",
    amountNet: "Amount",
    amountGross: "Amount incl. VAT",
  },
  discount: "Discount",
  subtotal: "Subtotal",
  vatLabels: {
    Z: "0%",
    E: "Exempt",
    AE: "Reverse",
    K: "Intra-EU",
    G: "Export",
    O: "Out of scope",
  },
  vatTable: { rate: "Rate", taxable: "Net amount", tax: "VAT" },
  totals: {
    linesNet: "Total of lines excl. VAT",
    linesGross: "Total of lines incl. VAT",
    net: "Total excl. VAT",
    tax: "VAT",
    gross: "Total incl. VAT",
    deposit: "Deposit {number} of {date}",
    payment: "Received on {date}",
    due: { quote: "Total to pay", invoice: "Amount due", creditNote: "Total credited", depositInvoice: "Amount due" },
    left: "Left to pay",
    settled: "Paid, thank you",
  },
  payment: {
    title: "How to pay",
    holder: "Account holder",
    iban: "IBAN",
    bic: "BIC",
    reference: "Reference",
    codeHelp: "Transfer already filled in: scan this code with your bank’s application.",
    codeAlt: "Code to scan to pay {amount} by transfer",
    schedule: { quote: "Payment schedule", invoice: "Due dates", creditNote: "Due dates", depositInvoice: "Due dates" },
  },
  signature: {
    title: "Agreed",
    text: "Date, name, and signature preceded by “Agreed”.",
    accepted: "Accepted on {date} by {name}",
  },
  conditions: "General conditions",
  siren: "SIREN",
  siret: "SIRET",
  vatNumber: "VAT",
  ape: "APE",
  page: "Page {page} of {pages}",
  by: "An activity of",
  logo: "Logo of {name}",
  busy: "Many are printing. Try again in a moment.",
};
