/** The indicators, in the order they are shown. The first of a family decides what those that follow may still tell. */
import { accompanied } from "./accompanied.ts";
import { accompaniment } from "./accompaniment.ts";
import { associates } from "./associates.ts";
import { contract } from "./contract.ts";
import { enseignes } from "./enseignes.ts";
import { entries } from "./entries.ts";
import { exits } from "./exits.ts";
import type { Indicator } from "./indicator.ts";
import { invoicesBetween } from "./invoices-between.ts";
import { invoicesBetweenAmount } from "./invoices-between-amount.ts";
import { jointQuotes } from "./joint-quotes.ts";
import { jointQuotesAmount } from "./joint-quotes-amount.ts";
import { present } from "./present.ts";
import { referrals } from "./referrals.ts";
import { referralsAmount } from "./referrals-amount.ts";
import { sharedCustomers } from "./shared-customers.ts";
import { sharedCustomersAmount } from "./shared-customers-amount.ts";
import { sites } from "./sites.ts";
import { studyLevel } from "./study-level.ts";
import { trade } from "./trade.ts";
import { turnover } from "./turnover.ts";
import { women } from "./women.ts";
import { zone } from "./zone.ts";

export const INDICATORS: readonly Indicator[] = [
  present,
  contract,
  associates,
  women,
  turnover,
  enseignes,
  accompanied,
  entries,
  exits,
  zone,
  studyLevel,
  trade,
  accompaniment,
  sites,
  jointQuotes,
  jointQuotesAmount,
  invoicesBetween,
  invoicesBetweenAmount,
  referrals,
  referralsAmount,
  sharedCustomers,
  sharedCustomersAmount,
];

export const indicatorOf = (key: string): Indicator | null => INDICATORS.find((one) => one.key === key) ?? null;
