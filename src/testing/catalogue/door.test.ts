/** Server code is what Node loads by itself, types stripped: jobs, benchmarks, the fixtures of durability. It knows no view. */
import { describe, expect, it } from "vitest";
import { filesOf, loadedWith, productFiles, type SourceFile } from "./source.ts";

const every = new Map(filesOf("{src,bench}/**/*.{ts,tsx}").map((file) => [file.path, file]));
/** What acts, and the two doors that it reads: everything pure that it needs is loaded with it. */
const OF_THE_SERVER =
  /\.(command|store|job|entry|server|fixture)\.ts$|\/index\.ts$|^src\/(main|cli|runtime|effects)\.ts$/;

/** The way from a file to the first view that loading it would load: "a.ts → b.ts → c.tsx"; null when there is none. */
function wayToView(from: SourceFile, among: ReadonlyMap<string, SourceFile>): string | null {
  const cameFrom = new Map<string, string | null>([[from.path, null]]);
  for (const path of cameFrom.keys()) {
    if (path.endsWith(".tsx")) {
      const way: string[] = [];
      for (let at: string | null = path; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
      return way.join(" → ");
    }
    const file = among.get(path);
    if (file === undefined) continue;
    for (const next of loadedWith(file)) if (!cameFrom.has(next)) cameFrom.set(next, path);
  }
  return null;
}

describe("Les portes des modules", () => {
  it("le code du serveur, les bancs d’essai et les essais de durabilité ne chargent aucune vue", () => {
    const server = [
      ...productFiles().filter(({ path }) => OF_THE_SERVER.test(path)),
      ...filesOf("src/**/*.fixture.ts"),
      ...filesOf("bench/*.ts"),
    ];
    expect(server.length).toBeGreaterThan(400);
    expect(server.map((file) => wayToView(file, every)).filter((way) => way !== null)).toEqual([]);
  });

  it("une vue au bout d’une chaîne se voit, un type ou un import différé n’en charge pas", () => {
    const job = { path: "src/a/x.job.ts", text: 'import {\n  one,\n} from "#b/index.ts";\n' };
    const among = (text: string) => new Map([job, { path: "src/b/index.ts", text }].map((file) => [file.path, file]));
    const door = 'export type { Shown } from "./c.view.tsx";\nexport { Shown } from "./c.view.tsx";\n';
    expect(wayToView(job, among(door))).toBe("src/a/x.job.ts → src/b/index.ts → src/b/c.view.tsx");
    const types = 'import type { Shown } from "./c.view.tsx";\n// import { Shown } from "./c.view.tsx";\n';
    const later = 'export const open = () => import("./c.view.tsx");\n';
    expect(wayToView(job, among(types + later))).toBeNull();
    expect(loadedWith({ path: "src/a.ts", text: 'import "./side.ts";\nexport * from "#d/e.ts";\n' })).toEqual([
      "src/side.ts",
      "src/d/e.ts",
    ]);
  });
});
