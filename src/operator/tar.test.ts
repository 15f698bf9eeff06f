import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readArchive, writeArchive } from "./archive.entry.ts";
import { readTarHeader, tarHeader } from "./tar.ts";

const folder = mkdtempSync(join(tmpdir(), "essaim-archive-"));
afterEach(() => rmSync(join(folder, "a.tar.gz"), { force: true }));

async function* files() {
  yield { name: "essaim.json", content: Buffer.from("{}") };
  yield { name: "tables/ledger.entry/000001.copy", content: Buffer.alloc(100_003, "é\n") };
  yield { name: "empty", content: Buffer.alloc(0) };
  yield { name: "block", content: Buffer.alloc(512, 7) };
}

test("le programme tar de la machine lit l'archive", async () => {
  const path = join(folder, "a.tar.gz");
  await writeArchive(path, files(), 1_790_000_000);
  const listed = execFileSync("tar", ["tzf", path], { encoding: "utf8" }).trim().split("\n");
  expect(listed).toEqual(["essaim.json", "tables/ledger.entry/000001.copy", "empty", "block"]);
  const content = execFileSync("tar", ["xzOf", path, "tables/ledger.entry/000001.copy"], { maxBuffer: 1e6 });
  expect(content.equals(Buffer.alloc(100_003, "é\n"))).toBe(true);
});

test("ce qui est écrit se relit, et une archive du programme tar se lit aussi", async () => {
  const path = join(folder, "a.tar.gz");
  await writeArchive(path, files(), 1_790_000_000);
  const read: [string, number][] = [];
  for await (const file of readArchive(path)) read.push([file.name, file.content.length]);
  expect(read).toEqual([
    ["essaim.json", 2],
    ["tables/ledger.entry/000001.copy", 100_003],
    ["empty", 0],
    ["block", 512],
  ]);
  writeFileSync(join(folder, "essaim.json"), "[1]");
  execFileSync("tar", ["--format=ustar", "-czf", path, "-C", folder, "essaim.json"]);
  for await (const file of readArchive(path)) expect(file.content.toString()).toBe("[1]");
});

test("une archive coupée ou abîmée est refusée, jamais lue à moitié en silence", async () => {
  const path = join(folder, "a.tar.gz");
  await writeArchive(path, files(), 1_790_000_000);
  const whole = readFileSync(path);
  for (const damaged of [whole.subarray(0, whole.length - 30), Buffer.from("pas une archive"), Buffer.alloc(0)]) {
    writeFileSync(path, damaged);
    await expect(
      (async () => {
        for await (const file of readArchive(path)) expect(file.name).toBeTruthy();
      })(),
    ).rejects.toThrow();
  }
});

test("un en-tête abîmé est vu par sa somme, un nom trop long est refusé", () => {
  const header = tarHeader("essaim.json", 12, 0);
  expect(readTarHeader(header)).toEqual({ name: "essaim.json", size: 12 });
  header[0] = 0x66;
  expect(() => readTarHeader(header)).toThrow();
  expect(() => tarHeader("a".repeat(101), 1, 0)).toThrow();
  expect(readTarHeader(Buffer.alloc(512))).toBeNull();
});
