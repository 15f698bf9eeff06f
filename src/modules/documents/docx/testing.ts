import { crc32, deflateRawSync } from "node:zlib";
import { writeArchive } from "./merge.ts";
import { CONTENT_TYPES, DOCUMENT_RELATIONS, NUMBERING, PACKAGE_RELATIONS, STYLES, W } from "./write-parts.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A DOCX whose body is written by hand, with other parts in place of the usual ones. */
export function docxOf(body: string, parts: Record<string, string | null> = {}): Uint8Array {
  const usual: Record<string, string | null> = {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": PACKAGE_RELATIONS,
    "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
    "word/styles.xml": STYLES,
    "word/numbering.xml": NUMBERING,
    "word/document.xml": `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  const kept = Object.entries(usual).filter((pair): pair is [string, string] => pair[1] !== null);
  return writeArchive(new Map(kept.map(([name, text]) => [name, bytesOf(text)])));
}

export const paragraph = (...runs: string[]) =>
  `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join("")}</w:p>`;

/** An archive of one entry whose announced size may lie. */
export function archiveOf(name: string, content: Uint8Array, announced = content.byteLength): Uint8Array {
  const packed = deflateRawSync(content);
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(announced, 22);
  local.writeUInt16LE(title.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc32(content), 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(announced, 24);
  entry.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + title.length, 12);
  end.writeUInt32LE(30 + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, entry, title, end]);
}
