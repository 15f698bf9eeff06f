import type { Day } from "#kernel/day.ts";
import { parseDayInput } from "#ui/parse.ts";
import { APPLICATION_FIELDS } from "../candidate/candidate.ts";

/** What a form says of somebody; a day is read as people write it, and stays as it was typed when it is none. */
export function readApplication(form: FormData, today: Day): Record<string, string> {
  const input: Record<string, string> = {};
  for (const name of APPLICATION_FIELDS) input[name] = String(form.get(name) ?? "");
  const typed = input.birthDate ?? "";
  if (typed.trim() !== "") input.birthDate = parseDayInput(typed, today) ?? typed;
  return input;
}
