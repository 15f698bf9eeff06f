import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Day } from "#kernel/day.ts";
import { fecExport, fecTotals, listFiscalYears, listJournals } from "#modules/ledger/index.server.ts";
import { describeFec, fecFileName } from "#modules/ledger/index.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { findCooperative, type OperatorDatabase } from "./open-application.entry.ts";
import { OperatorError, say } from "./say.entry.ts";

export type FecAsked = { readonly slug: string; readonly year: string; readonly out: string; readonly today: Day };

/** Writes the FEC of a fiscal year and its description in a folder. The year is that of its last day. */
export async function exportFec({ app, reader }: OperatorDatabase, asked: FecAsked): Promise<number> {
  const { organizationId, siren, name: legalName } = await findCooperative(reader, asked.slug);
  await withTenant(app, { organizationId, userId: null }, async (tx) => {
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
  });
  return 0;
}
