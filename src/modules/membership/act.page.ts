import { data, redirect } from "react-router";
import type { Command } from "#platform/command.ts";
import { type RouteArguments, runCommand, todayOf } from "#platform/http/tenant.ts";
import { flash } from "#ui/flash.ts";
import { parseDayInput } from "#ui/parse.ts";
import { severalValues, typedValues } from "#ui/problem.ts";
import { parseTimeInput } from "#ui/time-input.ts";

/** What a form gave, its days and hours read as people write them ("15/3", "14h30"); one that is none stays as typed. */
export async function readForm(
  args: RouteArguments,
  /** The fields that are days, by name or by the shape of their name. */
  days: readonly string[] | RegExp = [],
  /** The fields that are hours, by the shape of their name. */
  times: RegExp | null = null,
): Promise<{ form: FormData; input: Record<string, string> }> {
  const form = await args.request.formData();
  const input: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") input[name] = value;
  const dated = days instanceof RegExp ? Object.keys(input).filter((name) => days.test(name)) : days;
  if (dated.some((name) => (input[name] ?? "") !== "")) {
    const today = await todayOf(args);
    for (const name of dated) input[name] = parseDayInput(input[name] ?? "", today) ?? input[name] ?? "";
  }
  for (const name of Object.keys(input)) {
    if (times?.test(name)) input[name] = parseTimeInput(input[name] ?? "") ?? input[name] ?? "";
  }
  return { form, input };
}

/** Runs a command for a form: on to a page with a message, or the problem beside what was typed. */
export async function act<Input, Output>(
  args: RouteArguments,
  form: FormData,
  command: Command<Input, Output>,
  input: unknown,
  then: (output: Output) => { readonly to: string; readonly message: { readonly fr: string; readonly en: string } },
) {
  const key = form.get("cle");
  const options = typeof key === "string" && key !== "" ? { idempotencyKey: `${command.name}:${key}` } : {};
  const result = await runCommand(args, command, input, options);
  if (!result.ok) {
    const { problem, status } = result;
    return data({ problem, typed: typedValues(form), several: severalValues(form) }, { status });
  }
  const { to, message } = then(result.output);
  return redirect(to, { headers: flash(message) });
}
