import { expect, test } from "vitest";
import { en } from "./contribution.en.ts";
import { fr } from "./contribution.fr.ts";

type Words = { readonly [key: string]: string | Words };

function sentences(words: Words, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : sentences(value, `${path}${key}/`),
  );
}

const facts = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test("chaque phrase anglaise a les mêmes faits que la française", () => {
  const english = new Map(sentences(en));
  for (const [path, sentence] of sentences(fr))
    expect([path, facts(english.get(path) ?? "")]).toEqual([path, facts(sentence)]);
});

test("les phrases tiennent la charte : ni « veuillez », ni « invalide », ni point médian", () => {
  for (const [, sentence] of sentences(fr)) expect(sentence).not.toMatch(/veuillez|invalide|·/i);
});
