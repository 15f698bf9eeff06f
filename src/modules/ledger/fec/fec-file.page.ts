import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { readTenant, requireSignedIn } from "#platform/http/tenant.ts";
import { listJournals } from "../account/account.store.ts";
import type { fr as entryFr } from "../entry/entry.fr.ts";
import { listFiscalYears } from "../fiscal-year/fiscal-year.store.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import type { Route } from "./+types/fec-file.page";
import { fecExport, fecTotals, journalEntries } from "./fec.store.ts";
import { fecFileName } from "./fec-line.ts";
import { describeFec } from "./fec-writer.ts";
import { writeHledgerJournal } from "./hledger-journal.ts";

/** The FEC of a fiscal year as a stream (flat memory whatever its size), its description, or the same for hledger. */
export async function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const signedIn = requireSignedIn(args);
  const found = await readTenant(args, async ({ app, tx, actor, organizationId, today }) => {
    if (!mayKeepBooks(actor, "exportFec")) return refuse<keyof typeof entryFr.refusals>("forbidden", "entry.forbidden");
    const asked = parseId(parameters.get("exercice"));
    const year = (await listFiscalYears(tx, organizationId)).find((candidate) => candidate.id === asked);
    if (!year) return refuse<keyof typeof entryFr.refusals>("missing", "entry.missing");
    const { siren, legalName } = await app.legalIdentity(tx, organizationId);
    const totals = await fecTotals(tx, organizationId, year.id);
    const activities = new Map(
      (await app.activityNames(tx, organizationId, "all")).map((item) => [
        item.id,
        { code: item.code, label: item.name },
      ]),
    );
    const journals = await listJournals(tx, organizationId);
    return { app, organizationId, year, siren, legalName, totals, activities, journals, today };
  });
  const { app, organizationId, year, siren, legalName, totals, activities, journals, today } = found;
  const name = fecFileName(siren, year.end);
  const scope = { organizationId, userId: signedIn.userId };
  if (parameters.get("forme") === "notice") {
    const text = describeFec({
      siren,
      legalName,
      start: year.start,
      end: year.end,
      writtenOn: today,
      journals,
      software: "Essaim",
      ...totals,
    });
    return download(`${name.replace(".txt", "")}-notice.txt`, new Response(text).body as ReadableStream<Uint8Array>);
  }
  const write = (tx: Tx) =>
    parameters.get("forme") === "hledger"
      ? writeHledgerJournal(journalEntries(tx, organizationId, year.id, activities))
      : fecExport(tx, organizationId, year.id, activities);
  return download(
    parameters.get("forme") === "hledger" ? `${name.replace(".txt", "")}.journal` : name,
    streamed((push) =>
      withTenant(app.database, scope, async (tx) => {
        for await (const chunk of write(tx)) await push(chunk);
      }),
    ),
  );
}

function download(name: string, body: ReadableStream<Uint8Array>): Response {
  return new Response(body, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}

/** Bytes as they are made, no faster than they are read. A failure cuts the download: a half file never looks whole. */
function streamed(
  make: (push: (chunk: string | Uint8Array) => Promise<void>) => Promise<void>,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  make((chunk) => writer.write(typeof chunk === "string" ? encoder.encode(chunk) : chunk)).then(
    () => writer.close(),
    (error: unknown) => writer.abort(error),
  );
  return readable;
}
