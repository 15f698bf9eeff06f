import { fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import { mayKeepShares } from "../governance.policy.ts";
import type { Route } from "./+types/register-file.page";
import { en } from "./associate.en.ts";
import { fr } from "./associate.fr.ts";
import { registerRows } from "./register-rows.store.ts";

/** The register as a file, those who left included. */
export async function loader(args: Route.LoaderArgs) {
  const format = fileFormat(new URL(args.request.url).searchParams);
  const { rows, language } = await readTenant(args, async (reader) => {
    const refusal = mayKeepShares(reader.actor);
    if (refusal) return refusal;
    return { rows: await registerRows(reader), language: reader.language };
  });
  const words = language === "fr" ? fr : en;
  type Row = (typeof rows)[number];
  const text = (header: string, value: (row: Row) => string) => ({ header, value });
  return tableFile<Row>(
    format,
    words.file,
    [
      text(words.number, (row) => String(row.number)),
      text(words.name, (row) => row.name),
      text(words.siren, (row) => row.siren),
      text(words.college, (row) => row.college),
      text(words.status, (row) => words.statuses[row.status]),
      text(words.decisions.admit, (row) => (row.admittedOn === null ? "" : day(row.admittedOn))),
      text(words.leaveOn, (row) => (row.leftOn === null ? "" : day(row.leftOn))),
      text(words.shares, (row) => String(row.position.shares)),
      { header: words.subscribed, value: (row) => ({ amount: row.position.subscribed }) },
      { header: words.unpaid, value: (row) => ({ amount: row.position.unpaid }) },
      { header: words.toRefund, value: (row) => ({ amount: row.position.toRefund }) },
    ],
    rows,
  );
}
