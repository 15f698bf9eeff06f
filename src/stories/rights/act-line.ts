/** The shape of a line of the list of acts, and the usual sets of people. */
import type { PlacedActivity } from "../harness/world.ts";
import type { Kind } from "./cast.ts";

/** What an example is made of: the things of one activity, and what a cooperative has besides. */
export type Things = Omit<PlacedActivity, "slug" | "word" | "net" | "gross"> & {
  readonly activityVersion: number;
  readonly fiscalYearId: string;
  readonly siteId: string;
  readonly grantId: string;
  readonly contractId: string;
  readonly waiverId: string;
};

export type ActLine = {
  readonly who: readonly Kind[];
  /** `none`: an act on the whole cooperative; identifiers of another activity of the house are then no fault. */
  readonly reach: "activity" | "none";
  /** Entrepreneurs act for themselves only, whoever shares their activity. */
  readonly ownOnly?: true;
  readonly example: (things: Things, today: string) => unknown;
  /**
   * What somebody who may is answered: `done`, or `refused` by the state of these things (conflict, invalid), which the
   * act's own tests bring to the right one.
   */
  readonly answer: "done" | "refused";
};

export const SELLERS: readonly Kind[] = ["entrepreneur", "scoped", "accountant", "direction", "administrator"];
export const STAFF: readonly Kind[] = ["scoped", "accountant", "direction", "administrator"];
export const BOOKS: readonly Kind[] = ["accountant", "direction", "administrator"];
/** Those whose participation says that they record payments, and the books. */
export const CASHIERS: readonly Kind[] = ["entrepreneur", ...BOOKS];
export const CHIEFS: readonly Kind[] = ["direction", "administrator"];
export const PAY: readonly Kind[] = ["payroll", ...CHIEFS];
export const SUPPORT: readonly Kind[] = ["scoped", ...CHIEFS];

/** A line: who, over what, with which answer; then its example. */
export const of =
  (who: readonly Kind[], reach: ActLine["reach"], answer: ActLine["answer"] = "done") =>
  (example: ActLine["example"]): ActLine => ({ who, reach, example, answer });
