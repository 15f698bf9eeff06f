/** What a cooperative chooses about its sales, with defaults that work. Stored under "sales" in its settings. */

import { z } from "zod";
import type { Day } from "#kernel/day.ts";
import { type Cents, toCents } from "#kernel/money.ts";
import { defaultAccounts } from "#modules/ledger/index.ts";
import { reminderPlanSchema } from "./reminder/reminder-plan.ts";

const account = z.string().regex(/^[0-9]{3,12}$/);

export const salesSettingsSchema = z.object({
  /** {year}, {seq:N} (N digits at least), {activity} (its code). At most 20 characters once filled. */
  numberTemplate: z
    .string()
    .regex(/^[A-Za-z0-9+\-_/{}:]+$/)
    .default("F{year}-{seq:5}"),
  /** One series for the cooperative, or one per activity: used consistently (CGI ann. II art. 242 nonies A I 7°). */
  seriesScope: z.enum(["cooperative", "activity"]).default("cooperative"),
  /** The SIREN's option to pay VAT on debits, from this day; null without the option. */
  vatOnDebitsSince: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .default(null),
  paymentDays: z.int().min(0).max(60).default(30),
  /** Cents of over- or under-payment that close an invoice. */
  toleranceCents: z.int().min(0).max(10_000).default(500),
  /** Printed at the foot of every document, and after everything else. */
  footer: z.string().max(500).default(""),
  conditions: z.string().max(20_000).default(""),
  reminders: reminderPlanSchema.prefault({}),
  accounts: z
    .object({
      customer: account.default(defaultAccounts.customer),
      customerDeposit: account.default(defaultAccounts.customerDeposit),
      vatCollected: account.default(defaultAccounts.vatCollected),
      vatCollectedWaiting: account.default(defaultAccounts.vatCollectedWaiting),
      paymentLoss: account.default(defaultAccounts.paymentLoss),
      paymentGain: account.default(defaultAccounts.paymentGain),
      bank: account.default(defaultAccounts.bank),
      cheques: account.default(defaultAccounts.cheques),
      cash: account.default(defaultAccounts.cash),
    })
    .prefault({}),
});

export type SalesSettings = z.infer<typeof salesSettingsSchema>;

/** The sales settings of a cooperative. Throws when the stored value is not one (a defect: it is checked when saved). */
export function salesSettings(organizationSettings: unknown): SalesSettings {
  const all = (organizationSettings ?? {}) as { sales?: unknown };
  return salesSettingsSchema.parse(all.sales ?? {});
}

export function toleranceOf(settings: SalesSettings): Cents {
  return toCents(settings.toleranceCents);
}

/** Whether VAT on services is due on debits on a day. */
export function optionForDebits(settings: SalesSettings, on: Day): boolean {
  return settings.vatOnDebitsSince !== null && settings.vatOnDebitsSince <= on;
}
