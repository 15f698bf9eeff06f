/** Each refusal has its sentence in both languages, gathered, complete, and short enough to be read. */
import { describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { atRate, inMoney, onDay } from "#kernel/fact.ts";
import { toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { say } from "#ui/format.ts";
import { knownRefusals } from "../../refusals.ts";
import { factsOf, filesOf, load, productFiles, withoutComments } from "./source.ts";

type Catalogue = { readonly path: string; readonly refusals: Readonly<Record<string, string>> };

const MOST_WORDS = 25;
/** "noun.fault", or "noun.part.fault" where a noun has many parts. */
const CODE = /^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z-]*){1,2}$/;

async function catalogues(language: "fr" | "en"): Promise<Catalogue[]> {
  const found: Catalogue[] = [];
  for (const { path } of filesOf(`src/**/*.${language}.ts`)) {
    const words = (await load(path))[language] as { refusals?: Record<string, string> } | undefined;
    if (words?.refusals) found.push({ path, refusals: words.refusals });
  }
  return found;
}

const french = await catalogues("fr");
const english = await catalogues("en");
const merged = (all: readonly Catalogue[]) => new Map(all.flatMap(({ refusals }) => Object.entries(refusals)));
const sentences = { fr: merged(french), en: merged(english) };

type Use = { readonly path: string; readonly code: string; readonly facts: readonly string[] | null };

/** Each `refuse(kind, "code", { facts })` of a text. Facts are null when they come from elsewhere. */
function refusalsIn(path: string, text: string): Use[] {
  const code = withoutComments(text);
  return [...code.matchAll(/\brefuse\(\s*"\w+",\s*"([^"]+)"(?:\s+as const)?\s*(?:,\s*(\{[^{}]*\}|\w[\w.()]*))?/g)].map(
    (match) => {
      const given = match[2];
      const literal = given === undefined ? "{}" : given;
      return {
        path,
        code: match[1] as string,
        facts:
          literal.startsWith("{") && !literal.includes("...")
            ? [...literal.slice(1).matchAll(/(?:^|,)\s*(\w+)\s*(?=[:,}])/g)].map((key) => key[1] as string)
            : null,
      };
    },
  );
}

const uses = productFiles().flatMap(({ path, text }) => refusalsIn(path, text));

/** Longest sentence, in words as a reader counts them: « l’ » goes with its noun, a mark of punctuation is no word. */
function longestSentence(text: string): number {
  const parts = text.split(/(?<=[.!?…:;])\s+/);
  return Math.max(...parts.map((part) => part.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length));
}

describe("Chaque refus se dit en une phrase", () => {
  it("les refus sont bien lus", () => {
    expect(uses.length).toBeGreaterThan(100);
    expect(sentences.fr.size).toBeGreaterThan(200);
    const fields = refusalsIn("x", 'refuse("invalid", "a.b", { max: String(MAX), line }, "lines")');
    expect(fields).toEqual([{ path: "x", code: "a.b", facts: ["max", "line"] }]);
    expect(refusalsIn("x", 'refuse("conflict", "a.b")')).toEqual([{ path: "x", code: "a.b", facts: [] }]);
    expect(refusalsIn("x", 'refuse("conflict", "a.b", facts)')).toEqual([{ path: "x", code: "a.b", facts: null }]);
  });

  it("chaque code du programme a sa phrase française et sa phrase anglaise, réunies par refusals.ts", () => {
    const known = { fr: new Set(knownRefusals("fr")), en: new Set(knownRefusals("en")) };
    const missing = uses.flatMap(({ path, code }) =>
      (["fr", "en"] as const)
        .filter((language) => !known[language].has(code))
        .map((language) => `${language} ${code} (${path})`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it("aucun refus n'écrit lui-même un montant, un jour ou un taux : la langue est celle de qui lit", () => {
    const writers = /import \{([^}]*)\} from "#ui\/format\.ts"/;
    const figure = /\b(eur|amountText|day|mediumDay|longDay|month|percent|count)\b/;
    // A page knows its reader's language, and refuses before it shows.
    const told = (path: string) => /\.(page|view|island)\.tsx?$/.test(path);
    const wrong = productFiles()
      .filter(({ path, text }) => !told(path) && /\b(refuse|refuseDocument|addFault)[<(]/.test(text))
      .filter(({ text }) => figure.test(writers.exec(text)?.[1] ?? "") || /\.reverse\(\)\.join\("\/"\)/.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
    const facts = { due: inMoney(toCents(125_000n)), on: onDay(toDay("2026-04-03")), rate: atRate(toRate(1000)) };
    expect(say("{due}, {on}, {rate}", facts, "fr")).toBe("1\u00a0250,00\u00a0€, 03/04/2026, 10\u00a0%");
    expect(say("{due}, {on}, {rate}", facts, "en")).toBe("€1,250.00, 3 April 2026, 10%");
  });

  it("un pour cent s'écrit à la manière de sa langue", () => {
    const wrong = [...sentences.en].filter(([, text]) => /[\d}] %/.test(text)).map(([code]) => code);
    expect(wrong).toEqual([]);
  });

  it("chaque catalogue de refus est réuni par refusals.ts", () => {
    const known = new Set(knownRefusals("fr"));
    const missing = french.filter(({ refusals }) => Object.keys(refusals).some((code) => !known.has(code)));
    // What the embedded server refuses is said in the operator's terminal, before any page.
    const terminal = "src/platform/database/embedded/embedded.fr.ts";
    expect(missing.map(({ path }) => path).filter((path) => path !== terminal)).toEqual([]);
    expect([...knownRefusals("en")].sort()).toEqual([...known].sort());
  });

  it("chaque phrase sert : son code est dit quelque part", () => {
    const code = [
      ...productFiles().filter(({ path }) => !/\.(fr|en)\.ts$/.test(path)),
      ...filesOf("migrations/*.sql"),
    ].map(({ text }) => text);
    const idle = [...sentences.fr.keys()].filter(
      (key) =>
        !code.some((text) => text.includes(`"${key}"`) || text.includes(`'${key}'`) || text.includes(`\`${key}\``)),
    );
    expect(idle).toEqual([]);
  });

  it("un code est « nom.faute », et deux catalogues ne le disent pas deux fois", () => {
    for (const all of [french, english]) {
      const codes = all.flatMap(({ refusals }) => Object.keys(refusals));
      expect(codes.filter((code) => !CODE.test(code))).toEqual([]);
      expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    }
  });

  it("les deux langues nomment les mêmes faits", () => {
    const uneven = [...sentences.fr].filter(
      ([code, sentence]) => factsOf(sentence).join() !== factsOf(sentences.en.get(code) ?? "").join(),
    );
    expect(uneven.map(([code]) => code)).toEqual([]);
  });

  it("aucun {fait} ne reste vide : qui refuse donne tous les faits que la phrase nomme", () => {
    const unfilled = uses.flatMap(({ path, code, facts }) => {
      if (facts === null) return [];
      const lacking = factsOf(sentences.fr.get(code) ?? "").filter((fact) => !facts.includes(fact));
      return lacking.length === 0 ? [] : [`${path}: ${code} does not give ${lacking}`];
    });
    expect(unfilled).toEqual([]);
  });

  it(`une phrase compte ${MOST_WORDS} mots au plus`, () => {
    expect(longestSentence("Un deux trois. L’échéance tombe avant : quatre mots ici ?")).toBe(3);
    for (const language of ["fr", "en"] as const) {
      const long = [...sentences[language]].filter(([, sentence]) => longestSentence(sentence) > MOST_WORDS);
      expect(long.map(([code, sentence]) => `${code} (${longestSentence(sentence)}): ${sentence}`)).toEqual([]);
    }
  });

  it("une phrase est une phrase : majuscule au début, point à la fin", () => {
    for (const language of ["fr", "en"] as const) {
      const odd = [...sentences[language]].filter(
        ([, sentence]) => !/^[\p{Lu}\d«“"{]/u.test(sentence) || !/[.!?…»)}]$/.test(sentence.trim()),
      );
      expect(odd.map(([code, sentence]) => `${code}: ${sentence}`)).toEqual([]);
    }
  });
});
