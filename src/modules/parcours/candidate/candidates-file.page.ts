import { dayIn } from "#kernel/day.ts";
import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { traceReading } from "#platform/http/trace-reading.ts";
import { day } from "#ui/format.ts";
import type { Route } from "./+types/candidates-file.page";
import { en as candidateEn } from "./candidate.en.ts";
import { fr as candidateFr } from "./candidate.fr.ts";
import { mayReceiveCandidates } from "./candidate.policy.ts";
import { en } from "./candidate-screen.en.ts";
import { fr } from "./candidate-screen.fr.ts";
import { type CandidateLine, listedCandidates } from "./listed-candidates.store.ts";
import { en as tradeEn } from "./trade.en.ts";
import { fr as tradeFr } from "./trade.fr.ts";

/** The list of candidates as a file, with the rights and the filters of the page. */
export function loader(args: Route.LoaderArgs) {
  const { search, searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const refusal = mayReceiveCandidates(reader.actor);
    if (refusal) return refusal;
    const french = reader.language === "fr";
    const [screen, words] = [french ? fr : en, french ? candidateFr : candidateEn];
    const trades: Readonly<Record<string, string>> = french ? tradeFr : tradeEn;
    const label = (list: Readonly<Record<string, string>>, key: string) => list[key] ?? "";
    const { fields } = words;
    const columns: FileColumn<CandidateLine>[] = [
      { header: fields.lastName, value: (row) => row.lastName },
      { header: fields.firstName, value: (row) => row.firstName },
      { header: screen.status, value: (row) => words.statuses[row.status] },
      { header: fields.email, value: (row) => row.email },
      { header: fields.phone, value: (row) => row.phone },
      { header: fields.city, value: (row) => row.city },
      { header: fields.trade, value: (row) => label(trades, row.trade) },
      { header: fields.situation, value: (row) => label(words.situations, row.situation) },
      { header: fields.prescriber, value: (row) => row.prescriber },
      { header: fields.heard, value: (row) => label(words.channels, row.heard) },
      { header: screen.meeting, value: (row) => (row.meetingOn === null ? null : day(row.meetingOn)) },
      { header: screen.follower, value: (row) => row.follower },
      { header: screen.createdAt, value: (row) => day(dayIn(row.createdAt, reader.timeZone)) },
      { header: screen.lastContactAt, value: (row) => day(dayIn(row.lastContactAt, reader.timeZone)) },
    ];
    const { rows } = await listedCandidates(reader, search);
    await traceReading(reader, "parcours.candidate.export", {
      subjectKind: "parcours.candidate",
      subjectId: reader.organizationId,
      details: { count: rows.length },
    });
    return tableFile(fileFormat(searchParams), screen.file, columns, rows);
  });
}
