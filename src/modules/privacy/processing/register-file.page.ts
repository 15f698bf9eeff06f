import { dayIn } from "#kernel/day.ts";
import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import { rulesOf } from "../retention/retention.store.ts";
import type { Route } from "./+types/register-file.page";
import { en } from "./processing.en.ts";
import { fr } from "./processing.fr.ts";
import { mayKeepRegister } from "./processing.policy.ts";
import { type Kept, registerOf } from "./processing.store.ts";
import { retentionText } from "./retention-text.ts";

/** The register as a file: what an inspector asks for. */
export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readTenant(args, async ({ tx, actor, organizationId, language, timeZone }) => {
    const refusal = mayKeepRegister(actor);
    if (refusal) return refusal;
    const words = language === "fr" ? fr : en;
    const { fields } = words;
    const { rules } = await rulesOf(tx, organizationId);
    const columns: FileColumn<Kept>[] = [
      { header: fields.name, value: (row) => row.name },
      { header: fields.purpose, value: (row) => row.purpose },
      { header: fields.basis, value: (row) => words.bases[row.basis] },
      { header: fields.basisDetail, value: (row) => row.basisDetail },
      { header: fields.persons, value: (row) => row.persons },
      { header: fields.data, value: (row) => row.data },
      { header: fields.recipients, value: (row) => row.recipients },
      { header: fields.transfers, value: (row) => row.transfers || words.noTransfer },
      { header: fields.retention, value: (row) => retentionText(row, rules, language) },
      { header: fields.security, value: (row) => row.security },
      { header: words.version, value: (row) => (row.version === 0 ? words.house : String(row.version)) },
      { header: words.when, value: (row) => (row.at === null ? null : day(dayIn(row.at, timeZone))) },
      { header: words.ended, value: (row) => (row.ended ? words.ended : null) },
    ];
    return tableFile(fileFormat(searchParams), words.file, columns, await registerOf(tx, organizationId, language));
  });
}
