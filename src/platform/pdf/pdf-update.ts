/**
 * Changes to a PDF that Typst wrote, as an incremental update (ISO 32000-1 §7.5.6): the objects again at the end,
 * a cross-reference section for them alone, a trailer that points back. The first bytes stay as they were.
 * It reads what Typst 0.14 writes (a classic table of one section) and throws, a defect, on anything else.
 */

export type PdfFile = {
  readonly bytes: Buffer;
  readonly xref: number;
  readonly trailer: string;
};

export function openPdf(pdf: Uint8Array): PdfFile {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const xref = Number(find(bytes.toString("latin1", bytes.length - 64), /startxref\s+(\d+)/, "startxref")[1]);
  return { bytes, xref, trailer: bytes.toString("latin1", bytes.indexOf("trailer", xref)) };
}

/** The number in the first reference of a text: `/Root 12 0 R` gives 12. */
export function referenceOf(text: string, key: string): number {
  return Number(find(text, new RegExp(`/${key} (\\d+) 0 R`), key)[1]);
}

/** The bytes of an object, from its number to its end. */
export function objectAt(file: PdfFile, number: number): Buffer {
  const head = find(file.bytes.toString("latin1", file.xref, file.xref + 40), /^xref\s+0 (\d+)\s/, "xref");
  if (number >= Number(head[1])) throw new Error(`PDF object ${number} not in the table`);
  const line = file.xref + head[0].length + 20 * number;
  const start = Number(file.bytes.toString("latin1", line, line + 10));
  return file.bytes.subarray(start, file.bytes.indexOf("endobj", start));
}

/** The file with objects replaced: number → what stands between `obj` and `endobj`. */
export function withObjects(file: PdfFile, objects: ReadonlyMap<number, Buffer>): Uint8Array {
  const parts: Buffer[] = [file.bytes];
  const entries: string[] = [];
  let length = file.bytes.length;
  const append = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  append(Buffer.from("\n"));
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
    entries.push(`${number} 1\n${String(length).padStart(10, "0")} 00000 n \n`);
    append(Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from("\nendobj\n")]));
  }
  const kept = ["/Size \\d+", "/Root \\d+ 0 R", "/Info \\d+ 0 R", "/ID \\[[^\\]]*\\]"];
  const dictionary = kept.map((pattern) => find(file.trailer, new RegExp(pattern), pattern)[0]).join(" ");
  const xref = length;
  append(
    Buffer.from(
      `xref\n0 1\n0000000000 65535 f \n${entries.join("")}` +
        `trailer\n<<${dictionary} /Prev ${file.xref}>>\nstartxref\n${xref}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function find(text: string, pattern: RegExp, what: string): RegExpExecArray {
  const match = pattern.exec(text);
  if (match === null) throw new Error(`PDF without ${what}`);
  return match;
}
