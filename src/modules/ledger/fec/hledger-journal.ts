/**
 * The ledger as an hledger journal (plain text accounting): an independent tool reads it and must find our balances.
 * Accounts are "411:ACT01", so that depth 1 gives the general balance and depth 2 the balance per activity.
 */
import type { Day } from "#kernel/day.ts";
import { type Cents, toDecimalString } from "#kernel/money.ts";

export type JournalEntry = {
  readonly number: bigint;
  readonly date: Day;
  readonly journalCode: string;
  readonly label: string;
  readonly pieceRef: string;
  readonly lines: readonly {
    readonly account: string;
    /** Empty: the shared services. */
    readonly activityCode: string;
    readonly label: string;
    readonly debit: Cents;
    readonly credit: Cents;
  }[];
};

const SHARED = "MUTUALISE";

/** hledger reads ";" as a comment and a line end as the end of a posting. */
function plain(text: string): string {
  return text.replace(/[\p{Cc};|]/gu, " ").trim();
}

/** Streams the journal, one transaction an entry: debits positive, credits negative, every amount written. */
export async function* writeHledgerJournal(
  entries: Iterable<JournalEntry> | AsyncIterable<JournalEntry>,
): AsyncGenerator<string> {
  yield "; Essaim : journal pour hledger\ncommodity 1000.00 EUR\n\n";
  for await (const entry of entries) {
    let text = `${entry.date} * (${entry.number}) ${plain(entry.label)}  ; journal:${plain(entry.journalCode)}, piece:${plain(entry.pieceRef).replaceAll(",", " ")}\n`;
    for (const line of entry.lines) {
      const account = `${line.account}:${line.activityCode === "" ? SHARED : line.activityCode}`;
      const amount = toDecimalString((line.debit - line.credit) as Cents);
      text += `    ${account}  ${amount} EUR  ; ${plain(line.label)}\n`;
    }
    yield `${text}\n`;
  }
}
