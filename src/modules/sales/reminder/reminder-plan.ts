/** The reminders of a cooperative as they are kept in its settings, with the texts that it starts with. */

import { z } from "zod";
import type { ReminderText } from "./reminder.ts";
import { en } from "./reminder-text.en.ts";
import { fr } from "./reminder-text.fr.ts";

const text = z.object({ subject: z.string().max(200), body: z.string().max(5000) });
const days = z.int().min(1);

const texts = ({ levels }: { readonly levels: readonly [ReminderText, ReminderText, ReminderText] }) =>
  z.tuple([text, text, text]).default([...levels]);

export const reminderPlanSchema = z.object({
  afterDays: z.tuple([days, days, days]).default([5, 20, 40]),
  fr: texts(fr),
  en: texts(en),
});
