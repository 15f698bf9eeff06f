import type { z } from "zod";
import { dayIn } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { type CommandHost, type ExecuteOptions, type OpenContext, transact } from "./command.ts";
import type { Author } from "./trace.ts";

/** A cooperative that opened its public page, as its address gives it. */
export type OpenCooperative = { readonly organizationId: OrganizationId; readonly timeZone: string };

/**
 * An act of somebody without an account: there is no actor, so no policy can let it do what members do. It has its own
 * type: `execute` refuses it at compile time, and `executePublic` refuses every other command.
 */
export type PublicCommand<Input, Output> = {
  readonly public: true;
  /** "parcours.candidate.apply": module, noun, verb. */
  readonly name: string;
  readonly input: z.ZodType<Input>;
  act(context: OpenContext, input: Input): Promise<Output | Refusal>;
};

export function definePublicCommand<Input, Output>(
  command: PublicCommand<Input, Output>,
): PublicCommand<Input, Output> {
  return command;
}

/** How a trace names the public form. */
const NOBODY: Author = { userId: "public form", personId: null };

/** Runs a public command in the cooperative whose open page it came by. */
export function executePublic<Input, Output>(
  host: CommandHost,
  { organizationId, timeZone }: OpenCooperative,
  command: PublicCommand<Input, Output>,
  rawInput: unknown,
  options: ExecuteOptions = {},
): Promise<Output | Refusal> {
  return transact(host, { organizationId, userId: null }, command, rawInput, options, async (_, now) => ({
    author: NOBODY,
    today: dayIn(now, timeZone),
    run: (context, input) => command.act(context, input),
  }));
}
