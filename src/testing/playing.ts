import { isRefusal } from "#kernel/refusal.ts";
import { type Command, execute } from "#platform/command.ts";
import type { TestPerson, TestTenant } from "./tenant.ts";

/** Plays commands in the house that a test made last: `as` gives the answer, `done` what was done, and throws on a refusal. */
export function playing(house: () => TestTenant) {
  const as = <I, O>(who: TestPerson, command: Command<I, O>, input: unknown) =>
    execute(house().host, who.caller, command, input);
  const done = async <I, O>(who: TestPerson, command: Command<I, O>, input: unknown) => {
    const result = await as(who, command, input);
    if (isRefusal(result)) throw new Error(JSON.stringify(result));
    return result as Exclude<O, { refused: true }>;
  };
  return { as, done };
}
