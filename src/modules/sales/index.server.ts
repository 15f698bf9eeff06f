/** Front door of sales: reads that other modules may use. */
export {
  type InvoiceRow,
  listInvoices,
  listSubmitted,
  receivables,
} from "./invoice/invoice-list.store.ts";
