/** What a sentence names beside its words: a text as it is, or a figure that each language writes its own way. */

import type { Day, Month } from "./day.ts";
import type { Cents } from "./money.ts";
import type { Rate } from "./rate.ts";

export type Fact =
  | string
  /** Cents as text: a fact may travel through a form or a journal. */
  | { readonly money: string }
  | { readonly day: Day }
  | { readonly month: Month }
  | { readonly rate: Rate }
  | { readonly count: number };

export type Facts = Readonly<Record<string, Fact>>;

export const inMoney = (money: Cents): Fact => ({ money: String(money) });
export const onDay = (day: Day): Fact => ({ day });
export const inMonth = (month: Month): Fact => ({ month });
export const atRate = (rate: Rate): Fact => ({ rate });
export const counted = (count: number): Fact => ({ count });
