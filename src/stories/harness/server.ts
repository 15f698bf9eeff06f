import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Program, startProgram } from "./program.ts";

export type RunningServer = {
  readonly baseUrl: string;
  readonly data: string;
  readonly program: Program;
  /** What it wrote for people, line by line. */
  readonly lines: readonly string[];
};

/** Builds the application when its sources have changed since. */
export function ensureBuilt(): void {
  const built = spawnSync(process.execPath, ["scripts/build.mjs"], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(`the build failed: ${built.stdout}${built.stderr}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** The built application on these data, as `npm start` runs it, once it answers. */
export async function startServer(
  data: string,
  options: { readonly arguments?: readonly string[]; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<RunningServer> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const lines: string[] = [];
  const program = startProgram(["build/server/index.js", "serve", ...(options.arguments ?? [])], {
    env: {
      NODE_ENV: "production",
      DATABASE_URL: undefined,
      ESSAIM_DATA: data,
      PORT: String(port),
      HOST: "127.0.0.1",
      ESSAIM_PUBLIC_URL: baseUrl,
      // Each visitor says its own address: so many a minute are let in from one.
      ESSAIM_TRUSTED_PROXIES: "127.0.0.1",
      ESSAIM_LOG: "json",
      ESSAIM_LOG_LEVEL: "warn",
      ...options.env,
    },
    onText: (line) => lines.push(line),
  });
  for (let waited = 0; ; waited += 100) {
    if (program.process.exitCode !== null || waited > 90_000) {
      throw new Error(`the application does not answer: ${program.complaints()}`);
    }
    const ready = await fetch(`${baseUrl}/readyz`).catch(() => null);
    if (ready?.ok) return { baseUrl, data, program, lines };
    await sleep(100);
  }
}

/** Ctrl-C: it ends its work, stops its database and leaves with 0. */
export async function stopServer({ program }: RunningServer): Promise<void> {
  program.process.kill("SIGTERM");
  const { code } = await program.ended;
  if (code !== 0) throw new Error(`the application ended with ${code}: ${program.complaints()}`);
}
