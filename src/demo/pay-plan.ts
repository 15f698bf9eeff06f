/** Pays, month after month: one payslip's entry for each person, then one transfer and one payment of contributions for all. */
import { addToMonth, lastDayOf, type Month } from "#kernel/day.ts";
import { type Cents, prorate, toCents } from "#kernel/money.ts";
import type { Act } from "./act.ts";
import { dayOfMonth, workingDay, workingDayBefore } from "./calendar.ts";
import { credit, debit, entryAct } from "./entry-line.ts";
import type { PersonKey } from "./people.ts";

export type Pay = {
  readonly activity: string;
  readonly person: PersonKey;
  readonly name: string;
  readonly month: Month;
  readonly gross: Cents;
  readonly employer: Cents;
  /** Contributions of both sides. */
  readonly social: Cents;
  /** Withheld at source. */
  readonly tax: Cents;
  readonly net: Cents;
};

/** Gross pay from what was invoiced in the last three months: a share of it, at least the fixed part, at most 2,600. */
export function grossPay(lastNets: readonly bigint[], people: number, share: number): Cents {
  if (lastNets.length === 0) return toCents(15_000);
  const mean = lastNets.reduce((total, net) => total + net, 0n) / BigInt(lastNets.length) / BigInt(people);
  const wished = Number((mean * BigInt(share)) / 100n);
  return toCents(Math.min(260_000, Math.max(15_000, Math.round(wished / 1_000) * 1_000)));
}

/** Parts of a gross pay, in parts per ten thousand: rough means, for a story; real pays come from the provider's journal. */
const EMPLOYEE = 2_190n;
const EMPLOYER = 2_840n;
const TAX = 180n;

export function planPay(
  activity: string,
  { key, name }: { readonly key: PersonKey; readonly name: string },
  month: Month,
  gross: Cents,
): Pay {
  const employee = prorate(gross, EMPLOYEE, 10_000n);
  const employer = prorate(gross, EMPLOYER, 10_000n);
  const tax = prorate(gross, TAX, 10_000n);
  const social = toCents(employee + employer);
  const net = toCents(gross - employee - tax);
  return { activity, person: key, name, month, gross, employer, social, tax, net };
}

const auxiliaryOf = ({ person, name }: Pay) => ({ code: `S${person.toUpperCase().slice(0, 12)}`, label: name });
const payDay = (month: Month) => workingDayBefore(lastDayOf(month));

/** The entry of a payslip, in the activity's own books. */
export function paySlip(pay: Pay, accountant: PersonKey): Act {
  const { activity, month } = pay;
  return entryAct(`${activity}:${month}:pay:${pay.person}`, payDay(month), 9, accountant, {
    journal: "PA",
    label: `Paie de ${pay.name}, ${month}`,
    piece: `BS-${month}-${pay.person.slice(0, 6).toUpperCase()}`,
    lines: [
      debit("6411", activity, pay.gross),
      debit("6451", activity, pay.employer),
      credit("421", activity, pay.net, { auxiliary: auxiliaryOf(pay) }),
      credit("4421", activity, pay.tax),
      credit("431", activity, pay.social),
    ],
  });
}

/** What leaves the bank for all the pays of a month: the transfers the same day, the contributions a fortnight later. */
export function payrollRuns(pays: readonly Pay[], accountant: PersonKey): Act[] {
  return [...new Set(pays.map((pay) => pay.month))].flatMap((month) => {
    const all = pays.filter((pay) => pay.month === month);
    const due = workingDay(dayOfMonth(addToMonth(month, 1), 15));
    return [
      entryAct(`pay:${month}:transfer`, payDay(month), 15, accountant, {
        journal: "BQ",
        label: `Virements des paies de ${month}`,
        piece: `SEPA-${month}`,
        lines: all.flatMap((pay) => [
          debit("421", pay.activity, pay.net, { auxiliary: auxiliaryOf(pay) }),
          credit("512", pay.activity, pay.net),
        ]),
      }),
      entryAct(`pay:${month}:contributions`, due, 10, accountant, {
        journal: "BQ",
        label: `Cotisations et impôt des paies de ${month}`,
        piece: `URSSAF-${month}`,
        lines: all.flatMap((pay) => [
          debit("431", pay.activity, pay.social),
          debit("4421", pay.activity, pay.tax),
          credit("512", pay.activity, toCents(pay.social + pay.tax)),
        ]),
      }),
    ];
  });
}
