/** What a cooperative chooses about the treasury it shows. Stored under "treasury" in its settings. */

import { z } from "zod";
import { toCents } from "#kernel/money.ts";
import { DEFAULT_TREASURY_OPTIONS } from "./reading/treasury-setting.ts";

const settingsSchema = z.object({
  waitingVat: z.string().default(DEFAULT_TREASURY_OPTIONS.waitingVat),
  expenseClaims: z.string().default(DEFAULT_TREASURY_OPTIONS.expenseClaims),
  buildingTrades: z.boolean().default(DEFAULT_TREASURY_OPTIONS.buildingTrades),
  /** Some cooperatives pay before the customer does. */
  countsUncollected: z.boolean().default(false),
  /** Cents that must stay in each activity. */
  reserveCents: z.int().min(0).max(100_000_000).default(0),
});

/** The treasury settings of a cooperative. Throws when the stored value is not one (checked when saved). */
export function treasurySettings(organizationSettings: unknown) {
  const { reserveCents, ...rest } = settingsSchema.parse(
    ((organizationSettings ?? {}) as { treasury?: unknown }).treasury ?? {},
  );
  return { ...rest, reserve: toCents(reserveCents) };
}
