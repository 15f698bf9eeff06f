/** Text of files that spreadsheets and other programs write. */

/** UTF-8, UTF-16 with its mark, else the Windows-1252 of older spreadsheets. Null for what is no text at all. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  // A zip (an XLSX renamed) or a PDF says so in its first bytes; text has no zero byte.
  if (bytes.subarray(0, 4000).includes(0) || /^(PK|%PDF)/.test(String.fromCharCode(...bytes.subarray(0, 4))))
    return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The separator that the headings use most, outside of quotes. */
export function separatorOf(text: string): string {
  const headings = (text.split(/[\r\n]/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = [";", ",", "\t", "|"].map((separator) => [separator, headings.split(separator).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
