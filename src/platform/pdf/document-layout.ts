/** Everything a page says, as ready text: what the Typst template lays out, without a decision left to take. */
export type DocumentLayout = {
  readonly language: "fr" | "en";
  readonly title: string;
  readonly author: string;
  /** Year, month, day: the date of the PDF, so that the same document gives the same bytes. */
  readonly date: readonly [number, number, number];
  readonly draft: string | null;
  readonly accent: string;
  readonly tint: string;
  readonly logo: { readonly path: string; readonly alt: string } | null;
  readonly kind: string;
  readonly number: string | null;
  readonly seller: { readonly name: string; readonly trade: string | null; readonly lines: readonly string[] };
  readonly buyer: { readonly label: string; readonly name: string; readonly lines: readonly string[] };
  readonly delivery: { readonly label: string; readonly lines: readonly string[] } | null;
  readonly facts: readonly LabelledText[];
  readonly subject: string | null;
  readonly introduction: string | null;
  readonly columns: {
    readonly name: string;
    readonly quantity: string;
    readonly unitPrice: string;
    readonly vat: string;
    readonly amount: string;
  };
  readonly rows: readonly LayoutRow[];
  /** Everything is sure to hold on one page. */
  readonly short: boolean;
  /** The rows from here on stay with the totals: the last line, with its group's title when it is alone under it. */
  readonly tail: number;
  readonly vatTable: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  } | null;
  readonly vatMentions: readonly string[];
  readonly totals: readonly LayoutTotal[];
  readonly due: LayoutTotal & { readonly settled: string | null };
  readonly payment: {
    readonly title: string;
    readonly lines: readonly LabelledText[];
    readonly other: string | null;
    /** The drawing that a bank's application scans. */
    readonly code: { readonly svg: string; readonly alt: string; readonly help: string } | null;
  } | null;
  readonly schedule: { readonly title: string; readonly rows: readonly (readonly string[])[] } | null;
  readonly note: string | null;
  readonly mentions: readonly string[];
  readonly signature: { readonly title: string; readonly text: string; readonly accepted: string | null } | null;
  readonly conditions: { readonly title: string; readonly paragraphs: readonly string[] } | null;
  readonly footer: readonly string[];
  /** Top of the pages after the first. */
  readonly runningTitle: string;
  /** "Page {page} sur {pages}" */
  readonly pageLabel: string;
  readonly xml: { readonly text: string; readonly description: string } | null;
};

export type LabelledText = { readonly label: string; readonly value: string };

export type LayoutRow =
  | { readonly type: "group"; readonly title: string }
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "subtotal"; readonly label: string; readonly amount: string }
  | {
      readonly type: "item";
      readonly name: string;
      readonly description: string | null;
      readonly discount: string | null;
      readonly quantity: string;
      readonly unit: string;
      readonly unitPrice: string;
      readonly vat: string;
      readonly amount: string;
    };

export type LayoutTotal = { readonly label: string; readonly amount: string; readonly strong: boolean };
