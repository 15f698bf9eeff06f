/** Front door of sales: commands, and reads that other modules may use. */

export { createCustomer, namedCustomer } from "./customer/save-customer.command.ts";
export { creditInvoice } from "./invoice/credit-invoice.command.ts";
export { findInvoice, invoicesStill } from "./invoice/invoice.store.ts";
export {
  type InvoiceRow,
  listInvoices,
  receivables,
} from "./invoice/invoice-list.store.ts";
export { invoiceQuote } from "./invoice/invoice-quote.command.ts";
export { issueInvoice } from "./invoice/issue-invoice.command.ts";
export { lastIssueDays } from "./invoice/last-issue.store.ts";
export { returnInvoice, submitInvoice } from "./invoice/review-invoice.command.ts";
export { type SaleOfQuote, salesOfQuote } from "./invoice/sales-of-quote.store.ts";
export { saveInvoice } from "./invoice/save-invoice.command.ts";
export { sendInvoice } from "./invoice/send-invoice.command.ts";
export { recordPayment } from "./payment/record-payment.command.ts";
export { acceptQuote, declineQuote, markQuoteSent } from "./quote/answer-quote.command.ts";
export { quotesStill } from "./quote/quote.store.ts";
export { type QuoteToInvoice, quotesToInvoice } from "./quote/quote-to-invoice.store.ts";
export { submitQuote } from "./quote/review-quote.command.ts";
export { saveQuote } from "./quote/save-quote.command.ts";
export { validateQuote } from "./quote/validate-quote.command.ts";
export { queueOf } from "./review/waiting.store.ts";
export { saveSalesSettings } from "./setup/save-sales-settings.command.ts";
export { SALES_STAFF } from "./staff.ts";
