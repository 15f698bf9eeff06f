import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type ClamdDouble, EICAR, openClamdDouble } from "../testing/clamd-double.ts";
import { openScanner, type ScannerSettings, scannerVersion } from "./scanner.ts";

let double: ClamdDouble;
const settings = (more: Partial<ScannerSettings> = {}): ScannerSettings => ({
  ...{ address: double.address, whenAway: "refuse", maxBytes: 500_000, timeoutMs: 150, ...more },
});
const scan = (bytes: Uint8Array, more: Partial<ScannerSettings> = {}) => openScanner(settings(more)).scan([bytes]);

beforeEach(async () => {
  double = await openClamdDouble();
});
afterEach(() => double.close());

it("un fichier sain passe, le fichier d’essai EICAR est nommé, par TCP et par un socket", async () => {
  expect(EICAR).toHaveLength(68);
  const path = join(mkdtempSync(join(tmpdir(), "essaim-clamd-")), "clamd.ctl");
  const local = await openClamdDouble({ path });
  for (const address of [double.address, local.address]) {
    expect(await scan(new TextEncoder().encode("bonjour"), { address })).toBe("clean");
    expect(await scan(EICAR, { address })).toEqual({ infected: "Eicar-Test-Signature" });
    expect(await scan(new Uint8Array(), { address })).toBe("clean");
  }
  expect(local.asked).toEqual(["INSTREAM 7", "INSTREAM 68", "INSTREAM 0"]);
  expect(await scannerVersion(settings())).toContain("ClamAV 1.4.6");
  await local.close();
});

it("un gros fichier part par morceaux, entier ; au-delà de ce que l’antivirus lit, il n’est pas vérifié", async () => {
  expect(await scan(new Uint8Array(400_000).fill(7))).toBe("clean");
  expect(double.asked).toEqual(["INSTREAM 400000"]);
  expect(await scan(new Uint8Array(600_000))).toBe("unchecked");
  // The daemon's own limit is lower than ours: it says so while the file is still being sent.
  expect(await scan(new Uint8Array(9_000_000), { maxBytes: 10_000_000, timeoutMs: 2_000 })).toBe("unchecked");
});

it("muet, coupé, autre chose, absent : pas de verdict, jamais un fichier sain", async () => {
  double.next.push("silence", "hangup", "nonsense");
  for (let time = 0; time < 3; time += 1) expect(await scan(EICAR)).toBe("unchecked");
  await double.close();
  expect(await scan(EICAR)).toBe("unchecked");
  await expect(scannerVersion(settings())).rejects.toThrow();
  expect(await openScanner(null).scan([EICAR])).toBe("clean");
});
