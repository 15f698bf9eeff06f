import { child, elements, type Node, said } from "./xml.ts";

type Level = { readonly format: string; readonly text: string; readonly start: number };

const BULLETS = ["•", "–", "·"];

function letters(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  const table: readonly [number, string][] = [
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let [left, text] = [value, ""];
  for (const [worth, sign] of table) {
    for (; left >= worth; left -= worth) text += sign;
  }
  return text;
}

function write(format: string, value: number): string {
  switch (format) {
    case "lowerLetter":
      return letters(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerRoman":
      return roman(value);
    case "upperRoman":
      return roman(value).toUpperCase();
    case "decimalZero":
      return String(value).padStart(2, "0");
    default:
      return String(value);
  }
}

/** Counts the items of the lists of a document, in the order of reading: what stands before each. */
export function readNumbering(root: Node | null): (id: string, level: number) => string | null {
  const abstract = new Map<string, Level[]>();
  for (const list of elements(root ?? undefined, "w:abstractNum")) {
    const levels = elements(list, "w:lvl").map((level) => ({
      format: said(level, "w:numFmt") ?? "decimal",
      text: said(level, "w:lvlText") ?? "",
      start: Number(said(level, "w:start") ?? 1),
    }));
    abstract.set(list.attributes["w:abstractNumId"] ?? "", levels);
  }
  const lists = new Map<string, { readonly levels: Level[]; readonly counts: number[] }>();
  for (const number of elements(root ?? undefined, "w:num")) {
    const levels = abstract.get(said(number, "w:abstractNumId") ?? "") ?? [];
    const counts: number[] = [];
    for (const override of elements(number, "w:lvlOverride")) {
      const start = said(override, "w:startOverride") ?? said(child(override, "w:lvl"), "w:start");
      if (start !== undefined) counts[Number(override.attributes["w:ilvl"] ?? 0)] = Number(start) - 1;
    }
    lists.set(number.attributes["w:numId"] ?? "", { levels, counts });
  }
  return (id, depth) => {
    const list = lists.get(id);
    const level = list?.levels[depth];
    if (list === undefined || level === undefined || level.format === "none") return null;
    if (level.format === "bullet") return BULLETS[depth % BULLETS.length] ?? "•";
    list.counts[depth] = (list.counts[depth] ?? level.start - 1) + 1;
    list.counts.length = depth + 1;
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const above = Number(digit) - 1;
      const counted = list.levels[above];
      return counted === undefined ? "" : write(counted.format, list.counts[above] ?? counted.start);
    });
  };
}
