/** Which characters a TrueType font can draw, read from its cmap table (formats 4 and 12). */

/** The code points that every font given can draw. */
export function coverageOf(fonts: readonly Buffer[]): ReadonlySet<number> {
  const [first, ...others] = fonts.map(readCmap);
  if (first === undefined) return new Set();
  return new Set([...first].filter((point) => others.every((font) => font.has(point))));
}

function readCmap(font: Buffer): Set<number> {
  const cmap = tableOffset(font, "cmap");
  const points = new Set<number>();
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 4) readSegments(font, table, points);
    if (format === 12) readGroups(font, table, points);
  }
  return points;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16;
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`font without ${tag} table`);
}

function readSegments(font: Buffer, table: number, points: Set<number>): void {
  const double = font.readUInt16BE(table + 6);
  for (let segment = 0; segment < double; segment += 2) {
    const end = font.readUInt16BE(table + 14 + segment);
    const start = font.readUInt16BE(table + 16 + double + segment);
    const delta = font.readUInt16BE(table + 16 + 2 * double + segment);
    const place = table + 16 + 3 * double + segment;
    const range = font.readUInt16BE(place);
    for (let point = start; point <= end && point !== 0xffff; point++) {
      const glyph = range === 0 ? point + delta : font.readUInt16BE(place + range + 2 * (point - start));
      if ((glyph & 0xffff) !== 0) points.add(point);
    }
  }
}

function readGroups(font: Buffer, table: number, points: Set<number>): void {
  for (let group = 0; group < font.readUInt32BE(table + 12); group++) {
    const place = table + 16 + group * 12;
    const start = font.readUInt32BE(place);
    const glyph = font.readUInt32BE(place + 8);
    for (let point = start; point <= font.readUInt32BE(place + 4); point++) {
      if (glyph + point - start !== 0) points.add(point);
    }
  }
}

/** Places where a line may or may not break: drawn by no glyph, kept. */
const INVISIBLE: ReadonlySet<number> = new Set([0x0a, 0x200b, 0x00ad, 0x2060]);

/** Controls, joiners, and little pictures: a document does without, and « ? » in their place would look like a doubt. */
const LEFT_OUT = /[\p{Cc}\p{Cf}\p{Mn}\p{Cs}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;

/**
 * Text that the fonts can draw: composed (NFC), without controls or little pictures; another character no font has becomes "?"
 * (PDF/A refuses a missing glyph, and a wrong font from the machine would change the bytes).
 */
export function drawable(text: string, coverage: ReadonlySet<number>): string {
  let clean = "";
  for (const character of text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/\t/g, " ")) {
    const point = character.codePointAt(0) ?? 0;
    if (coverage.has(point) || INVISIBLE.has(point)) clean += character;
    else if (!LEFT_OUT.test(character)) clean += "?";
  }
  return clean;
}
