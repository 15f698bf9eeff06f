/** What each trade sells and buys: believable lines, prices in cents, VAT as the law has it. */

export type TradeKey =
  | "plumbing"
  | "electricity"
  | "joinery"
  | "gardening"
  | "training"
  | "stage"
  | "craft"
  | "design"
  | "photo"
  | "translation"
  | "homeCare"
  | "wellbeing"
  | "market"
  | "bakery"
  | "repair"
  | "consulting";

/** Keys of the VAT treatments of sales/document/vat-treatment.ts. */
export type VatTreatmentKey = "S2000" | "S1000" | "S550" | "formation";

export type Offer = {
  readonly name: string;
  readonly unit: "C62" | "LS" | "HUR" | "DAY" | "MTK" | "KGM" | "H87" | "KMT" | "SET";
  readonly nature: "goods" | "services";
  readonly vat: VatTreatmentKey;
  readonly account: "706" | "7061" | "707" | "704";
  /** Cents without VAT for companies, VAT included for individuals; lowest and highest, in steps. */
  readonly price: readonly [low: number, high: number, step: number];
  readonly quantity: readonly [low: number, high: number];
};

export type Purchase = {
  readonly supplier: string;
  readonly label: string;
  readonly account: string;
  /** Parts per ten thousand; 0 when no VAT can be recovered. */
  readonly vat: 2000 | 1000 | 550 | 0;
  /** Cents without VAT. */
  readonly amount: readonly [low: number, high: number];
  /** Chances of it in a month, out of a hundred. */
  readonly chance: number;
};

export type ClientKind = "company" | "public" | "association" | "individual";

export type Trade = {
  readonly words: string;
  readonly clients: readonly ClientKind[];
  readonly titles: readonly string[];
  readonly offers: readonly Offer[];
  readonly purchases: readonly Purchase[];
  /** Sales out of a hundred that begin with a quote. */
  readonly quotes: number;
  /** Gross pay out of a hundred of what is invoiced: less where materials are bought. */
  readonly payShare: number;
  /** Printed at the foot of its documents. */
  readonly footer: string;
};
