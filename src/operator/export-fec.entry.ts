import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Day } from "#kernel/day.ts";
import { fecExport, fecTotals, listFiscalYears, listJournals } from "#modules/ledger/index.server.ts";
import { countOf, describeFec, fecFileName, validateFec } from "#modules/ledger/index.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { findCooperative, type OperatorDatabase } from "./open-application.entry.ts";
import { complain, OperatorError, say } from "./say.entry.ts";

export type FecAsked = { readonly slug: string; readonly year: string; readonly out: string; readonly today: Day };

/**
 * Writes the FEC of a fiscal year and its description in a folder, then reads the file again as a controller would.
 * The year is that of its last day. Exit code: 1 when the file has a fault.
 */
export async function exportFec({ app, reader }: OperatorDatabase, asked: FecAsked): Promise<number> {
  const { organizationId, siren, name: legalName } = await findCooperative(reader, asked.slug);
  return withTenant(app, { organizationId, userId: null }, async (tx) => {
    const year = (await listFiscalYears(tx, organizationId)).find((candidate) => candidate.end.startsWith(asked.year));
    if (!year) throw new OperatorError("fecNoYear", { year: asked.year });
    const totals = await fecTotals(tx, organizationId, year.id);
    const activities = new Map(
      (await activitiesOf(tx, organizationId, "all")).map(({ id, code, name }) => [id, { code, label: name }]),
    );
    await mkdir(asked.out, { recursive: true });
    const file = join(asked.out, fecFileName(siren, year.end));
    await pipeline(
      Readable.from(fecExport(tx, organizationId, year.id, activities)),
      createWriteStream(file, { mode: 0o600 }),
    );
    const description = file.replace(/\.txt$/, "-notice.txt");
    const journals = await listJournals(tx, organizationId);
    const { start, end } = year;
    const facts = { siren, legalName, start, end, writtenOn: asked.today, journals, software: "Essaim", ...totals };
    await writeFile(description, describeFec(facts), { mode: 0o600 });
    say("fecDone", { file, lines: String(totals.lines), description });
    const fileName = basename(file);
    const report = await validateFec(createReadStream(file), { fileName, siren, start, end, today: asked.today });
    const errors = countOf(report, "error");
    if (errors > 0) complain("fecFaults", { count: errors, line: report.faults[0]?.line ?? 0 });
    return errors > 0 ? 1 : 0;
  });
}
