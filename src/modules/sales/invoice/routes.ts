import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const invoiceRoutes: RouteConfigEntry[] = [
  route("factures", "modules/sales/invoice/invoices.page.tsx"),
  route("factures/telecharger", "modules/sales/invoice/invoices-file.page.ts"),
  route("factures/nouvelle", "modules/sales/invoice/invoice-edit.page.tsx", { id: "invoice-new" }),
  route("factures/:invoiceId", "modules/sales/invoice/invoice.page.tsx"),
  route("factures/:invoiceId/modifier", "modules/sales/invoice/invoice-edit.page.tsx"),
  route("paiements", "modules/sales/payment/payments.page.tsx"),
  route("paiements/telecharger", "modules/sales/payment/payments-file.page.ts"),
  route("paiements/:paymentId", "modules/sales/payment/payment.page.ts"),
  route("factures/:invoiceId/pdf", "modules/sales/invoice/invoice-pdf.page.ts"),
];
