/** What a file is, read from its bytes: its name and what the browser says of it prove nothing. Pure. */

export type DocumentType = "application/pdf" | "image/png" | "image/jpeg";

/** What a file of the house may be: a document, or one that a word processor opens (checked by whoever takes it). */
export type KeptType = DocumentType | typeof DOCX_TYPE;
export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export type Picture = {
  readonly mediaType: "image/png" | "image/jpeg";
  readonly width: number;
  readonly height: number;
  /** Made for a printing press (four inks): screens and archives cannot show it faithfully. */
  readonly inks: boolean;
};

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function startsWith(bytes: Uint8Array, start: readonly number[], from = 0): boolean {
  return start.every((byte, index) => bytes[from + index] === byte);
}

function has(bytes: Uint8Array, text: string, from: number): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(Math.max(0, from)).includes(text);
}

/** A PDF, a PNG or a JPEG that is whole; null for anything else. */
export function documentType(bytes: Uint8Array): DocumentType | null {
  // Scanners and mail gateways leave a few bytes before the mark and after the end of a PDF.
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) {
    return has(bytes, "%%EOF", bytes.length - 2048) ? "application/pdf" : null;
  }
  return readPicture(bytes)?.mediaType ?? null;
}

/** The size of a PNG or JPEG that is whole; null for anything else. */
export function readPicture(bytes: Uint8Array): Picture | null {
  const size = startsWith(bytes, PNG) ? readPng(bytes) : startsWith(bytes, [0xff, 0xd8, 0xff]) ? readJpeg(bytes) : null;
  return size !== null && size.width > 0 && size.height > 0 ? size : null;
}

/** Walks the pieces of a PNG: the first says its size, the last one must be its end. */
function readPng(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = (at: number) => String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  if (bytes.length < 45 || kind(8) !== "IHDR") return null;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (kind(at) === "IEND") {
      return at + 12 === bytes.length
        ? { mediaType: "image/png", width: view.getUint32(16), height: view.getUint32(20), inks: false }
        : null;
    }
  }
  return null;
}

/** Walks the segments of a JPEG up to the one that says its size; its end must be marked. */
function readJpeg(bytes: Uint8Array): Picture | null {
  if (!startsWith(bytes, [0xff, 0xd9], lastMark(bytes))) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 10 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const mark = bytes[at + 1] ?? 0;
    if (mark === 0xff) at += 1;
    else if (mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc) {
      const [height, width, inks] = [view.getUint16(at + 5), view.getUint16(at + 7), bytes[at + 9] === 4];
      return { mediaType: "image/jpeg", width, height, inks };
    } else if (mark === 0xda || mark === 0xd9) return null;
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Telephones leave a few bytes after the end of a picture. */
function lastMark(bytes: Uint8Array): number {
  for (let at = bytes.length - 2; at > 2 && at > bytes.length - 64; at -= 1) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at;
  }
  return bytes.length;
}

/** The name of a file as it will be shown and downloaded: no path, no control character, its own ending, 120 at most. */
export function fileName(typed: string, type: KeptType): string {
  const ending = { "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg", [DOCX_TYPE]: "docx" }[type];
  const last = typed.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{C}"<>|*?:]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .trim()
    .slice(0, 110);
  return `${clean === "" || /^\.+$/.test(clean) ? "document" : clean}.${ending}`;
}
