import type { Day } from "#kernel/day.ts";
import { day } from "#ui/format.ts";

/** What a customer answered, for the timeline of a quote: the day first, then the words. */
export function answerWords(on: Day, comment: string): string {
  return comment === "" ? day(on) : `${day(on)} · ${comment}`;
}
