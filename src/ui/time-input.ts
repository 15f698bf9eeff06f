/** Hours of the day as people type and read them. Pure: the server reads forms with it. */
import type { Language } from "#kernel/language.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import { NBSP } from "./format.ts";

/** Reads 14h30, 14:30, 14.30, 1430, 14 h, 9: null when there is no such hour. */
export function parseTimeInput(text: string): ClockTime | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0]/g, "");
  const marked = /^(\d{1,2})(?:h|:|\.)?(\d{2})?$/.exec(typed) ?? /^(\d{1,2})h$/.exec(typed);
  if (!marked) return null;
  const [hour, minute] = [Number(marked[1]), Number(marked[2] ?? "0")];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` as ClockTime;
}

/** "14 h 30", "9 h"; in English "14:30". */
export function timeText(value: ClockTime, language: Language = "fr"): string {
  if (language === "en") return value;
  const [hour, minute] = value.split(":");
  const start = `${Number(hour)}${NBSP}h`;
  return minute === "00" ? start : `${start}${NBSP}${minute}`;
}
