import { fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import { readRegister } from "../associate/register.store.ts";
import { mayKeepShares } from "../governance.policy.ts";
import type { Route } from "./+types/movements-file.page";
import { en } from "./share.en.ts";
import { fr } from "./share.fr.ts";
import { allMovements } from "./share.store.ts";

/** Every movement of shares as a file, in the order of their day. */
export async function loader(args: Route.LoaderArgs) {
  const format = fileFormat(new URL(args.request.url).searchParams);
  const { rows, language } = await readTenant(args, async ({ tx, actor, organizationId, today, language }) => {
    const refusal = mayKeepShares(actor);
    if (refusal) return refusal;
    const register = await readRegister(tx, organizationId, today);
    const names = new Map(register.map(({ id, number, name }) => [id, `${number} ${name}`]));
    const moves = await allMovements(tx, organizationId);
    return { rows: moves.map((move) => ({ ...move, name: names.get(move.associateId) ?? "" })), language };
  });
  const words = language === "fr" ? fr : en;
  return tableFile<(typeof rows)[number]>(
    format,
    words.movementsFile,
    [
      { header: words.day, value: (row) => day(row.effectOn) },
      { header: words.associate, value: (row) => row.name },
      { header: words.kind, value: (row) => words.kinds[row.kind] },
      { header: words.count, value: (row) => (row.shares === 0 ? "" : String(row.shares)) },
      { header: words.amount, value: (row) => ({ amount: row.amount }) },
      { header: words.note, value: (row) => row.reason },
    ],
    rows,
  );
}
