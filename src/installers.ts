/** Only gathers what each module puts in a new cooperative. */
import { isRefusal } from "#kernel/refusal.ts";
import { installDefaultRule } from "#modules/contribution/index.server.ts";
import { installDefaults } from "#modules/ledger/index.server.ts";
import { type Installer, organizationProfile } from "#modules/membership/index.server.ts";
import { installOwnStructure } from "#modules/network/index.server.ts";
import { awaitMorning } from "#platform/outbox/morning.ts";

/** The chart of accounts, the usual journals and the calendar year of the day. */
const ledger: Installer = async (context) => {
  const year = await installDefaults(context);
  if (isRefusal(year)) throw new Error(`the books of a new cooperative could not be opened: ${year.code}`);
};

/** The first of its mornings. */
const morning: Installer = async (context) => {
  await awaitMorning(context, (await organizationProfile(context.tx, context.organizationId)).timeZone);
};

export const INSTALLERS: readonly Installer[] = [ledger, installDefaultRule, installOwnStructure, morning];
