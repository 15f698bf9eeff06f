/** What is to be done in a month under an agreement, by when, and what it comes to. Pure. */
import type { DelegableWork } from "#kernel/actor.ts";
import { addMonths, type Day, type Instant, lastDayOf, type Month } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { DelegatedItem } from "../agreement/agreement.ts";

export type Work = {
  readonly id: Id<"work">;
  readonly agreementId: Id<"delegation">;
  readonly work: DelegableWork;
  readonly month: Month;
  readonly personId: PersonId | null;
  readonly personName: string;
  readonly dueOn: Day;
  readonly doneAt: Instant | null;
  readonly doneOn: Day | null;
  readonly faultAt: Instant | null;
  readonly fault: string;
};

/** On the month's last days for pay; contracts before the month begins to end; the social declaration by the 15th after. */
const DUE: Readonly<Record<DelegableWork, (month: Month) => Day>> = {
  payVariables: (month) => `${month}-25` as Day,
  contracts: (month) => `${month}-15` as Day,
  // CSS, R133-14: the monthly declaration (DSN) on the 15th of the next month for employers under 50 persons.
  declarations: (month) => `${addMonths(`${month}-15` as Day, 1)}` as Day,
};

/** What is asked once its day is past (an agreement signed late, somebody who arrives) has until the month ends. */
export function dueOnOf(work: DelegableWork, month: Month, askedOn: Day): Day {
  const usual = DUE[work](month);
  return usual >= askedOn ? usual : lastDayOf(month);
}

export const isLate = (work: Pick<Work, "dueOn" | "doneOn">, today: Day): boolean =>
  (work.doneOn ?? today) > work.dueOn;

/** Who a work of a month is about: each person under CESA for pay, each whose contract ends for contracts, the house else. */
export function subjectsOf(
  work: DelegableWork,
  month: Month,
  contracts: readonly { personId: PersonId; kind: "cape" | "cesa"; endsOn: Day | null }[],
): readonly (PersonId | null)[] {
  if (work === "declarations") return [null];
  const last = lastDayOf(month);
  const first = `${month}-01`;
  const concerned = contracts.filter(({ kind, endsOn }) =>
    work === "payVariables" ? kind === "cesa" : endsOn !== null && endsOn >= first && endsOn <= last,
  );
  return [...new Set(concerned.map(({ personId }) => personId))];
}

/** What was asked and done of one kind of work in a month. */
export type Volume = {
  readonly month: Month;
  readonly work: DelegableWork;
  readonly asked: number;
  readonly done: number;
  readonly late: number;
  readonly faults: number;
};

export function volumesOf(works: readonly Work[], today: Day): readonly Volume[] {
  const found = new Map<string, Volume>();
  for (const each of works) {
    const key = `${each.month} ${each.work}`;
    const before = found.get(key) ?? { month: each.month, work: each.work, asked: 0, done: 0, late: 0, faults: 0 };
    found.set(key, {
      ...before,
      asked: before.asked + 1,
      done: before.done + (each.doneAt === null ? 0 : 1),
      late: before.late + (isLate(each, today) ? 1 : 0),
      faults: before.faults + (each.faultAt === null ? 0 : 1),
    });
  }
  return [...found.values()];
}

/** What is done is due at the agreed price. */
export function amountOf(volumes: readonly Pick<Volume, "work" | "done">[], items: readonly DelegatedItem[]): Cents {
  const cents = volumes.reduce((sum, { work, done }) => {
    const item = items.find((each) => each.work === work);
    return sum + BigInt(done) * (item?.unitPrice ?? 0n);
  }, 0n);
  return cents as Cents;
}

/** One line for each kind of work of a year: how many, their cost, delays and errors. */
export type YearLine = Omit<Volume, "month"> & { readonly cost: Cents };

export function yearOf(volumes: readonly Volume[], items: readonly DelegatedItem[], year: string): readonly YearLine[] {
  return items.flatMap(({ work }) => {
    const those = volumes.filter((each) => each.work === work && each.month.startsWith(year));
    if (those.length === 0) return [];
    const sum = (of: (volume: Volume) => number) => those.reduce((total, each) => total + of(each), 0);
    const line = { work, asked: sum((v) => v.asked), done: sum((v) => v.done), late: sum((v) => v.late) };
    return [{ ...line, faults: sum((v) => v.faults), cost: amountOf(those, items) }];
  });
}
