import type { Language } from "./language.ts";

type Row = Readonly<Record<string, unknown>>;

/** Rows that speak of somebody, given back when they ask for what is known of them (RGPD art. 15). */
type Speaking = {
  /** "parcours.candidate": each table of the database is in one list, of the module that knows what it says. */
  readonly table: string;
  readonly words: Readonly<Record<Language, string>>;
  /** Columns that open something, or that are no words: left out. */
  readonly hidden?: readonly string[];
  /** Only rows that say this. */
  readonly only?: Readonly<Record<string, string>>;
  /** Files that its rows name: column of the content's name → column of the file's name, or "" for none. */
  readonly files?: Readonly<Record<string, string>>;
  /** What a value says in words, when it is one of a list. */
  readonly say?: (column: string, row: Row, language: Language) => string | undefined;
} & (
  | { /** The column that holds the person. */ readonly of: string }
  | { /** The column that holds an address of e-mail. */ readonly email: string }
  | {
      /** The column that points to rows of another table of the list, by that table's key ("id" unless said). */
      readonly within: readonly [column: string, table: string, key?: string];
    }
);

/** Rows that speak of nobody, or that are given back elsewhere: why. */
type Silent = { readonly table: string; readonly not: "nobody" | "books" | "activity" | "technical" | "apart" };

export type PersonalTable = Speaking | Silent;

type ListWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Says values of lists in words: of each column, the words of its values. */
export function inWords(lists: Readonly<Record<Language, ListWords>>): NonNullable<Speaking["say"]> {
  return (column, row, language) => lists[language][column]?.[String(row[column])];
}

export const speaks = (table: PersonalTable): table is Speaking => !("not" in table);
export type SpeakingTable = Speaking;
