import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDF } from "@libpdf/core";
import { describe, expect, test } from "vitest";
import type { PrintableDocument } from "./printable-document.ts";
import { isReadableLogo, renderDocument } from "./render.ts";
import { CREDIT_NOTE, FULL_INVOICE, longInvoice, QUOTE, SHORT_INVOICE } from "./sample-printable.ts";

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n<facture>œuvre & « pose » \\ 😀</facture>\n'.replace(
  " & ",
  " &amp; ",
);

async function pages(document: PrintableDocument): Promise<string[]> {
  const pdf = await PDF.load(await renderDocument(document));
  return pdf.getPages().map((page) =>
    page
      .extractText()
      .text.replaceAll("\u200b", "")
      .replace(/[\u00a0 ]+/g, " "),
  );
}

/** The last XMP packet: the one that counts after an incremental update. */
function metadata(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("utf8");
  return text.slice(text.lastIndexOf("<?xpacket begin"));
}

describe("une facture imprimée", () => {
  test("porte ses chiffres en français, avec l’espace insécable et le signe moins", async () => {
    const [page = ""] = await pages(FULL_INVOICE);
    expect(page).toContain("Facture");
    expect(page).toContain("4 039,40 €");
    expect(page).toContain("−288,00 €");
    expect(page).toContain("FR76 3000 6000 0112 3456 7890 189");
    expect(page).toContain("Une activité de Les Ateliers réunis");
    expect(page).toMatch(/SIRET 732 829 320 00074/);
  });

  test("tient sur une page quand elle est courte, même pleine", async () => {
    expect((await pages(SHORT_INVOICE)).length).toBe(1);
    expect((await pages(FULL_INVOICE)).length).toBe(1);
    expect((await pages(QUOTE)).length).toBe(1);
  });

  test("en anglais, les montants et les mots sont anglais", async () => {
    const [page = ""] = await pages(CREDIT_NOTE);
    expect(page).toContain("Credit note");
    expect(page).toContain("−€36.67");
    expect(page).toContain("Exempt");
    expect(page).toContain("22 November 2026");
  });

  test("un brouillon le dit et n’a pas de numéro", async () => {
    const [page = ""] = await pages({ ...SHORT_INVOICE, number: null });
    expect(page).toContain("Brouillon");
    expect(page).not.toContain("null");
  });

  test("une facture payée remercie", async () => {
    const payments = [{ date: SHORT_INVOICE.issueDate, means: "carte", amount: SHORT_INVOICE.totals.due }];
    const totals = { ...SHORT_INVOICE.totals, due: CREDIT_NOTE.vatTable[1]?.taxAmount ?? SHORT_INVOICE.totals.due };
    const [page = ""] = await pages({ ...SHORT_INVOICE, payments, totals });
    expect(page).toContain("Reste à payer");
    expect(page).toContain("Payé, merci");
  });

  test("des textes hostiles s’impriment sans rien casser", async () => {
    const hostile = "#panic() $x$ *gras* `code` <label> @ref \\ /* // 😀 漢字 \u0000\u001b \uD800 e\u0301";
    const long = "Anticonstitutionnellement".repeat(12);
    const document = {
      ...SHORT_INVOICE,
      subject: hostile,
      note: long,
      buyer: { name: long, address: [hostile, long] },
      groups: [
        {
          title: hostile,
          lines: [{ type: "text" as const, text: hostile }, ...longInvoice(1).groups.flatMap((group) => group.lines)],
        },
      ],
      mentions: [hostile],
      conditions: `${hostile}\n`.repeat(200),
    };
    const [page = ""] = await pages(document);
    expect(page).toContain("#panic() $x$ *gras* `code` <label> @ref \\ /* // ?? é");
  });
});

describe("le même document donne les mêmes octets", () => {
  test("à chaque impression, et après d’autres documents", async () => {
    const first = await renderDocument({ ...FULL_INVOICE, facturx: { xml: XML } });
    await renderDocument(QUOTE);
    const second = await renderDocument({ ...FULL_INVOICE, facturx: { xml: XML } });
    expect(Buffer.compare(first, second)).toBe(0);
  });
});

describe("le Factur-X", () => {
  test("un lecteur indépendant retrouve factur-x.xml octet pour octet", async () => {
    const bytes = await renderDocument({ ...FULL_INVOICE, facturx: { xml: XML } });
    const pdf = await PDF.load(bytes);
    const attachment = pdf.getAttachment("factur-x.xml");
    expect(Buffer.from(attachment ?? []).equals(Buffer.from(XML))).toBe(true);
  });

  test("le PDF dit qu’il est un Factur-X, une archive et accessible", async () => {
    const bytes = await renderDocument({ ...SHORT_INVOICE, facturx: { xml: XML } });
    const xmp = metadata(bytes);
    expect(xmp).toContain("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>");
    expect(xmp).toContain("<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>");
    expect(xmp).toContain("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
    expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
    const text = Buffer.from(bytes).toString("latin1");
    expect(text).toContain("/AFRelationship /Alternative");
    expect(text).toContain("/DisplayDocTitle true");
  });

  test("un devis n’en est pas un", async () => {
    const bytes = await renderDocument(QUOTE);
    expect(metadata(bytes)).not.toContain("fx:");
    expect((await PDF.load(bytes)).getAttachments().size).toBe(0);
  });

  const outside = spawnSync("qpdf", ["--version"]).error ? "qpdf absent" : null;

  test.skipIf(outside !== null)("qpdf et pdfdetach le lisent aussi", async () => {
    const folder = mkdtempSync(join(tmpdir(), "facturx-"));
    try {
      const file = join(folder, "facture.pdf");
      writeFileSync(file, await renderDocument({ ...FULL_INVOICE, facturx: { xml: XML } }));
      expect(execFileSync("qpdf", ["--check", file], { encoding: "utf8" })).toContain(
        "No syntax or stream encoding errors",
      );
      if (spawnSync("pdfdetach", ["-v"]).error) return;
      const xml = join(folder, "factur-x.xml");
      spawnSync("pdfdetach", ["-save", "1", "-o", xml, file]);
      expect(readFileSync(xml, "utf8")).toBe(XML);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("les pages", () => {
  test("les totaux ne sont jamais seuls en haut d’une page, et l’en-tête revient", async () => {
    for (let count = 1; count <= 45; count += 1) {
      const texts = await pages(longInvoice(count));
      const last = texts.findIndex((text) => text.includes("Net à payer"));
      expect([count, texts[last]?.includes(`Ligne n° ${count}`)]).toEqual([count, true]);
      expect([count, texts.every((text, page) => page > last || text.includes("Désignation"))]).toEqual([count, true]);
    }
  }, 60_000);

  test("ni sous-totaux ni titre de groupe ne restent seuls", async () => {
    const lines = longInvoice(40).groups.flatMap((group) => group.lines);
    for (let count = 14; count <= 24; count += 1) {
      const groups = [
        { title: "Premier lot", lines: lines.slice(0, count), subtotal: SHORT_INVOICE.totals.due },
        { title: "Second lot", lines: lines.slice(30, 31), subtotal: SHORT_INVOICE.totals.due },
      ];
      const texts = await pages({ ...SHORT_INVOICE, groups });
      const last = texts.find((text) => text.includes("Net à payer")) ?? "";
      expect([count, last.includes("Ligne n° 31"), last.includes("Second lot")]).toEqual([count, true, true]);
    }
  }, 30_000);

  test("une dernière ligne plus haute qu’une page n’est ni coupée ni perdue", async () => {
    const description = Array.from({ length: 150 }, (_, index) => `Détail ${index + 1}`).join("\n");
    const groups = [
      {
        lines: [...longInvoice(1).groups.flatMap((group) => group.lines), { type: "text" as const, text: description }],
      },
    ];
    const text = (await pages({ ...SHORT_INVOICE, groups })).join("\n");
    expect(text).toContain("Détail 150");
    expect(text).toContain("Net à payer");
  });

  test("trois pages numérotées, le titre du groupe reprend en haut", async () => {
    const lines = longInvoice(70).groups.flatMap((group) => group.lines);
    const texts = await pages({ ...SHORT_INVOICE, groups: [{ title: "Gros œuvre", lines }] });
    expect(texts.length).toBeGreaterThanOrEqual(3);
    expect(texts.map((text, page) => text.includes(`Page ${page + 1} sur ${texts.length}`))).not.toContain(false);
    expect(texts[1]).toContain("Gros œuvre");
    expect(texts[1]).toContain("Facture 2026-0042, Menuiserie Dupré");
  });
});

describe("le logo", () => {
  const svg = (text: string) => ({ format: "svg" as const, bytes: new TextEncoder().encode(text) });
  const square = svg(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><rect width="90" height="90" fill="#2f6f4f"/></svg>',
  );

  test("s’imprime, et se vérifie d’avance", async () => {
    expect(await isReadableLogo(square)).toBe(true);
    expect(
      (await renderDocument({ ...SHORT_INVOICE, brand: { accent: "#2f6f4f", logo: square } })).length,
    ).toBeGreaterThan(10_000);
  });

  test("illisible, il est refusé ; il ne lit pas le disque", async () => {
    expect(await isReadableLogo(svg("<svg"))).toBe(false);
    expect(await isReadableLogo({ format: "png", bytes: new Uint8Array([1, 2, 3]) })).toBe(false);
    const file = svg(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><image width="9" height="9" xlink:href="/etc/hostname"/></svg>',
    );
    expect(await isReadableLogo(file)).toBe(false);
  });
});
