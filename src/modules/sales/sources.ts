/** How the entries of sales are opened: the page of their document. */
export const salesSources: Readonly<Record<string, (id: string) => string>> = {
  "sales.invoice": (id) => `factures/${id}`,
  "sales.payment": (id) => `paiements/${id}`,
};
