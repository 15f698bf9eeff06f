import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { organizationProfile, saveSettings } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { requiredText, versionNumber } from "#platform/field.ts";
import { salesSettings, salesSettingsSchema } from "../settings.ts";
import type { ReminderRefusalCode } from "./reminder.ts";
import { textProblem } from "./reminder-message.ts";

const text = z.object({ subject: requiredText(200), body: requiredText(5000) });
const texts = z.tuple([text, text, text]);
const days = z.coerce.number("reminder.days").int("reminder.days").min(1, "reminder.days").max(365, "reminder.days");

/** Chooses the three messages and when each is proposed. The other settings of sales stay as they are. */
export const saveReminderTexts = defineCommand({
  name: "sales.reminder.saveTexts",
  input: z.object({ version: versionNumber(), afterDays: z.tuple([days, days, days]), fr: texts, en: texts }),
  async run(context, { version, ...plan }): Promise<{ version: number } | Refusal<ReminderRefusalCode> | Refusal> {
    for (const language of ["fr", "en"] as const) {
      for (const [index, chosen] of plan[language].entries()) {
        const problem = textProblem(chosen);
        if (problem !== null) return refuse("invalid", problem, {}, `${language}.${index}.body`);
      }
    }
    const [first, second, third] = plan.afterDays;
    if (second <= first) return refuse("invalid", "reminder.order", {}, "afterDays.1");
    if (third <= second) return refuse("invalid", "reminder.order", {}, "afterDays.2");
    const { settings } = await organizationProfile(context.tx, context.organizationId);
    const value = salesSettingsSchema.parse({ ...salesSettings(settings), reminders: plan });
    return saveSettings(context, "sales", value, version);
  },
});
