/** Fills the fields of a template. Names are read as people type them: spaces, capitals and accents do not count. Pure. */
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import type { FieldValues } from "#platform/document-field.ts";
import type { Parts } from "./archive.ts";

/** A fault of the template itself, with the tag that shows it. */
export type MergeFault = { readonly tag: string; readonly kind: "open" | "loop" | "other" };

const DELIMITERS = { start: "{{", end: "}}" };
/** The same bytes for the same words: the archive carries no hour. */
const NO_DATE = new Date("1980-01-01T00:00:00Z");

/** "{{ Personne.Prénom }}" is `personne.prenom`. */
export function fieldName(typed: string): string {
  return typed
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\s\u00a0\u202f]+/g, "")
    .toLowerCase();
}

/** An archive from its parts, the same bytes each time. */
export function writeArchive(parts: Parts): Uint8Array {
  const zip = zipOf(parts);
  return new Uint8Array(zip.generate({ type: "uint8array", compression: "DEFLATE" }));
}

function zipOf(parts: Parts): PizZip {
  const zip = new PizZip();
  for (const [name, bytes] of parts) zip.file(name, bytes, { date: NO_DATE, createFolders: false, binary: true });
  return zip;
}

type Told = {
  readonly properties?: { readonly id?: string; readonly xtag?: string; readonly errors?: readonly Told[] };
};

function faultsOf(error: unknown): MergeFault[] {
  const { properties } = error as Told;
  const told = properties?.errors ?? [error as Told];
  return told.map(({ properties: one }) => {
    const id = one?.id ?? "";
    return { tag: one?.xtag ?? "", kind: /loop|section/.test(id) ? "loop" : /tag/.test(id) ? "open" : "other" };
  });
}

/** The filled document, or the faults of the template. A field without value stays visible between angle quotes. */
export function merge(parts: Parts, values: FieldValues): Uint8Array | readonly MergeFault[] {
  try {
    const document = new Docxtemplater(zipOf(parts), {
      delimiters: DELIMITERS,
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      parser: (tag) => {
        const name = fieldName(tag);
        return { get: (scope: FieldValues) => scope[name] };
      },
      nullGetter: ({ value, module }: { readonly value?: string; readonly module?: string }) =>
        module === "loop" ? [] : `‹${value ?? ""}›`,
    });
    document.render(values);
    const filled = new Map<string, Uint8Array>();
    const zip = document.getZip() as PizZip;
    for (const [name, file] of Object.entries(zip.files)) if (!file.dir) filled.set(name, file.asUint8Array());
    return writeArchive(filled);
  } catch (error) {
    if ((error as Told).properties === undefined) throw error;
    return faultsOf(error);
  }
}
