import PizZip from "pizzip";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { fill, type Language } from "#kernel/language.ts";
import { activitiesOf, organizationProfile, personNames, sitesOf } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import type { Tx } from "#platform/database/database.ts";
import { en } from "./archive.en.ts";
import { fr } from "./archive.fr.ts";
import { type ArchiveSection, archivePage, identifiersIn } from "./archive-page.ts";
import { type PersonalRows, personalRows } from "./personal-rows.store.ts";

/** One archive is made in memory: documents beyond are named, not put in. */
const MOST_BYTES = 200_000_000;

/** What is read in one transaction, before files are fetched. */
export type ReadArchive = {
  readonly language: Language;
  readonly cooperative: string;
  readonly name: string;
  readonly madeOn: Day;
  readonly timeZone: string;
  readonly tables: readonly PersonalRows[];
  readonly names: ReadonlyMap<string, string>;
};

type Reading = {
  readonly tx: Tx;
  readonly app: App;
  readonly organizationId: OrganizationId;
  readonly language: Language;
  readonly today: Day;
  readonly timeZone: string;
};

/** Reads all that is known of somebody. */
export async function readArchive(
  { tx, app, organizationId, language, today, timeZone }: Reading,
  person: { readonly personId: PersonId; readonly name: string; readonly email: string },
): Promise<ReadArchive> {
  const about = { organizationId, personId: person.personId, email: person.email };
  const tables = await personalRows(tx, about, app.personalData);
  const pointed = tables.flatMap(({ rows }) => identifiersIn(rows));
  const names = new Map<string, string>(await personNames(tx, organizationId, [...new Set(pointed)] as PersonId[]));
  for (const { id, name } of await activitiesOf(tx, organizationId, "all")) names.set(id, name);
  for (const { id, name } of await sitesOf(tx, organizationId)) names.set(id, name);
  const { legalName } = await organizationProfile(tx, organizationId);
  return { language, cooperative: legalName, name: person.name, madeOn: today, timeZone, tables, names };
}

/** What only the person themself may take along. */
export type Apart = ArchiveSection & { readonly key: string };

/** The archive: the page to read, the same data for programs, and the files that rows name. */
export async function zipArchive(
  files: App["files"],
  read: ReadArchive,
  apart: readonly Apart[],
  notes: readonly string[],
): Promise<Uint8Array> {
  const words = read.language === "fr" ? fr : en;
  const zip = new PizZip();
  const kept = new Map<string, string>();
  const missing: string[] = [];
  let size = 0;
  for (const { table, rows } of read.tables) {
    for (const row of rows) {
      for (const [column, nameColumn] of Object.entries(table.files ?? {})) {
        const hash = row[column];
        if (typeof hash !== "string" || kept.has(hash)) continue;
        const bytes = await files.get(hash);
        if (bytes === null) continue;
        const path = `${words.folder}/${pathOf(String(row[nameColumn] ?? ""), hash, bytes)}`;
        size += bytes.length;
        if (size > MOST_BYTES) missing.push(path);
        else {
          zip.file(path, bytes, { binary: true, compression: "STORE" });
          kept.set(hash, path);
        }
      }
    }
  }
  const sections: ArchiveSection[] = read.tables.map(({ table, rows }) => ({
    title: table.words[read.language],
    rows,
    say: (column, row) => table.say?.(column, row, read.language),
    files: (row) => Object.keys(table.files ?? {}).flatMap((column) => kept.get(String(row[column])) ?? []),
  }));
  const told = missing.length === 0 ? notes : [...notes, `${words.tooMuch} ${missing.join(", ")}`];
  const page = archivePage({ ...read, notes: told, sections: [...apart, ...sections] });
  zip.file(words.index, page);
  const data = {
    cooperative: read.cooperative,
    person: read.name,
    madeOn: read.madeOn,
    missingFiles: missing,
    names: Object.fromEntries(namedIn(read)),
    ...Object.fromEntries(apart.map(({ key, rows }) => [key, rows])),
    tables: Object.fromEntries(read.tables.map(({ table, rows }) => [table.table, rows])),
    files: Object.fromEntries(kept),
  };
  zip.file(words.json, JSON.stringify(data, null, 2));
  return zip.generate({ type: "uint8array", compression: "DEFLATE" });
}

/** The names that the rows point to, and no other: a program reads identifiers. */
function namedIn({ tables, names }: ReadArchive): [string, string][] {
  const pointed = new Set(tables.flatMap(({ rows }) => identifiersIn(rows)));
  return [...names].filter(([id]) => pointed.has(id));
}

const KINDS: readonly [RegExp, string][] = [
  [/^%PDF/, "pdf"],
  [/^PK/, "docx"],
  [/^.PNG/, "png"],
  [/^\xff\xd8/, "jpg"],
];

/** "carte-identite-0f3a21.pdf": a name that any computer takes, told apart by its content. */
function pathOf(name: string, hash: string, bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  const ending = KINDS.find(([pattern]) => pattern.test(start))?.[1] ?? "bin";
  const plain = name
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase()
    .slice(0, 60);
  return `${plain === "" ? "document" : plain}-${hash.slice(0, 6)}.${ending}`;
}

/** The archive as an answer: nothing of it is kept on the way. */
export function archiveAnswer(archive: Uint8Array, language: Language, day: Day): Response {
  const { file } = language === "fr" ? fr : en;
  return new Response(new Uint8Array(archive), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${fill("{file}-{day}.zip", { file, day })}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
