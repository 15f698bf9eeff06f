import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { activitiesOf, organizationProfile, saveSettings } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { oneOf, optionalDay, optionalText, requiredText, versionNumber } from "#platform/field.ts";
import { salesSettings, salesSettingsSchema } from "../settings.ts";
import { templateProblem } from "./number-template.ts";
import type { SetupRefusalCode } from "./setup.fr.ts";

const input = z.object({
  version: versionNumber(),
  numberTemplate: requiredText(60),
  seriesScope: oneOf(["cooperative", "activity"]),
  vatOnDebitsSince: optionalDay(),
  paymentDays: z.coerce
    .number("field.wholeNumber")
    .int("field.wholeNumber")
    .min(0, "salesSetup.paymentDays")
    .max(60, "salesSetup.paymentDays"),
  /** Cents, as text or number. */
  toleranceCents: z.coerce
    .number("field.amount")
    .int("field.amount")
    .min(0, "salesSetup.tolerance")
    .max(10_000, "salesSetup.tolerance"),
  footer: optionalText(500),
  conditions: optionalText(20_000),
});

/** Chooses the numbers, delays, VAT option and texts of the documents to come. Accounts and reminders stay as they are. */
export const saveSalesSettings = defineCommand({
  name: "sales.settings.save",
  input,
  async run(context, { version, ...chosen }): Promise<{ version: number } | Refusal<SetupRefusalCode> | Refusal> {
    const { tx, organizationId } = context;
    const activities = await activitiesOf(tx, organizationId, "all");
    // Room is kept for the codes that Essaim proposes, even before the first activity.
    const longestCode = activities.reduce(
      (longest, { code }) => (code.length > longest.length ? code : longest),
      "A001",
    );
    const problem = templateProblem(chosen.numberTemplate, chosen.seriesScope, longestCode);
    if (problem !== null) return refuse("invalid", problem, {}, "numberTemplate");
    const { settings } = await organizationProfile(tx, organizationId);
    const { accounts, reminders } = salesSettings(settings);
    const value = salesSettingsSchema.parse({ ...chosen, accounts, reminders });
    return saveSettings(context, "sales", value, version);
  },
});
