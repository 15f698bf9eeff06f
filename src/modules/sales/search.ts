/** What sales brings to « Rechercher ou faire »: customers, invoices, quotes, by name, number or amount. */

import { visibleActivities } from "#kernel/actor.ts";
import type { Cents } from "#kernel/money.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { eur } from "#ui/format.ts";
import type { IconName } from "#ui/icon-name.ts";
import { findCustomersLike, findInvoicesLike, findQuotesLike } from "./search.store.ts";

/** What was typed, as the desk's search hands it over. */
export type SalesSearch = { readonly text: string; readonly amount: Cents | null; readonly digits: string | null };
export type SalesHit = {
  readonly key: string;
  readonly icon: IconName;
  readonly kind: string;
  readonly title: string;
  readonly detail?: string;
  readonly href: string;
};
type Provider = (reader: Reader, query: SalesSearch, limit: number) => Promise<readonly SalesHit[]>;

const KINDS = {
  fr: { customer: "Client", invoice: "Facture", quote: "Devis", draft: "Brouillon" },
  en: { customer: "Customer", invoice: "Invoice", quote: "Quote", draft: "Draft" },
} as const;

/** In the order in which they are shown. Each looks only among the activities that the reader sees. */
export const salesSearch: readonly Provider[] = [
  async ({ tx, organizationId, actor, slug, language }, query, limit) => {
    const found = await findCustomersLike(tx, organizationId, visibleActivities(actor), query, limit);
    return found.map((row) => ({
      key: `customer:${row.id}`,
      icon: "customers",
      kind: KINDS[language].customer,
      title: row.name,
      detail: [row.city, row.siren].filter(Boolean).join(" · ") || undefined,
      href: `/${slug}/clients/${row.id}`,
    }));
  },
  async ({ tx, organizationId, actor, slug, language }, query, limit) => {
    const found = await findInvoicesLike(tx, organizationId, visibleActivities(actor), query, limit);
    return found.map((row) => ({
      key: `invoice:${row.id}`,
      icon: "invoice",
      kind: KINDS[language].invoice,
      title: row.number ?? KINDS[language].draft,
      detail: [row.customerName, row.title, eur(row.gross, language)].filter(Boolean).join(" · "),
      href: `/${slug}/factures/${row.id}`,
    }));
  },
  async ({ tx, organizationId, actor, slug, language }, query, limit) => {
    const found = await findQuotesLike(tx, organizationId, visibleActivities(actor), query, limit);
    return found.map((row) => ({
      key: `quote:${row.id}`,
      icon: "quote",
      kind: KINDS[language].quote,
      title: row.number ?? KINDS[language].draft,
      detail: [row.customerName, row.title, eur(row.gross, language)].filter(Boolean).join(" · "),
      href: `/${slug}/devis/${row.id}`,
    }));
  },
];
