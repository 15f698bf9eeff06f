import { verifyLedger } from "#modules/ledger/index.server.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { listCooperatives, type OperatorDatabase } from "./open-application.entry.ts";
import { complain, say } from "./say.entry.ts";

/** Verifies the books of every cooperative and names the first broken link of each year. Exit code: 1 when one breaks. */
export async function verifyEveryLedger({ app, reader }: OperatorDatabase): Promise<number> {
  const cooperatives = await listCooperatives(reader);
  if (cooperatives.length === 0) say("verifyNone");
  let broken = 0;
  for (const { organizationId, name } of cooperatives) {
    const verdict = await withTenant(app, { organizationId, userId: null }, (tx) => verifyLedger(tx, organizationId));
    for (const fault of verdict.faults) {
      const number = fault.number === null ? "?" : String(fault.number);
      complain("verifyBroken", { cooperative: name, year: fault.fiscalYear, number, reason: fault.reason });
    }
    if (verdict.faults.length === 0) say("verifyGood", { cooperative: name, entries: String(verdict.entries) });
    broken += verdict.faults.length;
  }
  return broken === 0 ? 0 : 1;
}
