/** What a cooperative chooses about the treasury it shows. Stored under "treasury" in its settings. */

import { z } from "zod";
import { type Cents, toCents } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { parsePrefixes, prefixesText } from "./reading/account-prefixes.ts";
import { SECTIONS, type TreasurySetting, treasurySetting } from "./reading/treasury-setting.ts";

export const TREASURY_PART = "treasury";
/** 1,000,000.00 €: a reserve above it is a slip of the hand. */
export const MOST_RESERVE = toCents(100_000_000);
export const MOST_LINES = 20;

const settingsSchema = z.object({
  lines: z
    .array(z.object({ key: z.string(), label: z.string().nullable(), section: z.enum(SECTIONS), accounts: z.string() }))
    .max(MOST_LINES)
    .optional(),
  /** Some cooperatives pay before the customer does. */
  countsUncollected: z.boolean().default(false),
  /** Cents that must stay in each activity. */
  reserveCents: z.int().min(0).max(Number(MOST_RESERVE)).default(0),
});

export type TreasurySettings = {
  readonly setting: TreasurySetting;
  readonly countsUncollected: boolean;
  readonly reserve: Cents;
};

/** The treasury settings of a cooperative. Throws when the stored value is not one (checked when saved). */
export function treasurySettings(organizationSettings: unknown): TreasurySettings {
  const { lines, countsUncollected, reserveCents } = settingsSchema.parse(
    ((organizationSettings ?? {}) as { treasury?: unknown })[TREASURY_PART] ?? {},
  );
  const setting =
    lines === undefined
      ? treasurySetting({ buildingTrades: false })
      : {
          lines: lines.map(({ accounts, ...line }) => {
            const prefixes = parsePrefixes(accounts);
            if (isRefusal(prefixes)) throw new RangeError(`not account prefixes: ${accounts}`);
            return { ...line, accounts: prefixes };
          }),
        };
  return { setting, countsUncollected, reserve: toCents(reserveCents) };
}

/** The stored form, which `treasurySettings` reads back. */
export function encodeTreasurySettings({ setting, countsUncollected, reserve }: TreasurySettings) {
  return {
    lines: setting.lines.map(({ accounts, ...line }) => ({ ...line, accounts: prefixesText(accounts) })),
    countsUncollected,
    reserveCents: Number(reserve),
  };
}
