import { visibleActivities } from "#kernel/actor.ts";
import { dayIn } from "#kernel/day.ts";
import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import type { Route } from "./+types/outgoing-file.page";
import { en } from "./outgoing.en.ts";
import { fr } from "./outgoing.fr.ts";
import { listOutgoing, type OutgoingMail, outgoingFilters } from "./outgoing.store.ts";
import { mailState } from "./outgoing.ts";

const MOST = 100_000;

/** The outgoing box as a file, with the rights and the filters of the page. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const format = fileFormat(parameters);
  return readTenant(args, async ({ tx, actor, organizationId, timeZone, language }) => {
    const words = language === "fr" ? fr : en;
    const { rows } = await listOutgoing(tx, {
      organizationId,
      activities: visibleActivities(actor),
      ...outgoingFilters(parameters),
      limit: MOST,
    });
    const columns: FileColumn<OutgoingMail>[] = [
      { header: words.date, value: (row) => day(dayIn(row.at, timeZone)) },
      { header: words.to, value: (row) => row.recipient },
      { header: words.subject, value: (row) => row.subject },
      { header: words.document, value: (row) => row.documentNumber },
      { header: words.state, value: (row) => words.states[mailState(row)] },
      { header: words.sentOn, value: (row) => (row.sentAt === null ? null : day(dayIn(row.sentAt, timeZone))) },
    ];
    return tableFile(format, "boite-d-envoi", columns, rows);
  });
}
