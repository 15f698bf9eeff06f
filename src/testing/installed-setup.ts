import type { TestProject } from "vitest/node";
import { startInstalledServer } from "#platform/testing/installed-server.ts";
import { prepareTemplate } from "./global-setup.ts";

/** The same template on the PostgreSQL that the machine has, for the suites that `npm test` runs on it too. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startInstalledServer(process.env.ESSAIM_TEST_POSTGRESQL ?? "");
  try {
    await prepareTemplate(server.admin);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("adminConnection", server.admin);
  return () => server.stop();
}
