/** Accounts of the chart: their numbers, who may be posted to, what an edit must respect. */
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { fr } from "./account.fr.ts";
import { defaultAccounts } from "./default-accounts.ts";
import { pcgGroups } from "./pcg-2025.ts";

/** usable: entries may be posted; heading: groups others; blocked: kept for the past, refused for new entries. */
export type AccountStatus = "usable" | "heading" | "blocked";
export type Account = { readonly number: string; readonly label: string; readonly status: AccountStatus };
export type Chart = ReadonlyMap<string, Account>;
export type AccountRefusal = Refusal<keyof typeof fr.refusals>;

export function chartOf(accounts: readonly Account[]): Chart {
  return new Map(accounts.map((account) => [account.number, account]));
}

/** Why nothing can be posted to an account; null when it can. */
export function accountProblem(
  chart: Chart,
  number: string,
): "entry.accountUnknown" | "entry.accountHeading" | "entry.accountBlocked" | null {
  const account = chart.get(number);
  if (!account) return "entry.accountUnknown";
  if (account.status === "usable") return null;
  return account.status === "heading" ? "entry.accountHeading" : "entry.accountBlocked";
}

const USABLE_NUMBER = /^[1-8]\d{2}[0-9A-Z]{0,9}$/;
const HEADING_NUMBER = /^[1-8]\d{0,11}$/;
/** What no text of a FEC may hold. */
const UNFIT = /[\p{Cc}"|]/u;

/**
 * Whether an account may enter the chart: three digits of the PCG at least (LPF art. A47 A-1, column 5), a label that
 * the FEC can carry. Null when all is well.
 */
export function checkAccount(account: Account): AccountRefusal | null {
  const pattern = account.status === "heading" ? HEADING_NUMBER : USABLE_NUMBER;
  const facts = { account: account.number };
  if (!pattern.test(account.number)) return refuse("invalid", "account.numberForm", facts, "number");
  if (account.number.length >= 2 && !pcgGroups.has(account.number.slice(0, 2))) {
    return refuse("invalid", "account.notInPcg", facts, "number");
  }
  if (account.label.trim() === "") return refuse("invalid", "account.labelMissing", facts, "label");
  if (account.label.length > 120) return refuse("invalid", "account.labelTooLong", facts, "label");
  if (UNFIT.test(account.label)) return refuse("invalid", "account.labelCharacters", facts, "label");
  return null;
}

export type Journal = { readonly code: string; readonly label: string };

/** Whether a journal may enter the books: a code of plain letters and digits, a name that the FEC can carry. */
export function checkJournal(journal: Journal): AccountRefusal | null {
  if (!/^[A-Z0-9]{1,8}$/.test(journal.code)) return refuse("invalid", "journal.code", {}, "code");
  return UNFIT.test(journal.label) ? refuse("invalid", "journal.labelCharacters", {}, "label") : null;
}

/** What an account may not lose: its lines, and what acts write on it. */
export type AccountUse = {
  /** Accounts that have at least one line. */
  readonly used: ReadonlySet<string>;
  /** Accounts that acts write on by default; blocking one is said aloud. */
  readonly needed: ReadonlySet<string>;
};

export const neededAccounts: ReadonlySet<string> = new Set(Object.values(defaultAccounts));

/** Whether a change of state fits what the account is used for. A used account is never a heading. */
export function checkChange(
  before: Account | null,
  after: Account,
  use: AccountUse,
  acceptNeeded = false,
): AccountRefusal | null {
  if (before === null || before.status === after.status || after.status === "usable") return null;
  const facts = { account: after.number };
  if (after.status === "heading" && use.used.has(after.number)) {
    return refuse("conflict", "account.usedHeading", facts, "status");
  }
  if (use.needed.has(after.number) && !acceptNeeded) return refuse("conflict", "account.needed", facts, "status");
  return null;
}

/** Balance sheet (1 to 5) or profit and loss (6 and 7); class 8 is neither. */
export function statementOf(number: string): "balanceSheet" | "profitAndLoss" | "off" {
  const first = number.charAt(0);
  if (first >= "1" && first <= "5") return "balanceSheet";
  return first === "6" || first === "7" ? "profitAndLoss" : "off";
}
