import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const STORIES = "src/stories/global-setup.ts";
const RUNS = { pool: "forks" as const, maxWorkers: 2, testTimeout: 30_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    ...RUNS,
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
          exclude: ["src/stories/durability/**"],
          globalSetup: existsSync(STORIES) ? [STORIES] : [],
          ...RUNS,
          maxWorkers: 1,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
