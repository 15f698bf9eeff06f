/**
 * What an observatory measures. Each indicator is one file, which says everything: its question, what is counted and what
 * is not, when, and the query over the views of the schema "published". Published figures contradict one another where
 * definitions drift: a meaning that changes is another version.
 */
import type { Language } from "#kernel/language.ts";

export type Unit = "persons" | "enseignes" | "cents" | "minutes" | "sites" | "quotes" | "invoices" | "customers";

export type IndicatorWords = {
  readonly label: string;
  readonly question: string;
  /** What is counted and what is not. */
  readonly definition: string;
  /** What becomes of those of whom it is not known. */
  readonly missing: string;
};

export type Indicator = {
  readonly key: string;
  readonly version: number;
  readonly words: Readonly<Record<Language, IndicatorWords>>;
  readonly unit: Unit;
  /** Whom a small group is counted in; "customers": they or the trade names that sold, the fewer; null: nobody. */
  readonly group: "persons" | "enseignes" | "customers" | null;
  /** The values it is spread over; none: a total alone. */
  readonly categories: readonly string[];
  /** Which day it speaks of. */
  readonly on: "lastDay" | "period" | "sendingDay";
  readonly source: "parcours" | "books" | "agenda" | "settings" | "sales";
  /** Whose total it is: indicators of one base have the same. */
  readonly base: string;
  /** (category, value, weight) of a cooperative and a period; category "" is the total. */
  readonly query: string;
};

/** Fewer are never told: neither sent by a cooperative, nor accepted by a network. */
export const SMALLEST_GROUP = 5n;
/** A figure adds up so many cooperatives at least. */
export const FEWEST_HOUSES = 3;
/** Quartiles are those of so many cooperatives at least. */
export const FEWEST_PEERS = 8;
/** What is not spread: not known, or too few to be told apart. */
export const POOLED = "pooled";

/** A part of the persons present, as their file said on the last day. */
export const presentBy = (dimension: string, value = "value"): string =>
  `select case when dimension = '' then '' else ${value} end as category, persons as value, persons as weight
     from published.present
    where organization_id = :house and period = :period and dimension in ('', '${dimension}')`;
