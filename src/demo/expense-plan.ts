/** What an activity spends, month after month: purchases with their document, pays with their charges. */
import { addDays, addToMonth, type Day, lastDayOf, type Month } from "#kernel/day.ts";
import { applyRate, type Cents, prorate, toCents, ZERO } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import type { Act, EntryLine, StoryEntry } from "./act.ts";
import { at, dayOfMonth, workingDay, workingDayBefore } from "./calendar.ts";
import { chanceOf } from "./chance.ts";
import type { ActivityPlan, PersonKey } from "./people.ts";
import { type Purchase, TRADES } from "./trade.ts";

export function debit(
  account: string,
  activity: string | null,
  amount: Cents,
  more: Partial<EntryLine> = {},
): EntryLine {
  return { account, activity, debit: amount, credit: ZERO, ...more };
}

export function credit(
  account: string,
  activity: string | null,
  amount: Cents,
  more: Partial<EntryLine> = {},
): EntryLine {
  return { account, activity, debit: ZERO, credit: amount, ...more };
}

export function entryAct(key: string, day: Day, hour: number, by: PersonKey, entry: StoryEntry): Act {
  return { key, at: at(day, hour, 30), by, deed: { verb: "postEntry", entry } };
}

/** Supplier invoices and small purchases, each then paid: at once by card, or by transfer at thirty days. */
export function planPurchases(activity: ActivityPlan, month: Month, accountant: PersonKey): Act[] {
  const chance = chanceOf(`purchases ${activity.code} ${month}`);
  return TRADES[activity.trade].purchases.flatMap((purchase, rank) => {
    if (!chance.percent(purchase.chance)) return [];
    const [low, high] = purchase.amount;
    const day = workingDay(dayOfMonth(month, chance.between(2, 26)));
    const net = toCents(Math.round((chance.between(low, high) * activity.level) / 100));
    const wait = chance.percent(60) ? 0 : 30;
    return purchaseActs(activity.code, `${activity.code}:${month}:buy:${rank}`, purchase, net, day, wait, accountant);
  });
}

/** The supplier's invoice, then its payment. */
export function purchaseActs(
  activity: string,
  key: string,
  purchase: Pick<Purchase, "supplier" | "label" | "account" | "vat">,
  net: Cents,
  day: Day,
  waitDays: number,
  accountant: PersonKey,
): Act[] {
  const vat = applyRate(net, toRate(purchase.vat));
  const gross = toCents(net + vat);
  const auxiliary = { code: supplierCode(purchase.supplier), label: purchase.supplier };
  const piece = `${auxiliary.code.slice(1, 5)}-${day.replaceAll("-", "").slice(2)}-${activity.slice(0, 3)}`;
  const bought: StoryEntry = {
    journal: "AC",
    label: `${purchase.supplier} : ${purchase.label}`,
    piece,
    lines: [
      debit(purchase.account, activity, net),
      ...(vat > 0n ? [debit("44566", activity, vat)] : []),
      credit("401", activity, gross, { auxiliary }),
    ],
  };
  const paid: StoryEntry = {
    journal: "BQ",
    label: `Règlement ${purchase.supplier}`,
    piece,
    lines: [debit("401", activity, gross, { auxiliary }), credit("512", activity, gross)],
  };
  const paidOn = workingDay(addDays(day, waitDays));
  return [entryAct(key, day, 14, accountant, bought), entryAct(`${key}:paid`, paidOn, 15, accountant, paid)];
}

/** "FPLOMBPRO": the code of a supplier's account. */
function supplierCode(name: string): string {
  const letters = name
    .normalize("NFD")
    .replace(/[^a-zA-Z]/g, "")
    .toUpperCase();
  return `F${letters.slice(0, 10)}`;
}

/** Gross pay from what was invoiced in the last three months: 42 %, at least the fixed part, at most 2,600. */
export function grossPay(lastNets: readonly bigint[], people: number): Cents {
  if (lastNets.length === 0) return toCents(15_000);
  const mean = lastNets.reduce((total, net) => total + net, 0n) / BigInt(lastNets.length) / BigInt(people);
  const wished = Number((mean * 42n) / 100n);
  return toCents(Math.min(260_000, Math.max(15_000, Math.round(wished / 1_000) * 1_000)));
}

/** Parts of a gross pay, in parts per ten thousand: rough means, for a story; real pays come from the provider's journal. */
const EMPLOYEE = 2_190n;
const EMPLOYER = 2_840n;
const TAX = 180n;

/** A pay at the end of the month: the payslip's entry, the transfer to the person, the contributions a fortnight later. */
export function payActs(
  activity: string,
  person: { key: PersonKey; name: string },
  month: Month,
  gross: Cents,
  accountant: PersonKey,
): Act[] {
  const employee = prorate(gross, EMPLOYEE, 10_000n);
  const employer = prorate(gross, EMPLOYER, 10_000n);
  const tax = prorate(gross, TAX, 10_000n);
  const net = toCents(gross - employee - tax);
  const social = toCents(employee + employer);
  const auxiliary = { code: `S${person.key.toUpperCase().slice(0, 12)}`, label: person.name };
  const piece = `BS-${month}-${person.key.slice(0, 6).toUpperCase()}`;
  const key = `${activity}:${month}:pay:${person.key}`;
  const day = workingDayBefore(lastDayOf(month));
  const due = workingDay(dayOfMonth(addToMonth(month, 1), 15));
  const slip: StoryEntry = {
    journal: "PA",
    label: `Paie de ${person.name}, ${month}`,
    piece,
    lines: [
      debit("6411", activity, gross),
      debit("6451", activity, employer),
      credit("421", activity, net, { auxiliary }),
      credit("4421", activity, tax),
      credit("431", activity, social),
    ],
  };
  const transfer: StoryEntry = {
    journal: "BQ",
    label: `Virement de la paie de ${person.name}`,
    piece,
    lines: [debit("421", activity, net, { auxiliary }), credit("512", activity, net)],
  };
  const contributions: StoryEntry = {
    journal: "BQ",
    label: `Cotisations et impôt de la paie de ${month}, ${person.name}`,
    piece,
    lines: [
      debit("431", activity, social),
      debit("4421", activity, tax),
      credit("512", activity, toCents(social + tax)),
    ],
  };
  return [
    entryAct(key, day, 9, accountant, slip),
    entryAct(`${key}:transfer`, day, 15, accountant, transfer),
    entryAct(`${key}:contributions`, due, 10, accountant, contributions),
  ];
}
