import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { isAlive } from "#platform/database/embedded/postmaster.ts";
import { startTestServer, sweepAbandoned } from "./database-server.ts";

describe("Le serveur des tests", () => {
  test("est jetable et rapide, et ne laisse rien derrière lui", async () => {
    const server = await startTestServer("");
    const client = new pg.Client(server.admin);
    await client.connect();
    expect((await client.query("show fsync")).rows).toEqual([{ fsync: "off" }]);
    await client.end();
    const folder = server.admin.host.replace(/\/socket$/, "");
    await server.stop();
    await expect(stat(folder)).rejects.toThrow("ENOENT");
  });

  test("peut être celui qu'on désigne", async () => {
    const { admin } = await startTestServer("postgres://marie:secret@db.example:5433/postgres");
    expect(admin).toMatchObject({ host: "db.example", port: 5433, user: "marie", database: "postgres" });
    await expect(startTestServer("pas une adresse")).rejects.toThrow("ESSAIM_TEST_DATABASE_URL");
  });

  test("abandonné par des tests tués, il est arrêté par les suivants", async () => {
    const program = `
      import { startTestServer } from ${JSON.stringify(new URL("./database-server.ts", import.meta.url).href)};
      const { admin } = await startTestServer("");
      const { default: pg } = await import("pg");
      const client = new pg.Client(admin);
      await client.connect();
      const { rows } = await client.query("select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid");
      console.log(JSON.stringify({ pid: rows[0].pid, host: admin.host }));`;
    const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(createInterface(child.stdout), "line");
    const { pid, host } = JSON.parse(line) as { pid: number; host: string };
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await isAlive(pid)).toBe(true);
    await sweepAbandoned();
    expect(await isAlive(pid)).toBe(false);
    await expect(stat(host)).rejects.toThrow("ENOENT");
  });
});
