/** What an activity buys, month after month, each purchase with the reference of its document. */
import { addDays, type Day, type Month } from "#kernel/day.ts";
import { applyRate, type Cents, toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import type { Act, StoryEntry } from "./act.ts";
import { dayOfMonth, workingDay } from "./calendar.ts";
import { chanceOf } from "./chance.ts";
import { credit, debit, entryAct, supplierCode } from "./entry-line.ts";
import type { ActivityPlan, PersonKey } from "./people.ts";
import type { Purchase } from "./trade.ts";
import { TRADES } from "./trades.ts";

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

/** Every purchase of the printed log-in carries its document, and so many out of a hundred of the others. */
const PAPERS_OF = "PLB01";
const PAPERS_KEPT = 8;

/** The supplier's invoice, then its payment; one entry when it is paid by card at once. */
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
  const { supplier, label } = purchase;
  const kept = activity === PAPERS_OF || chanceOf(`paper ${key}`).percent(PAPERS_KEPT);
  const bought: StoryEntry = {
    ...(kept && { paper: { supplier, label, number: piece, date: day, net, vat, rate: purchase.vat } }),
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
  if (waitDays === 0) {
    const card: StoryEntry = {
      ...bought,
      journal: "BQ",
      lines: [...bought.lines.slice(0, -1), credit("512", activity, gross)],
    };
    return [entryAct(key, day, 14, accountant, card)];
  }
  const paidOn = workingDay(addDays(day, waitDays));
  return [entryAct(key, day, 14, accountant, bought), entryAct(`${key}:paid`, paidOn, 15, accountant, paid)];
}
