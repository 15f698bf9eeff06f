/** Every act of the house: named, traced under one name, allowed by a policy, tested. */
import { describe, expect, it } from "vitest";
import { fr as accessWords } from "#modules/privacy/access/access.fr.ts";
import { fr as actWords } from "#modules/privacy/archive/traced-act.fr.ts";
import type { App } from "#platform/app.ts";
import { handlersOf } from "../../effects.ts";
import { filesOf, importsOf, productFiles, type SourceFile, testFiles, withoutComments } from "./source.ts";

type Found = { readonly path: string; readonly name: string; readonly identifier: string | null };

/** The commands that a text defines, with the identifier that exports each. */
function commandsIn({ path, text }: SourceFile): Found[] {
  const code = withoutComments(text);
  return [...code.matchAll(/(?:export const (\w+)\s*=\s*)?defineCommand\(\{([\s\S]*?)\brun[(:]/g)].map((match) => ({
    path,
    identifier: match[1] ?? null,
    name: /\bname:\s*"([^"]*)"/.exec(match[2] ?? "")?.[1] ?? "",
  }));
}

/** Facts that are told and that nothing has to follow today: others will listen (bank, webhooks). */
const ANNOUNCED = [
  "sales.quote.sent.v1",
  "sales.quote.accepted.v1",
  "sales.quote.declined.v1",
  "sales.quote.submitted.v1",
  "sales.quote.returned.v1",
  "contribution.run.posted.v1",
];

/** Forms that ask and change nothing. */
const QUESTIONS = ["src/modules/ledger/fec/fec.page.tsx", "src/modules/documents/signature/verify.page.tsx"];

const commandFiles = filesOf("src/**/*.command.ts");
const commands = commandFiles.flatMap(commandsIn);
const pages = filesOf("src/**/*.page.{ts,tsx}");
const textOf = (path: string) => commandFiles.find((file) => file.path === path)?.text ?? "";
const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1];

/** What is wrong with the names of some commands. */
function nameFaults(found: readonly Found[]): string[] {
  const seen = new Set<string>();
  return found.flatMap(({ path, name }) => {
    const faults: string[] = [];
    if (!/^[a-z]+\.[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/.test(name)) faults.push(`${path}: ${name} is not module.noun.verb`);
    if (name.split(".")[0] !== moduleOf(path)) faults.push(`${path}: ${name} belongs to another module`);
    if (seen.has(name)) faults.push(`${path}: ${name} is taken`);
    seen.add(name);
    return faults;
  });
}

describe("Chaque acte est un seul acte, nommé, permis, éprouvé", () => {
  it("les commandes sont bien lues", () => {
    expect(commands.length).toBeGreaterThan(40);
    const calls = productFiles()
      .filter((file) => file.path.endsWith(".command.ts"))
      .flatMap((file) => [...withoutComments(file.text).matchAll(/\bdefineCommand\(/g)]);
    expect(commands.length).toBe(calls.length);
  });

  it("un acte sur la fiche d’une personne a un mot, que lit la personne dans son archive", () => {
    const words = { ...actWords.acts, ...accessWords.actions } as Readonly<Record<string, string>>;
    const known = new Set(commands.map(({ name }) => name));
    expect(Object.keys(actWords.acts).filter((name) => !known.has(name))).toEqual([]);
    const onPersons = commandFiles.flatMap(({ text }) =>
      text
        .split(/(?=defineCommand\(\{)/)
        .filter((part) => part.includes('subjectKind: "membership.person"'))
        .flatMap((part) => /\bname:\s*"([^"]*)"/.exec(part)?.[1] ?? []),
    );
    expect(onPersons.length).toBeGreaterThan(10);
    expect(onPersons.filter((name) => !(name in words))).toEqual([]);
  });

  it("module.nom.verbe, dans son module, une seule fois", () => {
    expect(nameFaults(commands)).toEqual([]);
  });

  it("un nom mal fait, d’un autre module ou déjà pris est vu", () => {
    const at = (name: string, path = "src/modules/sales/invoice/issue-invoice.command.ts") => ({
      path,
      name,
      identifier: null,
    });
    expect(nameFaults([at("sales.invoice")])).toHaveLength(1);
    expect(nameFaults([at("sales.invoice.take_back")])).toHaveLength(1);
    expect(nameFaults([at("")])).toHaveLength(2);
    expect(nameFaults([at("ledger.entry.post")])).toHaveLength(1);
    expect(nameFaults([at("sales.invoice.issue"), at("sales.invoice.issue")])).toHaveLength(1);
  });

  it("un acte se définit dans un fichier .command.ts, et ce fichier en définit un ou est une étape d’un autre", () => {
    const elsewhere = productFiles().filter(
      ({ path, text }) => !path.endsWith(".command.ts") && /\bdefineCommand\(\{/.test(withoutComments(text)),
    );
    expect(elsewhere.map((file) => file.path)).toEqual([]);
    const steps = commandFiles
      .filter((file) => commandsIn(file).length === 0 && !/\bdefinePublicCommand\(/.test(file.text))
      .map((file) => file.path);
    const imported = new Set(commandFiles.flatMap(({ path }) => importsOf(path)));
    expect(steps.filter((path) => !imported.has(path))).toEqual([]);
  });

  it("chaque acte est éprouvé : un test le nomme", () => {
    const tests = testFiles().map((file) => file.text);
    const missing = commands.filter(({ path, name, identifier }) => {
      // A command made inside a function is run by that function: its file is named instead.
      const word = identifier === null ? `from "[^"]*${path.split("/").at(-1)}"` : `\\b${identifier}\\b`;
      return !tests.some((text) => new RegExp(word).test(text) || text.includes(`"${name}"`));
    });
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it("chaque acte passe par une règle de droits (.policy.ts) avant d’agir", () => {
    const decides = (path: string) => importsOf(path).some((file) => file.endsWith(".policy.ts"));
    const without = commands.filter(
      ({ path, name }) =>
        !decides(path) &&
        // Membership's own act decides who changes a part of the settings; the network's step, who speaks for a structure.
        !/\b(saveSettings|speakingFor)\(context\b/.test(textOf(path)) &&
        // The step that loads and allows may stand in another act's file.
        !importsOf(path).some((file) => file.endsWith(".command.ts") && decides(file)) &&
        // Its founder has no right yet: the operator or the first-run page answers for it.
        name !== "membership.organization.create",
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it("un acte public a son nom, son test, et ne connaît aucun auteur", () => {
    const found = commandFiles.flatMap(({ path, text }) =>
      [
        ...withoutComments(text).matchAll(
          /export const (\w+) = definePublicCommand\(\{\s*public: true,\s*name: "([^"]+)"/g,
        ),
      ].map((match) => ({ path, identifier: match[1] as string, name: match[2] as string })),
    );
    const calls = productFiles().flatMap(({ text }) => [
      ...withoutComments(text).matchAll(/\bdefinePublicCommand\(\{/g),
    ]);
    expect(found.length).toBeGreaterThan(3);
    expect(found.length).toBe(calls.length);
    expect(nameFaults([...commands, ...found])).toEqual([]);
    const tests = testFiles().map((file) => file.text);
    const untested = found.filter(
      ({ identifier }) => !tests.some((text) => new RegExp(`\\b${identifier}\\b`).test(text)),
    );
    expect(untested.map(({ name }) => name)).toEqual([]);
    const acting = found.filter(({ path }) =>
      /\bcontext\.actor\b|\bactor\b\s*[},]/.test(withoutComments(textOf(path))),
    );
    expect(acting.map(({ path }) => path)).toEqual([]);
  });

  it("chaque formulaire d’une page nomme une commande", () => {
    // Preferences of the device and identity are no act of a cooperative: cookies, and the sign-in's own doors.
    const outside = /^src\/(shell|platform|modules\/account)\//;
    // Or a command of another module, by its front door.
    const identifiers = commands.flatMap(({ identifier }) => (identifier === null ? [] : [identifier]));
    const without = pages.filter(
      ({ path, text }) =>
        /export (async )?(function|const) action\b/.test(text) &&
        !outside.test(path) &&
        !QUESTIONS.includes(path) &&
        !importsOf(path).some((file) => /\.(command|page)\.tsx?$/.test(file)) &&
        !identifiers.some((name) =>
          new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "#modules/\\w+/index.server.ts"`).test(text),
        ),
    );
    expect(without.map((file) => file.path)).toEqual([]);
  });

  it("chaque effet demandé a qui le fait, chaque effet fait est demandé", () => {
    const named = new Set(
      productFiles().flatMap(({ text }) =>
        [...withoutComments(text).matchAll(/"([a-z]+(?:\.[a-z_]+)+\.v[0-9]+)"/g)].map((match) => match[1] as string),
      ),
    );
    const app = { settings: { dataDirectory: ".", smtpUrl: null, mailFrom: "" } } as unknown as App;
    const handled = new Set(handlersOf(app).keys());
    expect(named.size).toBeGreaterThan(5);
    expect([...named].filter((event) => !handled.has(event) && !ANNOUNCED.includes(event))).toEqual([]);
    expect([...handled].filter((event) => !named.has(event))).toEqual([]);
    expect(ANNOUNCED.filter((event) => handled.has(event) || !named.has(event))).toEqual([]);
  });

  it("un effet demandé a un nom versionné", () => {
    const wrong = commandFiles.flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(/\bemit\(\s*"([^"]*)"/g)]
        .map((match) => match[1] as string)
        .filter((event) => !/^[a-z]+(\.[a-z_]+)+\.v[0-9]+$/.test(event))
        .map((event) => `${path}: ${event}`),
    );
    expect(wrong).toEqual([]);
  });
});
