import { z } from "zod";
import { toCents } from "#kernel/money.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { saveSettings } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { versionNumber } from "#platform/field.ts";
import { SECTIONS } from "../reading/treasury-setting.ts";
import { encodeTreasurySettings, MOST_LINES, MOST_RESERVE, TREASURY_PART } from "../settings.ts";
import { maySetTreasury } from "./layout.policy.ts";
import { readLines } from "./treasury-form.ts";

const row = z.object({
  key: z.string().max(30).default(""),
  label: z.string().max(80, "field.tooLong"),
  section: z.enum(SECTIONS),
  accounts: z.string().max(200, "field.tooLong"),
});

/** Sets the lines that every activity's treasury is read by, what must stay in it, and whether unpaid invoices count. */
export const saveTreasurySettings = defineCommand({
  name: "treasury.settings.save",
  input: z.object({
    version: versionNumber(),
    lines: z.array(row).max(MOST_LINES),
    countsUncollected: z.boolean(),
    /** Cents, as text. */
    reserve: z
      .string()
      .regex(/^\d{1,12}$/, "treasury.reserve")
      .refine((text) => !/^\d{1,12}$/.test(text) || BigInt(text) <= MOST_RESERVE, "treasury.reserve"),
  }),
  async run(context, { version, lines, countsUncollected, reserve }): Promise<{ version: number } | Refusal> {
    const refusal = maySetTreasury(context.actor);
    if (refusal) return refusal;
    const setting = readLines(lines);
    if (isRefusal(setting)) return setting;
    const stored = encodeTreasurySettings({ setting, countsUncollected, reserve: toCents(Number(reserve)) });
    return saveSettings(context, TREASURY_PART, stored, version, maySetTreasury);
  },
});
