/** A ZIP archive read with suspicion: sizes are bounded before anything is inflated, names never leave the archive. Pure. */
import { inflateRawSync } from "node:zlib";

/** What may stand in one archive: far beyond any letter, far below what would harm. */
const MOST_BYTES = 30_000_000;
const MOST_ENTRIES = 400;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

export type Parts = ReadonlyMap<string, Uint8Array>;
export type ArchiveFault = "broken" | "tooBig" | "badName";

/** A name that stays within: no root, no way up, no backslash, no drive. */
function staysWithin(name: string): boolean {
  return (
    name !== "" &&
    !/^[/\\]|\\|^[A-Za-z]:/.test(name) &&
    !name.split("/").some((part) => part === ".." || part === ".") &&
    ![...name].some((letter) => letter < " ")
  );
}

/** The files of an archive by name, or what is wrong with it. Every size is measured, none is believed. */
export function readArchive(bytes: Uint8Array): Parts | ArchiveFault {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries(data);
  } catch (error) {
    return error instanceof RangeError || (error as { code?: string }).code?.startsWith("Z_")
      ? "broken"
      : rethrow(error);
  }
}

function rethrow(error: unknown): never {
  throw error;
}

function readEntries(data: Buffer): Parts | ArchiveFault {
  const end = endOf(data);
  if (end < 0) return "broken";
  const count = data.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) return "tooBig";
  const parts = new Map<string, Uint8Array>();
  let left = MOST_BYTES;
  let at = data.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (data.readUInt32LE(at) !== ENTRY) return "broken";
    const [flags, method] = [data.readUInt16LE(at + 8), data.readUInt16LE(at + 10)];
    const [packed, size] = [data.readUInt32LE(at + 20), data.readUInt32LE(at + 24)];
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => data.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const name = data.toString("utf8", at + 46, at + 46 + nameLength);
    const local = data.readUInt32LE(at + 42);
    at += 46 + nameLength + extra + comment;
    if (!staysWithin(name) || parts.has(name)) return "badName";
    if (name.endsWith("/")) continue;
    // Encrypted: nobody can read it; another method: no word processor writes it.
    if ((flags & 1) !== 0 || (method !== STORED && method !== DEFLATED)) return "broken";
    if (size > left) return "tooBig";
    if (data.readUInt32LE(local) !== LOCAL) return "broken";
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const content = inflate(data.subarray(start, start + packed), method, size);
    if (typeof content === "string") return content;
    left -= content.byteLength;
    parts.set(name, content);
  }
  return parts;
}

/** One byte more than announced is a bomb: the inflater stops there. */
function inflate(packed: Buffer, method: number, size: number): Uint8Array | ArchiveFault {
  if (method === STORED) return packed.byteLength === size ? packed : "broken";
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
    return content.byteLength === size ? content : "broken";
  } catch (error) {
    return (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "tooBig" : "broken";
  }
}

function endOf(data: Buffer): number {
  for (let at = data.length - 22; at >= 0 && at > data.length - 66_000; at -= 1) {
    if (data.readUInt32LE(at) === END) return at;
  }
  return -1;
}
