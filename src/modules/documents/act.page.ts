import { data, redirect } from "react-router";
import type { Command } from "#platform/command.ts";
import { type RouteArguments, runCommand } from "#platform/http/tenant.ts";
import { flash } from "#ui/flash.ts";
import { typedValues } from "#ui/problem.ts";

/** The texts of a form, by field. */
export function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
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
  if (!result.ok) return data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  const { to, message } = then(result.output);
  return redirect(to, { headers: flash(message) });
}
