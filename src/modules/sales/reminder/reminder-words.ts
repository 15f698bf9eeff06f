import { fill } from "#kernel/language.ts";
import { useLanguage } from "#ui/language.tsx";
import type { ToDo } from "./late-customers.ts";
import { en } from "./reminder.en.ts";
import { fr } from "./reminder.fr.ts";
import type { ReminderLevel } from "./reminder.ts";

/** What is said of reminders, in the language of the screen. */
export function useReminderWords() {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  return {
    days: (days: number) => plural(days, words.day, words.days),
    late: (days: number) => plural(days, words.dayLate, words.daysLate),
    levelOn: (level: ReminderLevel, date: string) => fill(words.levelOn, { level: words.levels[level], date }),
    todo: (todo: ToDo, level: ReminderLevel) => (todo === "proposed" ? words.levels[level] : words[todo]),
    prepareFor: (customer: string) => fill(words.prepareFor, { customer }),
  };
}
