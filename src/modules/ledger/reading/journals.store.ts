import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/http/tenant.ts";
import type { BooksFilter } from "./books-frame.view.tsx";
import { type JournalEntry, journalEntries } from "./lines.store.ts";
import { askedBooks } from "./read-books.store.ts";

/** The entries that an address asks for, the latest first, cut to what the person may read and to `most` of them. */
export async function readJournals(
  reader: Reader,
  address: string,
  most: number,
): Promise<{ readonly filter: BooksFilter; readonly rows: readonly JournalEntry[]; readonly cut: boolean } | Refusal> {
  const asked = await askedBooks(reader, address);
  if (isRefusal(asked)) return asked;
  const { filter, scope } = asked;
  const journal = (new URL(address).searchParams.get("journal") ?? "").replace(/[^A-Z0-9]/g, "").slice(0, 8);
  const rows = await journalEntries(reader.tx, {
    organizationId: reader.organizationId,
    scope,
    account: "",
    from: filter.from,
    until: filter.until,
    limit: most + 1,
    journal,
  });
  return { filter, rows: rows.slice(0, most), cut: rows.length > most };
}
