import { dayIn, type Instant } from "#kernel/day.ts";
import type { Language } from "#kernel/language.ts";
import { longDay } from "#ui/format.ts";

/** The day when something was said or written, in words. Networks are French: the hour of Paris. */
export function said(at: Instant, language: Language): string {
  return longDay(dayIn(at, "Europe/Paris"), language);
}
