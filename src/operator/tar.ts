/**
 * The few bytes of the tar format (POSIX.1-1988, ustar) that a backup needs: regular files with short names.
 * Any `tar` reads the result: a backup must be readable without Essaim.
 */

export const BLOCK = 512;
const NAME_LENGTH = 100;
const SIZE_AT = 124;
const CHECKSUM_AT = 148;

/** The 512 bytes before a file's content. Throws on a name that does not fit. `seconds`: since 1970. */
export function tarHeader(name: string, size: number, seconds: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > NAME_LENGTH || name === "") throw new RangeError(`not a name for an archive: ${name}`);
  header.write(name, 0, "utf8");
  header.write("0000600\0", 100, "ascii");
  header.write("0000000\0", 108, "ascii");
  header.write("0000000\0", 116, "ascii");
  header.write(`${size.toString(8).padStart(11, "0")}\0`, SIZE_AT, "ascii");
  header.write(`${Math.trunc(seconds).toString(8).padStart(11, "0")}\0`, 136, "ascii");
  header.write("        ", CHECKSUM_AT, "ascii");
  header.write("0", 156, "ascii");
  header.write("ustar\0", 257, "ascii");
  header.write("00", 263, "ascii");
  header.write(`${checksum(header).toString(8).padStart(6, "0")}\0 `, CHECKSUM_AT, "ascii");
  return header;
}

/** Zeros after a content of this size, up to the next block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** Two empty blocks end an archive. */
export const TAR_END = Buffer.alloc(2 * BLOCK);

/** Reads a header: null at the end of the archive. Throws when it is not one. */
export function readTarHeader(block: Buffer): { name: string; size: number } | null {
  if (block.every((byte) => byte === 0)) return null;
  const stored = Number.parseInt(block.toString("ascii", CHECKSUM_AT, CHECKSUM_AT + 6), 8);
  const copy = Buffer.from(block);
  copy.write("        ", CHECKSUM_AT, "ascii");
  const size = Number.parseInt(block.toString("ascii", SIZE_AT, SIZE_AT + 11), 8);
  if (block.toString("ascii", 257, 262) !== "ustar" || checksum(copy) !== stored || !Number.isSafeInteger(size)) {
    throw new Error("not an archive of Essaim");
  }
  const name = block.subarray(0, NAME_LENGTH);
  const end = name.indexOf(0);
  return { name: name.toString("utf8", 0, end === -1 ? NAME_LENGTH : end), size };
}

function checksum(header: Buffer): number {
  let total = 0;
  for (const byte of header) total += byte;
  return total;
}
