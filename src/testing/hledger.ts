import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** An accounting program that knows nothing of ours (Debian's package). Without it, `npm test` says what it left out. */
export const hledgerPresent = spawnSync("hledger", ["--version"]).status === 0;

/** The balance that hledger finds for each account of a journal ("706:ACT01" → "-1234.56 EUR"); zero balances left out. */
export async function balancesByHledger(journal: string): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "essaim-hledger-"));
  try {
    const file = join(folder, "essaim.journal");
    await writeFile(file, journal);
    const { stdout } = await promisify(execFile)(
      "hledger",
      ["-f", file, "balance", "--flat", "-O", "csv", "--no-total"],
      { env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" }, maxBuffer: 1 << 26 },
    );
    const [, ...rows] = stdout.trim().split("\n");
    return new Map(rows.map((row) => row.replaceAll('"', "").split(",") as [string, string]));
  } finally {
    await rm(folder, { recursive: true });
  }
}
