/** What a new line starts with, from what was last sold: to this customer, else by this activity. */

import type { CatalogueItem, LineDefaults } from "./document-form-edit.ts";
import { FIRST_DEFAULTS } from "./document-form-edit.ts";
import type { LineVat, Nature } from "./line.ts";
import { vatKey } from "./vat-key.ts";

export type LastLine = {
  readonly vat: LineVat;
  readonly unit: string;
  readonly nature: Nature;
  readonly account: string;
};

export function habitsOf(last: LastLine | null | undefined): LineDefaults {
  if (!last) return FIRST_DEFAULTS;
  return { vat: vatKey(last.vat), unit: last.unit, nature: last.nature, account: last.account };
}

/** The habits of a customer, else those of any other customer, else those of the first article of the catalogue. */
export function habitsFor(
  customerId: string,
  customers: readonly { readonly id: string; readonly last: LastLine | null }[],
  catalogue: readonly CatalogueItem[] = [],
): LineDefaults {
  const own = customers.find((customer) => customer.id === customerId)?.last;
  const other = customers.find((customer) => customer.last !== null)?.last;
  return habitsOf(own ?? other ?? catalogue[0]);
}
