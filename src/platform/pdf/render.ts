import { setImmediate } from "node:timers/promises";
import { completeMetadata } from "./archive-metadata.ts";
import { drawable } from "./font-coverage.ts";
import type { PrintableBrand, PrintableDocument } from "./printable-document.ts";
import { layOut } from "./printable-layout.ts";
import { SIGNING_TEMPLATE, type SigningSheet, sheetData } from "./signing-sheet.ts";
import { compilePdf, drawableCharacters } from "./typst.ts";

/**
 * Prints a document: PDF/A-3a and PDF/UA-1, tagged, fonts inside, the same bytes for the same document on every machine.
 * With `facturx`, the XML is embedded as factur-x.xml (AFRelationship Alternative) and the PDF says so: a Factur-X.
 * About 10 ms of CPU a page, held in one piece; it lets the event loop breathe first. Throws on a logo that cannot be
 * read: ask `isReadableLogo` when the logo is chosen.
 */
export async function renderDocument(document: PrintableDocument): Promise<Uint8Array> {
  await setImmediate();
  const { xml, ...texts } = layOut(document);
  const coverage = drawableCharacters();
  const clean = JSON.stringify({ ...texts }, (_, value) =>
    typeof value === "string" ? drawable(value, coverage) : value,
  );
  const data = `${clean.slice(0, -1)},"xml":${JSON.stringify(xml)}}`;
  const { logo } = document.brand;
  const pdf = compilePdf(data, logo === undefined ? undefined : { path: `logo.${logo.format}`, bytes: logo.bytes });
  return completeMetadata(pdf, xml !== null);
}

/** Prints a sheet to sign, or signed: PDF/A-3a, tagged, the same bytes for the same sheet. */
export async function renderSheet(sheet: SigningSheet): Promise<Uint8Array> {
  await setImmediate();
  const coverage = drawableCharacters();
  const data = sheetData(sheet, (text) => drawable(text, coverage));
  return completeMetadata(compilePdf(data, undefined, SIGNING_TEMPLATE), false);
}

const LOGO_TEST = `
#let data = json(bytes(sys.inputs.data))
#set document(title: "logo", date: datetime(year: 2026, month: 1, day: 1))
#set text(font: "Source Sans 3", lang: "fr")
#image(data.path, alt: "logo", width: 10mm)
`;

/** True when the image can be printed: asked when a logo is chosen, so that no document fails for it later. */
export async function isReadableLogo(logo: NonNullable<PrintableBrand["logo"]>): Promise<boolean> {
  await setImmediate();
  const path = `logo.${logo.format}`;
  try {
    compilePdf(JSON.stringify({ path: `/${path}` }), { path, bytes: logo.bytes }, LOGO_TEST);
    return true;
  } catch {
    return false;
  }
}
