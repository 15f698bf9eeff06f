import type { TestProject } from "vitest/node";
import { makeDataFolder, removeDataFolders } from "./harness/folder.ts";
import { makeWorld } from "./harness/make-world.ts";
import { killPrograms } from "./harness/program.ts";
import { ensureBuilt, startServer, stopServer } from "./harness/server.ts";
import type { World } from "./harness/world.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The served application, its log-ins (password: PASSWORD of harness/world.ts) and the identifiers of its things. */
    world: World;
  }
}

/** One application for the stories: built when needed, on data of its own, with two cooperatives at work. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stop = async () => {
    await killPrograms();
    await removeDataFolders();
  };
  try {
    ensureBuilt();
    const server = await startServer(await makeDataFolder(), { arguments: ["--empty"] });
    project.provide("world", await makeWorld(server.data, server.baseUrl));
    return async () => {
      await stopServer(server).finally(stop);
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
