import { addMonths, type Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { dayStart } from "#kernel/zoned.ts";
import type { Tx } from "#platform/database/database.ts";
import { dueCustomers } from "./due-customers.store.ts";
import { dueCandidates, leavers, oldLines } from "./retention.store.ts";
import { AGE_CATEGORIES, type Category, type Rules } from "./retention.ts";

/** Something of somebody that will be erased, and when. */
export type Upcoming = {
  readonly category: Category;
  readonly name: string;
  /** The page of whom it is about, within the cooperative. */
  readonly path: string;
  readonly on: Day;
};

const HORIZON_MONTHS = 12;

/** What will be erased within a year by some rules, the soonest first; and how many old lines are due. */
export async function upcoming(
  tx: Tx,
  organizationId: OrganizationId,
  { today, timeZone, rules }: { readonly today: Day; readonly timeZone: string; readonly rules: Rules },
): Promise<{ readonly subjects: readonly Upcoming[]; readonly lines: Readonly<Partial<Record<Category, number>>> }> {
  const horizon = addMonths(today, HORIZON_MONTHS);
  const candidates = await dueCandidates(tx, organizationId, timeZone, rules.candidacy);
  const persons = await leavers(tx, organizationId, today, rules);
  const customers = await dueCustomers(tx, organizationId, { timeZone, months: rules.customers, until: horizon });
  const subjects: Upcoming[] = [
    ...candidates.map(({ candidateId, name, dueOn }) => ({
      ...{ category: "candidacy" as const, name, path: `candidatures/${candidateId}`, on: dueOn },
    })),
    ...customers.map(({ customerId, name, dueOn }) => ({
      ...{ category: "customers" as const, name, path: `clients/${customerId}`, on: dueOn },
    })),
    ...persons.flatMap(({ personId, name, due }) =>
      [...due].map(([category, on]) => ({ category, name, path: `personnes/${personId}/donnees`, on })),
    ),
  ];
  const lines: Partial<Record<Category, number>> = {};
  for (const category of AGE_CATEGORIES) {
    const before = dayStart(addMonths(today, -rules[category]), timeZone);
    lines[category] = await oldLines(tx, organizationId, category, before);
  }
  return {
    subjects: subjects
      .filter(({ on }) => on <= horizon)
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.name < b.name ? -1 : 1)),
    lines,
  };
}
