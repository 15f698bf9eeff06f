/** `npm run bench`: every benchmark in turn, each in a process of its own, ratios measured side by side in one run. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;
const chosen = process.argv.slice(2);
const NOT_BENCHMARKS = new Set([
  "run.ts",
  "stage.ts",
  "bulk-entries.ts",
  "bulk-invoices.ts",
  "bulk-people.ts",
  "bulk-country.ts",
  "bulk-houses.ts",
  "bulk-sales.ts",
  "bulk-lots.ts",
  "bulk-quotes.ts",
  "bulk-network.ts",
  "bulk-convention.ts",
  "served.ts",
]);

for (const name of readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && !NOT_BENCHMARKS.has(file))
  .sort()) {
  if (chosen.length > 0 && !chosen.some((word) => name.includes(word))) continue;
  console.log(`\n${name.replace(".ts", "")}`);
  const result = spawnSync(process.execPath, ["--expose-gc", join(folder, name)], {
    stdio: "inherit",
    cwd: join(folder, ".."),
  });
  if (result.status !== 0) process.exitCode = 1;
}
