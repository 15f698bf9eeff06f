import { type Day, dayIn, type Instant, parseDay } from "#kernel/day.ts";
import { fill, type Language } from "#kernel/language.ts";
import { timeIn } from "#kernel/zoned.ts";
import { day } from "#ui/format.ts";
import { en } from "./archive.en.ts";
import { fr } from "./archive.fr.ts";

type Row = Readonly<Record<string, unknown>>;

/** One part of the page: a title, and its rows. */
export type ArchiveSection = {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly say?: (column: string, row: Row) => string | undefined;
  /** The files of a row, by their path within the archive. */
  readonly files?: (row: Row) => readonly string[];
};

export type ArchivePage = {
  readonly language: Language;
  readonly cooperative: string;
  readonly name: string;
  readonly madeOn: Day;
  readonly timeZone: string;
  /** Names of the persons, activities and places that rows point to. */
  readonly names: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
  readonly sections: readonly ArchiveSection[];
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;
const LONG = 2000;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Identifiers that rows hold, to be named. */
export function identifiersIn(rows: readonly Row[]): string[] {
  return rows.flatMap((row) =>
    Object.values(row).filter((value): value is string => typeof value === "string" && UUID.test(value)),
  );
}

/** What a value says to a reader; "" for what only a program needs. */
export function valueText(value: unknown, page: Pick<ArchivePage, "language" | "timeZone" | "names">): string {
  const words = page.language === "fr" ? fr : en;
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return String(value);
  if (typeof value === "string") {
    if (UUID.test(value)) return page.names.get(value) ?? "";
    if (MOMENT.test(value)) {
      const at = new Date(value).toISOString() as Instant;
      return `${day(dayIn(at, page.timeZone))} ${timeIn(at, page.timeZone)}`;
    }
    const on = parseDay(value);
    if (on !== null) return day(on);
    return value.length > LONG && !value.includes(" ") ? "" : value;
  }
  if (Array.isArray(value))
    return value
      .map((item) => valueText(item, page))
      .filter(Boolean)
      .join(", ");
  return Object.entries(value)
    .map(([key, item]) => [page.names.get(key) ?? key, valueText(item, page)] as const)
    .filter(([, text]) => text !== "")
    .map(([key, text]) => `${key} : ${text}`)
    .join(" ; ");
}

/** The page that a person reads: no script, no style from elsewhere, one part for each thing known. */
export function archivePage(page: ArchivePage): string {
  const words = page.language === "fr" ? fr : en;
  const columns: Readonly<Record<string, string>> = words.columns;
  const title = escaped(fill(words.pageTitle, { cooperative: page.cooperative, name: page.name }));
  const rowHtml = (section: ArchiveSection, row: Row) => {
    const lines = Object.entries(row).flatMap(([column, value]) => {
      const text = section.say?.(column, row) ?? valueText(value, page);
      const label = columns[column];
      // What has no word for a reader (an identifier, a fingerprint) is in the data, not on the page.
      if (text === "" || label === undefined) return [];
      return [`<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`];
    });
    const links = (section.files?.(row) ?? []).map(
      (path) => `<li><a href="${escaped(encodeURI(path))}">${escaped(path.split("/").at(-1) ?? path)}</a></li>`,
    );
    return `<article><dl>${lines.join("")}</dl>${links.length === 0 ? "" : `<ul>${links.join("")}</ul>`}</article>`;
  };
  const sections = page.sections
    .filter(({ rows }) => rows.length > 0)
    .map((section) => {
      const rows = section.rows.map((row) => rowHtml(section, row)).join("\n");
      return `<section><h2>${escaped(section.title)} (${section.rows.length})</h2>\n${rows}</section>`;
    });
  const notes = [fill(words.madeOn, { day: day(page.madeOn) }), words.explain, words.notHere, ...page.notes];
  return `<!doctype html>
<html lang="${page.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1b1a;background:#fff}
article{border-top:1px solid #bbb;padding:.75rem 0}dl{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,2fr);gap:.25rem 1rem;margin:0}
dt{color:#555}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}
</style></head><body><h1>${title}</h1>
${notes.map((note) => `<p>${escaped(note)}</p>`).join("\n")}
${sections.join("\n")}
</body></html>
`;
}
