/** Front door of sales for pure code: words and badges of its documents. */
export { type DocumentContent, serviceLine } from "./document/line.ts";
export { computeTotals } from "./document/totals.ts";
export { en as invoiceEn } from "./invoice/invoice.en.ts";
export { fr as invoiceFr } from "./invoice/invoice.fr.ts";
export { signed } from "./invoice/invoice.ts";
export { invoiceBadge } from "./invoice/invoice-badge.ts";
export { DEFAULT_VALIDITY_DAYS, type QuoteId } from "./quote/quote.ts";
export { reviewHref, type Waiting } from "./review/waiting.ts";
