/** What is expected of a route, and the groups of people who open things. */
import type { World } from "../harness/world.ts";
import type { Kind, ThingName } from "./cast.ts";

export type Expectation = {
  /** `everybody`: nobody's data. `signedIn`: one's own account. A list: members of the cooperative who are one of these. */
  readonly readers: "everybody" | "signedIn" | readonly Kind[];
  /** What the address names: its identifier is tried for every activity. */
  readonly thing?: ThingName;
  /** Answer of a reader when it is not a page (200). */
  readonly status?: number;
  /** Other answers that are as good. */
  readonly also?: readonly number[];
  /** What the address names belongs to the whole cooperative, whatever the activity it is tried for. */
  readonly shared?: true;
  /** Entrepreneurs open it for themselves only. */
  readonly ownOnly?: true;
  /** What an address needs after its question mark to give anything. */
  readonly query?: (world: World, slug: string) => string;
  /** Loads nothing: its data, asked alone, are empty for everybody. */
  readonly empty?: true;
};

export const ALL: readonly Kind[] = ["entrepreneur", "scoped", "accountant", "payroll", "direction", "administrator"];
export const SUPPORT: readonly Kind[] = ["scoped", "accountant", "payroll", "direction", "administrator"];
/** Those who write sales documents: everybody but payroll staff. */
export const SELLERS: readonly Kind[] = ["entrepreneur", "scoped", "accountant", "direction", "administrator"];
/** Those who may choose what an activity's documents show. */
export const PRESENTING: readonly Kind[] = ["entrepreneur", "scoped", "direction", "administrator"];
export const BOOKS: readonly Kind[] = ["accountant", "direction", "administrator"];
/** Administrators run the instance: pay is not their business. */
export const PAYING: readonly Kind[] = ["entrepreneur", "scoped", "accountant", "payroll", "direction"];
/** Those who accompany people: payroll and accountants are not told what is said between them. */
export const ACCOMPANYING: readonly Kind[] = ["scoped", "direction", "administrator"];
export const ACCOMPANIED: readonly Kind[] = ["entrepreneur", ...ACCOMPANYING];
export const CHIEFS: readonly Kind[] = ["direction", "administrator"];
/** Those who keep what is known of people. */
export const FILING: readonly Kind[] = ["scoped", "payroll", "direction", "administrator"];
export const FILING_OR_SELF: readonly Kind[] = ["entrepreneur", ...FILING];
/** Those who read the documents of persons, within their reach: the books are no reason to. */
export const PAPERS: readonly Kind[] = ["scoped", "payroll", "direction", "administrator"];
/** Those who receive candidates, each within their reach. */
export const RECEIVING: readonly Kind[] = ["scoped", ...CHIEFS];
