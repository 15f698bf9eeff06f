import { readForm as readDays } from "#modules/membership/index.server.ts";
import type { RouteArguments } from "#platform/http/tenant.ts";
import { parseTimeInput } from "#ui/time-input.ts";

/** What a form gave, its days and hours read as people write them ("15/3", "14h30"); one that is none stays as typed. */
export async function readForm(
  args: RouteArguments,
  days: RegExp | readonly string[] = [],
  times = /(^|[.])time$/,
): Promise<{ form: FormData; input: Record<string, string> }> {
  const { form, input } = await readDays(args, days);
  for (const name of Object.keys(input)) {
    if (times.test(name)) input[name] = parseTimeInput(input[name] ?? "") ?? input[name] ?? "";
  }
  return { form, input };
}
