/** What nobody may read in any answer, whatever was asked: words and amounts that belong to somebody else. */
import { WORDS } from "../harness/words.ts";
import type { World } from "../harness/world.ts";
import { type ActivityKey, type Asker, sees } from "./cast.ts";

export type Canary = {
  readonly name: string;
  readonly pattern: RegExp;
  readonly readers: (asker: Asker, slug: string) => boolean;
};

/** "7 319,57", "7.319,57", "7319.57" or the cents alone, not a piece of an identifier. */
function amount(cents: number): RegExp {
  const euros = String(Math.floor(cents / 100)).replace(/(\d)(?=(\d{3})+$)/g, "$1[\\s\\u00a0\\u202f.,]?(?:&nbsp;)?");
  const rest = String(cents % 100).padStart(2, "0");
  return new RegExp(`(?<![0-9a-f])(?:${euros}[.,]${rest}|${cents})(?![0-9a-f])`);
}

export function canariesOf(world: World): Canary[] {
  const general: readonly Asker[] = ["accountant", "payroll", "direction", "administrator"];
  const books: readonly Asker[] = ["accountant", "direction", "administrator"];
  const there = (asker: Asker, slug: string) => slug !== world.home && (asker === "stranger" || asker === "both");
  const found: Canary[] = (Object.keys(world.activities) as ActivityKey[]).flatMap((key) => {
    const activity = world.activities[key];
    const readers = (asker: Asker, slug: string) => sees(asker, key) && (slug === activity.slug || slug === "");
    return [
      { name: `the word of ${key}`, pattern: new RegExp(activity.word, "i"), readers },
      { name: `the net amount of ${key}`, pattern: amount(activity.net), readers },
      { name: `the gross amount of ${key}`, pattern: amount(activity.gross), readers },
    ];
  });
  const word = (text: string) => new RegExp(text, "i");
  return [
    ...found,
    {
      name: "a person of B",
      pattern: word(WORDS.personB),
      readers: (asker) => asker === "entrepreneurB" || asker === "follower" || general.includes(asker),
    },
    { name: "the shared services", pattern: word(WORDS.shared), readers: (asker) => books.includes(asker) },
    { name: "a person elsewhere", pattern: word(WORDS.stranger), readers: there },
    {
      name: "the other cooperative",
      pattern: word(WORDS.elsewhere),
      // Outside of any cooperative, one's own are listed.
      readers: (asker, slug) => there(asker, slug) || (slug === "" && (asker === "stranger" || asker === "both")),
    },
  ];
}

/** The cooperative of an address, "" outside of any. */
export function slugOfAddress(path: string, world: World): string {
  const first = path.split(/[/?.]/)[1] ?? "";
  return first === world.home || first === world.elsewhere ? first : "";
}

/** What this answer tells to somebody who may not know it. */
export function leaks(canaries: readonly Canary[], asker: Asker, slug: string, body: string): string[] {
  return canaries.filter(({ pattern, readers }) => pattern.test(body) && !readers(asker, slug)).map(({ name }) => name);
}
