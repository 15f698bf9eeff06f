/** What a cooperative chooses about its contribution, with defaults that work. Stored under "contribution" in its settings. */
import { z } from "zod";
import { defaultAccounts } from "#modules/ledger/index.ts";

const account = z.string().regex(/^[0-9]{3,12}$/);
/** Beginnings of account numbers. */
const prefixes = (...defaults: string[]) =>
  z
    .array(z.string().regex(/^[0-9]{2,12}$/))
    .max(30)
    .default(defaults);

export const contributionSettingsSchema = z.object({
  /** The account that activities pay and that the shared services receive: the same one, so that it stays neutral. */
  account: account.default(defaultAccounts.contribution),
  link: account.default(defaultAccounts.linkContribution),
  sales: prefixes("70"),
  deposits: prefixes(defaultAccounts.customerDeposit),
  /** What customers are charged of it (credits) is a disbursement. */
  disbursements: prefixes("4671"),
  subsidies: prefixes("74"),
  internalSales: prefixes(defaultAccounts.internalSale),
  /** Materials, goods, subcontracting, mission costs. */
  productionCosts: prefixes("601", "602", "603", "604", "605", "607", "611", "6256"),
  customers: prefixes(defaultAccounts.customer, "413", "416"),
  /** VAT that is due; what waits for the payment stands elsewhere. */
  vatDue: prefixes(defaultAccounts.vatCollected),
  /** A debit here in a month: a salary is paid for this month. */
  wages: prefixes("641"),
  /** A sale here in a month: the activity trains under the cooperative's Qualiopi certificate. */
  training: prefixes(defaultAccounts.training),
});

export type ContributionSettings = z.infer<typeof contributionSettingsSchema>;

/** The contribution settings of a cooperative. Throws when the stored value is not one (checked when saved). */
export function contributionSettings(organizationSettings: unknown): ContributionSettings {
  const all = (organizationSettings ?? {}) as { contribution?: unknown };
  return contributionSettingsSchema.parse(all.contribution ?? {});
}
