import type { Language } from "#kernel/language.ts";

/** Pages of several modules that stand side by side under one entry of the menu. */
export type SharedPages = {
  readonly label: Readonly<Record<Language, string>>;
  readonly pages: readonly {
    /** Within the house: "cooperation/grilles". */
    readonly path: string;
    readonly end?: boolean;
    readonly words: Readonly<Record<Language, string>>;
  }[];
};
