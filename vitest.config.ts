import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const STORIES = "src/stories/global-setup.ts";
const RUNS = { pool: "forks" as const, maxWorkers: 2, testTimeout: 30_000, hookTimeout: 120_000 };

/** What must hold on a PostgreSQL of one's own too: who sees what, who waits for whom, what a backup gives back. */
const ON_A_SERVER = [
  "src/testing/catalogue/{isolation,schema}.test.ts",
  "src/modules/sales/invoice/issue-invoice.test.ts",
  "src/modules/sales/quote/validate-quote.test.ts",
  "src/modules/sales/payment/letter-settled.test.ts",
  "src/modules/ledger/entry/{post-entry,manual-entry}.test.ts",
  "src/modules/ledger/{balance,opening}/*.test.ts",
  "src/modules/ledger/fec/fec.store.test.ts",
  "src/modules/ledger/fiscal-year/close-fiscal-year.test.ts",
  "src/modules/ledger/reconciliation/reconcile.test.ts",
  "src/modules/contribution/rule/adopt-rule.test.ts",
  "src/modules/contribution/run/post-run.test.ts",
  "src/modules/membership/**/*.command.test.ts",
  "src/platform/outbox/*.test.ts",
  "src/platform/session/identity.test.ts",
  "src/operator/backup.test.ts",
  "src/stories/server/*.test.ts",
];

/**
 * The stories share one world. What only looks at it, or undoes what it does, comes before what changes it: the sizes
 * of the files, vitest's order where no earlier run is remembered, say nothing of that.
 */
const FIRST = ["acting", "reading", "gates", "network-reading", "network-acting", "writing"];

class WorldOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = FIRST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`) && moduleId.includes("/rights/"));
      return place === -1 ? FIRST.length : place;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    ...RUNS,
    sequence: { sequencer: WorldOrder },
    projects: [
      {
        test: {
          name: "code",
          include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
          exclude: ["src/stories/**", "src/platform/database/embedded/**"],
          globalSetup: ["src/testing/global-setup.ts"],
          ...RUNS,
        },
      },
      {
        test: {
          name: "durability",
          include: ["src/platform/database/embedded/**/*.test.ts", "src/stories/durability/**/*.test.ts"],
          ...RUNS,
          maxWorkers: 1,
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: "stories",
          include: ["src/stories/**/*.test.ts"],
          exclude: ["src/stories/durability/**", "src/stories/server/**"],
          globalSetup: existsSync(STORIES) ? [STORIES] : [],
          ...RUNS,
          maxWorkers: 1,
          testTimeout: 900_000,
          // A page answers when it can: as long as the browser's own patience.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      // Only where a PostgreSQL is installed: the folder of its programs ("/usr/lib/postgresql/15/bin").
      ...(process.env.ESSAIM_TEST_POSTGRESQL
        ? [
            {
              test: {
                name: "server",
                include: ON_A_SERVER,
                globalSetup: ["src/testing/installed-setup.ts"],
                ...RUNS,
                testTimeout: 300_000,
              },
            },
          ]
        : []),
    ],
  },
});
