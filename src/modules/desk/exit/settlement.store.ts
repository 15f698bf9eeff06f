import type { Actor } from "#kernel/actor.ts";
import { visibleActivities } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import { balancesByAccount } from "#modules/ledger/index.server.ts";
import { activitiesOfPerson, takingPart } from "#modules/membership/index.server.ts";
import { receivables } from "#modules/sales/index.server.ts";
import type { Tx } from "#platform/database/database.ts";

export type Settlement = {
  readonly activityId: ActivityId;
  readonly name: string;
  /** Others take part in it too: what remains is theirs as well. */
  readonly shared: boolean;
  readonly treasury: Cents;
  readonly owed: Cents;
  readonly stock: Cents;
  readonly deposits: Cents;
};

/** What is left to settle for each activity of a person on a day, read from the books and the invoices. */
export async function settlementOf(
  tx: Tx,
  organizationId: OrganizationId,
  actor: Actor,
  personId: PersonId,
  on: Day,
): Promise<Settlement[]> {
  const activities = await activitiesOfPerson(tx, organizationId, personId, visibleActivities(actor));
  const taking = await takingPart(tx, organizationId, [personId], on);
  const found: Settlement[] = [];
  for (const { activityId, name } of activities) {
    const balances = await balancesByAccount(tx, { organizationId, activityId: [activityId], until: on });
    const total = (prefix: string) =>
      balances
        .filter(({ account }) => account.startsWith(prefix))
        .reduce((sum, row) => sum + row.debit - row.credit, 0n);
    found.push({
      ...{ activityId, name },
      shared: taking.some((one) => one.activityId === activityId && one.personId !== personId),
      treasury: total("5") as Cents,
      owed: (await receivables(tx, organizationId, new Set([activityId]), on)).owed,
      stock: total("3") as Cents,
      // Deposits received on orders: a credit that the work owed will use up.
      deposits: -total("4191") as Cents,
    });
  }
  return found;
}
