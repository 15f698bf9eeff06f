import type { Day } from "#kernel/day.ts";

/** A document of running text on paper (a contract, a letter): plain values, nothing computed here. */
export type PrintablePages = {
  readonly title: string;
  readonly author: string;
  readonly language: "fr" | "en";
  readonly date: Day;
  /** "#1f5fa8", the cooperative's. */
  readonly accent: string;
  readonly header: readonly PageBlock[];
  readonly footer: readonly PageBlock[];
  readonly blocks: readonly PageBlock[];
  /** A page at the end that says who signed, when and how. */
  readonly trail?: PrintableTrail;
  /** A file carried inside the PDF: what the signers saw, byte for byte. */
  readonly attachment?: { readonly name: string; readonly description: string; readonly bytes: Uint8Array };
};

export type PageAlign = "left" | "center" | "right" | "justify";

export type PageInline = {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
};

export type PageBlock =
  | {
      readonly kind: "heading";
      /** 1 is the title of the document. */
      readonly level: number;
      readonly align: PageAlign;
      readonly inlines: readonly PageInline[];
    }
  | {
      readonly kind: "paragraph";
      readonly align: PageAlign;
      /** In millimetres. */
      readonly indent: number;
      readonly inlines: readonly PageInline[];
    }
  | {
      readonly kind: "item";
      /** "•", "2.", "a)": what stands before the text. */
      readonly label: string;
      readonly level: number;
      readonly inlines: readonly PageInline[];
    }
  | {
      readonly kind: "table";
      /** Shares of the width. */
      readonly widths: readonly number[];
      /** Rows that head the table. */
      readonly head: number;
      readonly ruled: boolean;
      readonly rows: readonly (readonly PageCell[])[];
    }
  | {
      /** A drawing that we wrote, as wide as the page, with what it shows in words. */
      readonly kind: "drawing";
      readonly svg: string;
      readonly alt: string;
    }
  | { readonly kind: "break" };

export type PageCell = { readonly span: number; readonly blocks: readonly PageBlock[] };

export type PrintableTrail = {
  readonly title: string;
  readonly introduction: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly signers: readonly {
    readonly name: string;
    readonly quality: string;
    readonly lines: readonly string[];
    /** The drawn signature, as SVG that we wrote. */
    readonly drawing?: { readonly svg: string; readonly alt: string };
  }[];
  readonly historyTitle: string;
  readonly history: readonly { readonly at: string; readonly what: string }[];
  readonly closing: string;
  /** The address that checks the document, as words and as a code to scan. */
  readonly check?: { readonly label: string; readonly address: string; readonly svg: string; readonly alt: string };
};
