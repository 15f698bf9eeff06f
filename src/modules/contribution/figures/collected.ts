/**
 * What an activity collected, excluding VAT, told by the ledger alone: it says what each payment brought and which VAT
 * fell due with it, not which invoice it paid. A payment goes to the customer's invoice of exactly that amount still
 * open, else to the oldest ones. Over time the amounts add up to what was invoiced, to the cent.
 */
import { allocate } from "#kernel/allocation.ts";
import { type Month, monthOf } from "#kernel/day.ts";
import { absolute, add, type Cents, maximum, negate, prorate, subtract, ZERO } from "#kernel/money.ts";
import type { CustomerEvent } from "#modules/ledger/index.server.ts";

/** Sales and deposits collected in a month, excluding VAT; refunds are negative. */
export type Collected = { readonly sales: Cents; readonly deposits: Cents };

/** An invoice (or, all signs turned, a credit note) that is not settled yet. */
type Open = {
  readonly gross: Cents;
  /** VAT due without waiting for the payment: goods, option for debits. */
  readonly vat: Cents;
  /** The part of a deposit invoice, excluding VAT: it becomes a sale when a final invoice takes it. */
  readonly deposit: Cents;
  settled: Cents;
  vatTaken: Cents;
  depositTaken: Cents;
};

type Account = { readonly open: Open[]; advance: Cents };

/** The collected amounts of one activity by month, from all its events in order. */
export function collectedByMonth(events: readonly CustomerEvent[]): Map<Month, Collected> {
  const months = new Map<Month, Collected>();
  const accounts = new Map<string, Account>();
  for (const event of withShares(events)) {
    const account = accounts.get(event.customer ?? "") ?? { open: [], advance: ZERO };
    accounts.set(event.customer ?? "", account);
    const brought = event.opening ? opened(account, event) : collect(account, event);
    const month = monthOf(event.date);
    const before = months.get(month) ?? { sales: ZERO, deposits: ZERO };
    months.set(month, {
      sales: add(before.sales, brought.sales),
      deposits: add(before.deposits, brought.deposits),
    });
  }
  return months;
}

/** An entry of several customers tells its VAT once: shared by what each paid. */
function withShares(events: readonly CustomerEvent[]): CustomerEvent[] {
  const byEntry = Map.groupBy(events, (event) => event.entryId);
  return events.map((event) => {
    const together = byEntry.get(event.entryId) ?? [];
    if (together.length < 2) return event;
    const index = together.indexOf(event);
    const weights = together.map((item) => absolute(item.receivable));
    const share = (amount: Cents) => allocate(amount, weights)[index] ?? ZERO;
    return {
      ...event,
      sales: share(event.sales),
      deposits: share(event.deposits),
      vatDue: share(event.vatDue),
    };
  });
}

/** A debt of the first opening: its VAT still waits, or was settled before these books. */
function opened(account: Account, event: CustomerEvent): Collected {
  if (event.receivable !== 0n) invoice(account, { ...event, vatDue: ZERO, deposits: ZERO });
  return { sales: ZERO, deposits: ZERO };
}

function collect(account: Account, event: CustomerEvent): Collected {
  if (event.money === 0n) {
    // A deposit that a final invoice takes becomes a sale.
    const taken = event.deposits < 0n && event.sales > 0n ? negate(event.deposits) : ZERO;
    const late = event.receivable === 0n ? NOTHING : invoice(account, event);
    return { sales: add(late.sales, taken), deposits: subtract(late.deposits, taken) };
  }
  // Paid at once: a till, a sale posted straight to the bank.
  if (event.sales !== 0n || event.deposits !== 0n) return { sales: event.sales, deposits: event.deposits };
  return receive(account, negate(event.receivable), event.vatDue);
}

const NOTHING: Collected = { sales: ZERO, deposits: ZERO };

/** Opens an invoice or a credit note. Gives what an advance already received turns out to be. */
function invoice(account: Account, event: CustomerEvent): Collected {
  const item: Open = {
    gross: event.receivable,
    vat: event.vatDue,
    deposit: event.sales === 0n ? event.deposits : ZERO,
    settled: ZERO,
    vatTaken: ZERO,
    depositTaken: ZERO,
  };
  // A credit note and an invoice settle each other, without money.
  setOff(account, item);
  if (left(item) === 0n) return NOTHING;
  account.open.push(item);
  if (account.advance === 0n || account.advance > 0n !== left(item) > 0n) return NOTHING;
  const part = settle(item, account.advance);
  account.advance = subtract(account.advance, part.amount);
  tidy(account);
  return { sales: negate(add(part.vat, part.deposit)), deposits: part.deposit };
}

/** Cents received (negative: given back), and the VAT that fell due with them. */
function receive(account: Account, received: Cents, vatMoved: Cents): Collected {
  let rest = received;
  let vat = vatMoved;
  let deposits = ZERO;
  const sameSide = account.open.filter((item) => left(item) > 0n === received > 0n);
  const exact = sameSide.find((item) => left(item) === received);
  for (const item of exact === undefined ? sameSide : [exact]) {
    if (rest === 0n) break;
    const part = settle(item, rest);
    rest = subtract(rest, part.amount);
    vat = add(vat, part.vat);
    deposits = add(deposits, part.deposit);
  }
  account.advance = add(account.advance, rest);
  tidy(account);
  return { sales: subtract(subtract(received, vat), deposits), deposits };
}

function setOff(account: Account, item: Open): void {
  const other = account.open.filter((open) => left(open) > 0n !== left(item) > 0n);
  const exact = other.find((open) => left(open) === negate(left(item)));
  for (const open of exact === undefined ? other : [exact]) {
    if (left(item) === 0n) break;
    const part = settle(open, negate(left(item)));
    settle(item, negate(part.amount));
  }
  tidy(account);
}

function left(item: Open): Cents {
  return subtract(item.gross, item.settled);
}

/** Settles what can be of an item; its VAT and deposit follow in proportion, all of them once it is settled whole. */
function settle(item: Open, offered: Cents): { amount: Cents; vat: Cents; deposit: Cents } {
  const amount =
    left(item) > 0n
      ? maximum(ZERO, offered < left(item) ? offered : left(item))
      : (negate(maximum(ZERO, negate(offered > left(item) ? offered : left(item)))) as Cents);
  item.settled = add(item.settled, amount);
  const vat = subtract(prorate(item.vat, item.settled, item.gross), item.vatTaken);
  const deposit = subtract(prorate(item.deposit, item.settled, item.gross), item.depositTaken);
  item.vatTaken = add(item.vatTaken, vat);
  item.depositTaken = add(item.depositTaken, deposit);
  return { amount, vat, deposit };
}

function tidy(account: Account): void {
  const still = account.open.filter((item) => left(item) !== 0n);
  account.open.splice(0, account.open.length, ...still);
}
