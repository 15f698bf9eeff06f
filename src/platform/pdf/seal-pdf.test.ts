import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDF } from "@libpdf/core";
import { describe, expect, it } from "vitest";
import type { Instant } from "#kernel/day.ts";
import { toDay } from "#kernel/day.ts";
import type { PrintablePages } from "./printable-pages.ts";
import { renderPages } from "./render-pages.ts";
import { openSeal } from "./seal-pdf.ts";

const PAGES: PrintablePages = {
  title: "Contrat",
  author: "L’Établi",
  language: "fr",
  date: toDay("2026-11-27"),
  accent: "#0b5c55",
  header: [],
  footer: [],
  blocks: [{ kind: "heading", level: 1, align: "left", inlines: [{ text: "Contrat" }] }],
};
const SEAL = { name: "Coopérative L’Établi", reason: "Document signé", at: "2026-11-27T10:00:00.000Z" as Instant };
const PDFSIG = "/usr/bin/pdfsig";

describe("Le sceau d’un document signé", () => {
  it("est une signature PAdES de tout le fichier, par une clé qui ne change pas", async () => {
    const pdf = await renderPages(PAGES);
    const sealed = await openSeal("un secret d’instance assez long")(pdf, SEAL);
    // Le document lui-même reste, octet pour octet : le sceau s’ajoute à la suite.
    expect(Buffer.from(sealed.subarray(0, pdf.length)).equals(Buffer.from(pdf))).toBe(true);
    const text = Buffer.from(sealed).toString("latin1");
    expect(text).toContain("/ETSI.CAdES.detached");
    const [start, cut, after, rest] = (/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/.exec(text) ?? [])
      .slice(1)
      .map(Number);
    expect([start, (after ?? 0) + (rest ?? 0)]).toEqual([0, sealed.length]);
    expect(cut).toBeGreaterThan(pdf.length);
    expect((await PDF.load(sealed)).getPageCount()).toBe(1);
  });

  it.runIf(existsSync(PDFSIG))("tient pour un lecteur d’ailleurs, et tombe au premier octet changé", async () => {
    const sealed = await openSeal("un secret d’instance assez long")(await renderPages(PAGES), SEAL);
    const file = join(await mkdtemp(join(tmpdir(), "essaim-seal-")), "signe.pdf");
    const told = async (bytes: Uint8Array) => {
      await writeFile(file, bytes);
      try {
        return execFileSync(PDFSIG, ["-nocert", file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      } catch (error) {
        return String((error as { stdout?: string }).stdout);
      }
    };
    expect(await told(sealed)).toContain("Signature is Valid");
    const changed = sealed.slice();
    const place = Buffer.from(changed).indexOf("/Title") + 20;
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(await told(changed)).not.toContain("Signature is Valid");
  });
});
