/** The habits of the house that no compiler knows: names, sizes, clocks, documents that stay true. */
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOf, load, productFiles, testFiles, withoutComments } from "./source.ts";

const every = filesOf("src/**/*.{ts,tsx}");
const modules = readdirSync("src/modules", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const textOf = (path: string) => filesOf(path)[0]?.text ?? "";

const MOST_LINES = 250;
const FORBIDDEN_NAMES = /(^|[-.])(utils?|helpers?|common|managers?|services?|base|misc|handlers?)([-.]|$)/;
/** Data and words are lists: they may be long; so may one order that the law gives, read best in one piece. */
const IS_LIST = /\.(fr|en)\.ts$|\/pcg-[a-z-]+\.ts$|facturx\/(cii-writer|every-document)\.ts$|demo\/trade\.ts$/;
/** The base of a contribution (l’assiette) is a word of the trade, not a catch-all. */
const TRADE_NAMES = ["src/modules/contribution/compute/base.ts"];
/** Where the public social model's floating figures become exact ones. */
const FLOAT_BORDERS = ["src/modules/payroll/simulation/pay-run.ts"];

/** Folders of somebody's machine. */
const MACHINE_PATH = /(?<![\w.~:/-])\/(?:home|Users|work|mnt)\/\w|[A-Z]:\\Users\\/;

/** What reads the clock, chance, the environment or the network: never in a file without an effect suffix. */
const EFFECTS: readonly [string, RegExp][] = [
  ["the clock", /\bnew Date\(\s*\)|\bDate\.now\(/],
  ["a stopwatch", /\bperformance\.now\(/],
  ["chance", /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/],
  ["the environment", /\bprocess\.(env|argv|cwd)\b/],
  ["the network or a file", /(?<![.\w])fetch\(|from "node:(fs|http|https|net|child_process)/],
  ["React state", /\buse(State|Effect|Reducer|Ref|LayoutEffect)\(/],
  ["the console", /\bconsole\.\w+\(/],
];
const EFFECT_SUFFIX = /\.(command|store|page|job|island|entry|root|server)\.tsx?$/;

const effectsIn = (text: string) =>
  EFFECTS.filter(([, pattern]) => pattern.test(withoutComments(text))).map(([name]) => name);

describe("La maison est rangée", () => {
  it("aucun fichier ne nomme le dossier d’une machine", () => {
    const found = [
      ...every,
      ...filesOf("*.{md,json,cjs}"),
      ...filesOf("{vite,vitest,react-router}.config.ts"),
      ...filesOf("docs/**/*.md"),
      ...filesOf("{scripts,bench}/**/*.{ts,mjs}"),
      ...filesOf("migrations/*.sql"),
      ...filesOf(".ci/*"),
    ].filter(
      ({ path, text }) =>
        path !== "package-lock.json" && (MACHINE_PATH.test(text) || text.includes(`${resolve(".")}${sep}`)),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
    expect(MACHINE_PATH.test(`see ${["", "home", "samira", "essaim"].join("/")}`)).toBe(true);
    expect(MACHINE_PATH.test("import x from './work/home/a' or https://a.example/home/b")).toBe(false);
  });

  it("chaque paquet, de toutes les machines, est épinglé par son empreinte", () => {
    const { packages } = JSON.parse(textOf("package-lock.json")) as {
      packages: Record<string, { integrity?: string }>;
    };
    const without = Object.entries(packages).filter(([path, { integrity }]) => path !== "" && !integrity);
    expect(without.map(([path]) => path)).toEqual([]);
    expect(Object.keys(packages).length).toBeGreaterThan(300);
  });

  it("des noms en minuscules à tirets, et aucun fourre-tout", () => {
    const names = every.map(({ path }) => path.split("/").at(-1) ?? "");
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(name))).toEqual([]);
    expect(
      every
        .filter(({ path }) => path.split("/").some((part) => FORBIDDEN_NAMES.test(part.replace(/\.tsx?$/, ""))))
        .map(({ path }) => path)
        .filter((path) => !TRADE_NAMES.includes(path)),
    ).toEqual([]);
    for (const name of ["date-utils", "helper", "user-manager", "mail.service"])
      expect(FORBIDDEN_NAMES.test(name)).toBe(true);
    expect(FORBIDDEN_NAMES.test("contribution-base-cents")).toBe(true);
  });

  it(`un fichier compte ${MOST_LINES} lignes au plus`, () => {
    const long = productFiles()
      .filter(({ path, text }) => !IS_LIST.test(path) && text.split("\n").length > MOST_LINES + 1)
      .map(({ path, text }) => `${path}: ${text.split("\n").length}`);
    expect(long).toEqual([]);
  });

  it("un fichier sans suffixe d’effet n’a pas d’effet : ni horloge, ni hasard, ni réseau, ni état", () => {
    const impure = productFiles()
      .filter(({ path }) => /^src\/(kernel|modules)\//.test(path) && !EFFECT_SUFFIX.test(path))
      .flatMap(({ path, text }) => effectsIn(text).map((effect) => `${path}: ${effect}`));
    expect(impure).toEqual([]);
    expect(effectsIn("const now = new Date(); // new Date()")).toEqual(["the clock"]);
    expect(effectsIn("const day = new Date(text); /* Math.random() */")).toEqual([]);
    expect(effectsIn("const [a] = useState(0); fetch(x)")).toEqual(["the network or a file", "React state"]);
  });

  it("l’heure d’un acte vient de son contexte : les commandes et les lectures ne lisent pas l’horloge", () => {
    const clocks = productFiles()
      .filter(({ path }) => /^src\/modules\//.test(path) && /\.(command|store|job|page)\.tsx?$/.test(path))
      .filter(({ text }) => effectsIn(text).includes("the clock"));
    expect(clocks.map(({ path }) => path)).toEqual([]);
  });

  it("l’argent ne passe jamais par un nombre à virgule", () => {
    const floats = productFiles()
      .filter(({ path }) => /^src\/(kernel|modules)\//.test(path))
      .filter(({ text }) => /\bparseFloat\(|\.toFixed\(/.test(withoutComments(text)));
    expect(floats.map(({ path }) => path)).toEqual(FLOAT_BORDERS);
  });

  it("aucune dérogation silencieuse : ni type effacé dans le produit, ni test mis de côté", () => {
    const erased = productFiles().filter(
      ({ text }) => /@ts-(ignore|nocheck)/.test(text) || /\bas any\b|: any\b/.test(withoutComments(text)),
    );
    expect(erased.map(({ path }) => path)).toEqual([]);
    const aside = testFiles().filter(({ text }) =>
      /\b(it|test|describe)\.(only|todo)\(|@ts-nocheck/.test(withoutComments(text)),
    );
    expect(aside.map(({ path }) => path).filter((path) => !path.startsWith("src/testing/catalogue/"))).toEqual([]);
  });

  it("chaque module a sa porte et son README d’une page", () => {
    expect(modules.length).toBeGreaterThan(5);
    for (const name of modules) {
      const readme = textOf(`src/modules/${name}/README.md`);
      expect([name, readme.split("\n").length > 8 && readme.split("\n").length <= 32]).toEqual([name, true]);
      for (const word of ["Words", "Invariants", "Who may", "Publishes"]) {
        expect([name, word, readme.includes(`**${word}`)]).toEqual([name, word, true]);
      }
    }
    const known = modules.filter((name) => name !== "desk" && name !== "account");
    expect(
      known.filter(
        (name) => !existsSync(`src/modules/${name}/index.ts`) && !existsSync(`src/modules/${name}/index.server.ts`),
      ),
    ).toEqual([]);
  });

  it("deux niveaux dans un module, jamais trois", () => {
    expect(
      every.filter(({ path }) => /^src\/modules\/[^/]+\/[^/]+\/[^/]+\//.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  it("une note de décision : une date, un nom, un contexte, un choix, des conséquences", () => {
    const notes = filesOf("docs/decisions/*.md");
    expect(notes.length).toBeGreaterThan(5);
    for (const { path, text } of notes) {
      expect(path).toMatch(/^docs\/decisions\/\d{4}-\d{2}-\d{2}(-[a-z0-9]+)+\.md$/);
      for (const part of ["**Context", "**Choice", "**Consequences"])
        expect([path, part, text.includes(part)]).toEqual([path, part, true]);
    }
  });
});

describe("Les documents disent vrai", () => {
  /** "sales: membership, ledger" of the table of ARCHITECTURE.md. */
  function writtenMap(): Record<string, string[]> {
    const rows = [...textOf("ARCHITECTURE.md").matchAll(/^\| `(\w+)` \| ([^|]*) \|$/gm)];
    return Object.fromEntries(
      rows.map((row) => [row[1], [...(row[2] ?? "").matchAll(/`(\w+)`/g)].map((match) => match[1] as string).sort()]),
    );
  }

  it("ARCHITECTURE.md porte la carte des modules que le contrôle applique", async () => {
    const rules = createRequire(resolve("package.json"))("./.dependency-cruiser.cjs") as {
      forbidden: { name: string; to: { path?: string } }[];
    };
    const checked = Object.fromEntries(
      rules.forbidden
        .filter(({ name }) => name.startsWith("map-of-"))
        .map(({ name, to }) => {
          const module = name.slice("map-of-".length);
          const known = /\(\?!(.*)\/\)$/.exec(to.path ?? "")?.[1]?.split("/|") ?? [];
          return [module, known.filter((other) => other !== module).sort()];
        }),
    );
    expect(writtenMap()).toEqual(checked);
    // The desk sits on top and may read every module's door: it has no line in the map.
    expect([...Object.keys(checked), "desk"].sort()).toEqual(modules);
  });

  it.each(["README.md", "README.fr.md"])("%s nomme chaque réglage, et aucun autre", async (path) => {
    const settings = new Set([
      ...[...textOf("src/platform/settings.ts").matchAll(/^ {2}([A-Z][A-Z_]+): z/gm)].map(
        (match) => match[1] as string,
      ),
      ...productFiles().flatMap(({ text }) =>
        [...text.matchAll(/\b(?:process\.env|environment)\.(ESSAIM_[A-Z_]+)/g)].map((match) => match[1] as string),
      ),
    ]);
    // Set by the scripts themselves, never by a person.
    for (const own of ["NODE_ENV", "ESSAIM_FROM"]) settings.delete(own);
    const written = [...textOf(path).matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map((match) => match[1] as string);
    expect([...written].sort()).toEqual([...settings].sort());
  });

  it.each(["README.md", "README.fr.md"])("%s nomme chaque commande de l’exploitant", async (path) => {
    const { fr } = (await load("src/operator/operator.fr.ts")) as { fr: { help: string } };
    const commands = [...fr.help.matchAll(/^ {2}([a-z][a-z-]+) /gm)].map((match) => match[1] as string);
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands)
      expect([path, command, textOf(path).includes(command)]).toEqual([path, command, true]);
  });

  it.each(["README.md", "README.fr.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md"])(
    "%s ne renvoie qu’à ce qui existe",
    (path) => {
      const links = [...textOf(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
        (match) => match[1] as string,
      );
      expect(textOf(path).length).toBeGreaterThan(200);
      // The pictures are taken by the browser stories, not kept by hand.
      expect(links.filter((link) => !link.startsWith("docs/pictures/") && !existsSync(link))).toEqual([]);
    },
  );

  it("ce que l’on lit se range comme en français : Élise avant Zoé", () => {
    // C.UTF-8 sorts É after Z; what is sorted without accents, by an index, is in order too.
    const byCode = /order by[^`;]*?(?<!unaccent\()\blower\((?:\w+\.)?(?:last_name|first_name|name|title)\)/u;
    expect(
      productFiles()
        .filter(({ text }) => byCode.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
