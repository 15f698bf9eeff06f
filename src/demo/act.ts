/** What happens in the story, in words of the story: who does what, when. The job turns each into a real command. */
import type { Instant } from "#kernel/day.ts";
import type { Cents } from "#kernel/money.ts";
import type { DocumentContent } from "#modules/sales/index.ts";
import type { Question } from "#modules/statistics/index.ts";
import type { PersonKey } from "./people.ts";
import type { Step } from "./step.ts";
import type { SupplierPaper } from "./supplier-paper.ts";

/** A line of a manual entry: one of the two amounts is zero. `activity` null: the shared services. */
export type EntryLine = {
  readonly account: string;
  readonly activity: string | null;
  readonly debit: Cents;
  readonly credit: Cents;
  readonly auxiliary?: { readonly code: string; readonly label: string };
};

export type StoryEntry = {
  readonly journal: "AC" | "BQ" | "OD" | "PA";
  readonly label: string;
  readonly piece: string;
  readonly lines: readonly EntryLine[];
  /** The supplier's invoice, when the accountant kept it with the entry. */
  readonly paper?: SupplierPaper;
};

/** The fields of a customer that are filled. */
export type ClientText = Readonly<Record<string, string>>;

export type Deed =
  | { readonly verb: "openFiscalYear" }
  | { readonly verb: "closeFiscalYear"; readonly year: string }
  | { readonly verb: "welcome"; readonly person: PersonKey }
  | {
      readonly verb: "keepFile";
      readonly person: PersonKey;
      readonly section: string;
      readonly values: Readonly<Record<string, string>>;
      /** Why what was written before was wrong; absent: what changes is true from that day on. */
      readonly mistake?: string;
    }
  | {
      readonly verb: "keepQuestion";
      readonly name: string;
      readonly description: string;
      readonly question: Question;
    }
  | { readonly verb: "parcours"; readonly leaver: string; readonly step: Step }
  | { readonly verb: "startActivity"; readonly activity: string }
  | { readonly verb: "addCustomer"; readonly activity: string; readonly client: ClientText }
  | {
      readonly verb: "draftQuote";
      readonly activity: string;
      readonly customer: string;
      readonly title: string;
      readonly content: DocumentContent;
      readonly depositRate: number;
    }
  | { readonly verb: "submitQuote" | "validateQuote" | "markQuoteSent" | "acceptQuote"; readonly quote: string }
  | { readonly verb: "declineQuote"; readonly quote: string; readonly comment: string }
  | { readonly verb: "invoiceQuote"; readonly quote: string; readonly part: "next" | "balance" }
  | {
      readonly verb: "draftInvoice";
      readonly activity: string;
      readonly customer: string;
      readonly title: string;
      readonly content: DocumentContent;
    }
  | { readonly verb: "submitInvoice" | "issueInvoice" | "creditInvoice"; readonly invoice: string }
  | { readonly verb: "sendInvoice"; readonly invoice: string; readonly recipient: string }
  | { readonly verb: "returnInvoice"; readonly invoice: string; readonly comment: string }
  | {
      readonly verb: "recordPayment";
      readonly invoice: string;
      /** Everything that is left, or half of it. */
      readonly part: "all" | "half";
      readonly method: "transfer" | "cheque" | "card" | "cash";
    }
  | { readonly verb: "postEntry"; readonly entry: StoryEntry }
  | { readonly verb: "declareVat"; readonly month: string }
  | { readonly verb: "payVat"; readonly month: string }
  | { readonly verb: "remitCheques"; readonly month: string }
  | { readonly verb: "postContribution"; readonly month: string }
  | { readonly verb: "adoptRule"; readonly from: string; readonly rate: number; readonly resolution: string };

export type Act = {
  /** Stable: the same act has the same key in every run of the same seed. Deeds name earlier acts by it. */
  readonly key: string;
  readonly at: Instant;
  readonly by: PersonKey;
  readonly deed: Deed;
  /** The activity it belongs to; absent for an act of the whole cooperative, which waits for all the others. */
  readonly activity?: string;
};

/** Verbs that take a number of a series or of the books: played one after the other, so that numbers never differ. */
const NUMBERED: ReadonlySet<Deed["verb"]> = new Set<Deed["verb"]>([
  "validateQuote",
  "issueInvoice",
  "recordPayment",
  "postEntry",
]);

export function takesNumber({ deed }: Act): boolean {
  return NUMBERED.has(deed.verb);
}

/** In the order of time; acts of one moment keep the order in which they were planned. */
export function inOrder(acts: readonly Act[]): Act[] {
  return [...acts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
