/** A cooperative with its books open, whose associates are admitted and hold shares: for tests on the real database. */
import type { Actor } from "#kernel/actor.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { freshLedger } from "#modules/ledger/testing.ts";
import { type Command, execute } from "#platform/command.ts";
import type { TestPerson, TestTenant } from "#testing/tenant.ts";
import { fileApplication } from "./associate/apply.command.ts";
import type { AssociateId } from "./associate/associate.ts";
import { decideApplication } from "./associate/decide.command.ts";

export const NOW = "2026-11-27T09:00:00.000Z";
export const ADMITTED = "2026-10-01";

export type House = {
  readonly tenant: TestTenant;
  readonly chief: TestPerson;
  run<Input, Output>(
    who: TestPerson,
    command: Command<Input, Output>,
    input: unknown,
  ): Promise<Exclude<Output, { refused: true }>>;
  tried<Input, Output>(
    who: TestPerson,
    command: Command<Input, Output>,
    input: unknown,
  ): Promise<Output | { code: string }>;
  /** A person admitted on 1 October 2026. */
  member(college?: number): Promise<{ person: TestPerson; associateId: AssociateId }>;
};

export async function freshHouse(kind: Actor["house"] = "cae"): Promise<House> {
  const { tenant } = await freshLedger({ now: NOW, house: kind });
  const chief = await tenant.person({ roles: ["direction"] });
  const tried: House["tried"] = (who, command, input) => execute(tenant.host, who.caller, command, input);
  const run: House["run"] = async (who, command, input) => {
    const answer = await execute(tenant.host, who.caller, command, input);
    if (isRefusal(answer)) throw new Error(`${command.name}: ${JSON.stringify(answer)}`);
    return answer as never;
  };
  return {
    ...{ tenant, chief, tried, run },
    async member(college = 1) {
      const person = await tenant.person();
      const { personId } = person;
      const asked = { kind: "person", personId, college, appliedOn: ADMITTED };
      const { associateId } = await run(chief, fileApplication, asked);
      const decided = { associateId, decision: "admit", effectOn: ADMITTED, decidedBy: "assembly" };
      await run(chief, decideApplication, decided);
      return { person, associateId };
    },
  };
}
