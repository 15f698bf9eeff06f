import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { contributionNotPosted } from "#modules/contribution/index.server.ts";
import { balancesByAccount } from "#modules/ledger/index.server.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { readTreasury, type TreasuryReading } from "../reading/read-treasury.ts";
import { treasurySettings } from "../settings.ts";
import { type Available, availableToPay } from "./available.ts";

export type AvailableQuery = {
  readonly organizationId: OrganizationId;
  /** One activity, or several read together (a person's own). */
  readonly activities: readonly ActivityId[];
  readonly on: Day;
};

/** The treasury of activities on a day and what may be paid from it, read from the books and the contribution's rules. */
export async function availableOf(
  tx: Tx,
  query: AvailableQuery,
): Promise<{ readonly reading: TreasuryReading; readonly available: Available }> {
  const { organizationId, activities, on } = query;
  const settings = treasurySettings((await organizationProfile(tx, organizationId)).settings);
  const balances = await balancesByAccount(tx, { organizationId, activityId: activities, until: on });
  const reading = readTreasury(
    settings.setting,
    new Map(balances.map(({ account, debit, credit }) => [account, (debit - credit) as Cents])),
  );
  let contribution = ZERO;
  for (const activityId of activities) {
    contribution = (contribution +
      (await contributionNotPosted(tx, { organizationId, activityId, today: on }))) as Cents;
  }
  const reserve = (settings.reserve * BigInt(activities.length)) as Cents;
  return { reading, available: availableToPay(reading, { contribution, provisions: ZERO, reserve }, settings) };
}
