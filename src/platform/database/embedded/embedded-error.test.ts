import { describe, expect, test } from "vitest";
import { en } from "./embedded.en.ts";
import { fr } from "./embedded.fr.ts";
import { AlreadyRunning, EmbeddedError, sentencesOf } from "./embedded-error.ts";

const blanks = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();

describe("Les phrases de la base intégrée", () => {
  test("disent la même chose dans les deux langues : les mêmes clés, les mêmes faits", () => {
    for (const group of ["refusals", "events"] as const) {
      const french: Record<string, string> = fr[group];
      const english: Record<string, string> = en[group];
      expect(Object.keys(english)).toEqual(Object.keys(french));
      for (const [code, sentence] of Object.entries(french)) {
        expect([...new Set(blanks(english[code] ?? ""))], code).toEqual([...new Set(blanks(sentence))]);
      }
    }
  });

  test("un second démarrage est refusé en français puis en anglais, avec le dossier et le processus", () => {
    const error = new AlreadyRunning({ directory: "/srv/essaim", pid: 1234 });
    expect(error).toBeInstanceOf(EmbeddedError);
    expect(error.code).toBe("embedded.already-running");
    expect(error.sentences.fr).toContain("Essaim est déjà ouvert sur le dossier /srv/essaim (processus 1234).");
    expect(error.message).toBe(`${error.sentences.fr}\n${error.sentences.en}`);
  });

  test("seuls les événements qui concernent quelqu'un ont une phrase", () => {
    const moved = { asked: "/root/x", directory: "/var/lib/essaim/1", account: "essaim" };
    expect(sentencesOf({ name: "embedded.moved", facts: moved })?.fr).toBe(
      "Le dossier /root/x n'est pas accessible au compte essaim : les données sont dans /var/lib/essaim/1.",
    );
    expect(sentencesOf({ name: "embedded.started", facts: {} })).toBeNull();
  });
});
