import { readForm as readFields } from "#modules/membership/index.server.ts";
import type { RouteArguments } from "#platform/http/tenant.ts";

/** What a form of accompaniment gave: a field named "time" is an hour. */
export function readForm(
  args: RouteArguments,
  days: RegExp | readonly string[] = [],
  times = /(^|[.])time$/,
): Promise<{ form: FormData; input: Record<string, string> }> {
  return readFields(args, days, times);
}
