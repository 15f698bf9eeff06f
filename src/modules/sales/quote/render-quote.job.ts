import { dayIn } from "#kernel/day.ts";
import type { App } from "#platform/app.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { recordFile } from "#platform/files/file-store.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { printDocument } from "#platform/pdf/printer.ts";
import { loadLogo } from "../document/logo.store.ts";
import { findQuote, setQuotePdf } from "./quote.store.ts";
import type { QuoteId } from "./quote.ts";
import { printableQuote } from "./quote-print.ts";

/** The PDF of a validated quote. Idempotent: the same words give the same bytes, kept under the name of their content. */
export async function renderQuote(app: App, event: OutboxEvent): Promise<void> {
  const { organizationId } = event;
  const scope = { organizationId, userId: null };
  const quoteId = event.payload.quoteId as QuoteId;
  const { frozen, logo } = await withTenant(app.database, scope, async (tx) => {
    const quote = await findQuote(tx, organizationId, quoteId, dayIn(app.clock(), "UTC"));
    if (quote?.frozen == null) throw new Error(`quote ${quoteId} is not validated`);
    return { frozen: quote.frozen, logo: await loadLogo(tx, app.files, organizationId, quote.frozen.seller.logoHash) };
  });
  const bytes = await printDocument(printableQuote(frozen, logo));
  const hash = await app.files.put(bytes);
  await withTenant(app.database, scope, async (tx) => {
    const file = { hash, mediaType: "application/pdf", name: `${frozen.number}.pdf`, size: bytes.byteLength };
    await recordFile(tx, organizationId, file, app.clock());
    await setQuotePdf(tx, organizationId, quoteId, hash);
  });
}
