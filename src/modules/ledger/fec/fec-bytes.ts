/** Bytes of a flat file into lines of text, streamed: ASCII, UTF-8, ISO 8859-15, a byte order mark, Windows' habits. */

export type TextEncoding = "ASCII" | "UTF-8" | "ISO-8859-15" | "Windows-1252" | "UTF-16";

/** What is no flat file at all, known by its first bytes. */
export type OtherKind = "xml" | "zip" | "pdf" | "binary";

export type TextLine = { readonly line: number; readonly text: string };

/** What the bytes said of themselves, complete once the lines are all read. */
export type TextFacts = {
  bom: boolean;
  /** Line of the first character of each encoding met, beyond ASCII. */
  readonly encodings: Map<TextEncoding, number>;
  /** The file is something else: nothing of it is read. */
  other: OtherKind | null;
  /** The first line longer than what any record can be: reading stops there. */
  tooLong: number | null;
};

export function newTextFacts(): TextFacts {
  return { bom: false, encodings: new Map(), other: null, tooLong: null };
}

const LF = 10;
const CR = 13;
const MAX_LINE_BYTES = 64 * 1024;

/**
 * Yields batches of lines, numbered from 1; CR, LF and CR LF all end a line. A line that is not UTF-8 is read as
 * ISO 8859-15 (or Windows-1252 when it holds bytes that only Windows writes); `facts` tells which were met and where.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, facts: TextFacts): AsyncGenerator<TextLine[]> {
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest: Uint8Array = new Uint8Array(0);
  let line = 0;
  let first = true;

  const decodeBlock = (block: Uint8Array): TextLine[] => {
    let texts: string[];
    try {
      const text = utf8.decode(block);
      texts = splitText(text);
      if (text.length !== block.length && !facts.encodings.has("UTF-8")) {
        const index = texts.findIndex((candidate) => /[^\0-\x7f]/.test(candidate));
        facts.encodings.set("UTF-8", line + index + 1);
      }
    } catch {
      texts = splitBytes(block).map((bytes, index) => decodeLine(bytes, utf8, facts, line + index + 1));
    }
    return texts.map((text) => {
      line += 1;
      return { line, text };
    });
  };

  for await (const chunk of chunks) {
    let bytes: Uint8Array = rest.length === 0 ? chunk : concatenate(rest, chunk);
    if (first && bytes.length >= 3) {
      first = false;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
        facts.bom = true;
        bytes = bytes.subarray(3);
      } else if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        facts.encodings.set("UTF-16", 1);
        return;
      }
      facts.other = otherKind(bytes);
      if (facts.other !== null) return;
    }
    const cut = lastLineEnd(bytes);
    if (cut > 0) yield decodeBlock(bytes.subarray(0, cut));
    rest = bytes.slice(cut);
    if (rest.length > MAX_LINE_BYTES) {
      facts.tooLong = line + 1;
      return;
    }
  }
  if (rest.length > 0) yield decodeBlock(rest);
}

function otherKind(bytes: Uint8Array): OtherKind | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.startsWith("PK\u0003\u0004")) return "zip";
  if (head.startsWith("%PDF")) return "pdf";
  if (/^\s*<(\?xml|!--|[A-Za-z][\w:]*[\s>])/.test(head)) return "xml";
  // Text has no zero byte; UTF-16 without its mark has one in two.
  return head.includes("\u0000") ? "binary" : null;
}

/** Where the last complete line ends. A CR that is the last byte waits: an LF may follow it. */
function lastLineEnd(bytes: Uint8Array): number {
  const lf = bytes.lastIndexOf(LF);
  if (lf >= 0) return lf + 1;
  const cr = bytes.subarray(0, -1).lastIndexOf(CR);
  return cr + 1;
}

function concatenate(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

function splitText(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function splitBytes(block: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let index = 0; index < block.length; index += 1) {
    const byte = block[index];
    if (byte !== LF && byte !== CR) continue;
    lines.push(block.subarray(start, index));
    if (byte === CR && block[index + 1] === LF) index += 1;
    start = index + 1;
  }
  if (start < block.length) lines.push(block.subarray(start));
  return lines;
}

function decodeLine(bytes: Uint8Array, utf8: TextDecoder, facts: TextFacts, line: number): string {
  const note = (encoding: TextEncoding) => {
    if (!facts.encodings.has(encoding)) facts.encodings.set(encoding, line);
  };
  try {
    const text = utf8.decode(bytes);
    if (text.length !== bytes.length) note("UTF-8");
    return text;
  } catch {
    const windows = bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
    note(windows ? "Windows-1252" : "ISO-8859-15");
    return new TextDecoder(windows ? "windows-1252" : "iso-8859-15").decode(bytes);
  }
}
