/** The project's own files, for tests that check what no type can: completeness, words, places. */
import { globSync, readFileSync } from "node:fs";
import { basename, posix } from "node:path";
import { pathToFileURL } from "node:url";

export type SourceFile = {
  /** From the root of the project, with slashes: "src/modules/sales/invoice/invoice.ts". */
  readonly path: string;
  readonly text: string;
};

const cache = new Map<string, readonly SourceFile[]>();

/** The files of a pattern, in the order of their names. */
export function filesOf(pattern: string): readonly SourceFile[] {
  const found = cache.get(pattern);
  if (found) return found;
  const files = globSync(pattern, { exclude: (path) => basename(path) === "node_modules" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/\.tmp\./.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
  cache.set(pattern, files);
  return files;
}

/** Everything that is neither a test nor made for tests. */
export function productFiles(): readonly SourceFile[] {
  return filesOf("src/**/*.{ts,tsx}").filter((file) => !isTest(file.path));
}

export function testFiles(): readonly SourceFile[] {
  return filesOf("src/**/*.{ts,tsx}").filter((file) => isTest(file.path));
}

function isTest(path: string): boolean {
  return (
    /\.(test|fixture)\.tsx?$/.test(path) ||
    /\/testing\//.test(path) ||
    /\/testing\.ts$/.test(path) ||
    path.startsWith("src/stories/") ||
    /\/test-[a-z-]+\.ts$/.test(path)
  );
}

/** The code without its comments, lines kept in place. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|[\s;{(,])\/\/[^\n]*/g, "$1");
}

/** The files of `src` that a file imports, types included, from the root. */
export function importsOf(path: string): string[] {
  const text = filesOf("src/**/*.{ts,tsx}").find((file) => file.path === path)?.text ?? "";
  return [...withoutComments(text).matchAll(/\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/g)]
    .map((match) => match[1] ?? match[2] ?? "")
    .filter((name) => name.startsWith(".") || name.startsWith("#"))
    .map((name) => (name.startsWith("#") ? `src/${name.slice(1)}` : posix.join(posix.dirname(path), name)));
}

/** The files of the project that Node loads when it loads this one: its imports without types, nor those that wait to be called. */
export function loadedWith({ path, text }: SourceFile): string[] {
  return [...withoutComments(text).matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;"]*?\sfrom\s+)?"([#.][^"]+)"/gm)].map(
    (match) => {
      const name = match[1] as string;
      return name.startsWith("#") ? `src/${name.slice(1)}` : posix.join(posix.dirname(path), name);
    },
  );
}

/** Loads a file of the project by its path from the root. */
export function load(path: string): Promise<Record<string, unknown>> {
  return import(/* @vite-ignore */ pathToFileURL(path).href);
}

/** Every text of a catalogue with its place: "statuses.draft", "months.3". */
export function textsOf(value: unknown, place = ""): [string, string][] {
  if (typeof value === "string") return [[place, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, place === "" ? key : `${place}.${key}`));
}

/** The facts a sentence names: "{max}" -> "max". */
export function factsOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string))].sort();
}
