import PizZip from "pizzip";
import { seesActivity } from "#kernel/actor.ts";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { csvText, type FileColumn } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { traceReading } from "#platform/http/trace-reading.ts";
import { day } from "#ui/format.ts";
import type { Route } from "./+types/portability.page";
import { en } from "./portability.en.ts";
import { fr } from "./portability.fr.ts";
import {
  type PortableCustomer,
  type PortableDocument,
  portableCustomers,
  portableDocuments,
} from "./portable.store.ts";

/** One archive is made in memory: beyond, the lists alone. */
const MOST_BYTES = 200_000_000;

/**
 * What an entrepreneur takes along when leaving, in one archive: their customers, their quotes and invoices, and the PDFs
 * (C. trav. L7331-2 f, RGPD art. 20). For the people of the activity and the support team that reaches it.
 */
export async function loader(args: Route.LoaderArgs) {
  const found = await readTenant(args, async (reader) => {
    const { tx, actor, organizationId, app, language } = reader;
    const activityId = parseId<"activity">(args.params.activityId);
    if (activityId === null || !seesActivity(actor, activityId)) return refuse("missing", "customer.missing");
    const [activity] = await activitiesOf(tx, organizationId, new Set([activityId]));
    if (activity === undefined) return refuse("missing", "customer.missing");
    await traceReading(reader, "sales.activity.export", { subjectKind: "membership.activity", subjectId: activityId });
    return {
      files: app.files,
      name: activity.code,
      words: language === "fr" ? fr : en,
      customers: await portableCustomers(tx, organizationId, activityId),
      documents: await portableDocuments(tx, organizationId, activityId),
    };
  });
  const { words, customers, documents } = found;
  const zip = new PizZip();
  zip.file(`${words.customers}.csv`, csvText(customerColumns(words), customers));
  const kept = new Map<PortableDocument, string>();
  let size = 0;
  for (const document of documents) {
    const bytes = document.pdfHash === null ? null : await found.files.get(document.pdfHash);
    if (bytes === null) continue;
    size += bytes.length;
    if (size > MOST_BYTES) break;
    const path = `${words.folder}/${document.number}.pdf`;
    zip.file(path, bytes, { binary: true, compression: "STORE" });
    kept.set(document, path);
  }
  if (size > MOST_BYTES) zip.file(words.readMe, words.tooMuch);
  zip.file(`${words.documents}.csv`, csvText(documentColumns(words, kept), documents));
  const archive = zip.generate({ type: "uint8array", compression: "DEFLATE" });
  return new Response(new Uint8Array(archive), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${found.name}.zip"`,
      "cache-control": "private, no-store",
    },
  });
}

type Words = {
  readonly [K in keyof typeof fr]: K extends "kinds" | "referrers" ? Readonly<Record<string, string>> : string;
};

function customerColumns(words: Words): FileColumn<PortableCustomer>[] {
  return [
    { header: words.name, value: (row) => row.name },
    { header: words.type, value: (row) => (row.kind === "company" ? words.company : words.individual) },
    { header: "SIREN", value: (row) => row.siren },
    { header: "SIRET", value: (row) => row.siret },
    { header: words.vatNumber, value: (row) => row.vatNumber },
    { header: words.contact, value: (row) => row.contactName },
    { header: words.email, value: (row) => row.email },
    { header: words.phone, value: (row) => row.phone },
    { header: words.street, value: (row) => row.street },
    { header: words.postalCode, value: (row) => row.postalCode },
    { header: words.city, value: (row) => row.city },
    { header: words.country, value: (row) => row.country },
    { header: words.referredBy, value: (row) => words.referrers[row.referredBy] ?? "" },
  ];
}

function documentColumns(words: Words, kept: ReadonlyMap<PortableDocument, string>): FileColumn<PortableDocument>[] {
  return [
    { header: words.type, value: (row) => words.kinds[row.kind] ?? row.kind },
    { header: words.number, value: (row) => row.number },
    { header: words.issued, value: (row) => day(row.issueDate) },
    { header: words.due, value: (row) => (row.dueDate === null ? "" : day(row.dueDate)) },
    { header: words.customer, value: (row) => row.customer },
    { header: words.title, value: (row) => row.title },
    { header: words.net, value: (row) => ({ amount: row.net }) },
    { header: words.tax, value: (row) => ({ amount: row.tax }) },
    { header: words.gross, value: (row) => ({ amount: row.gross }) },
    { header: words.settled, value: (row) => ({ amount: row.settled }) },
    { header: words.file, value: (row) => kept.get(row) ?? "" },
  ];
}
