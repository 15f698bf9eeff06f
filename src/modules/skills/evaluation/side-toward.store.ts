import type { PersonId } from "#kernel/id.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { personNames, reachesPerson } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import type { EvaluationRefusalCode } from "./evaluation.fr.ts";
import { EVALUATORS, type EvaluationFacts, mayEvaluate, sideOf } from "./evaluation.policy.ts";
import type { Side } from "./evaluation.ts";

type Place = Pick<Reader, "tx" | "actor" | "organizationId">;

/** What the policy asks of an actor and a person, with the name of the latter; whoever does not exist is not reached. */
export async function factsToward({ tx, actor, organizationId }: Place, personId: PersonId) {
  const name = (await personNames(tx, organizationId, [personId])).get(personId);
  const reached = name !== undefined && (await reachesPerson(tx, actor, EVALUATORS, personId));
  return { self: actor.personId === personId, reached, name: name ?? "" } satisfies EvaluationFacts & { name: string };
}

/** From which side the reader looks at this person; a refusal for whoever may not. */
export async function sideToward(
  reader: Place,
  personId: PersonId,
): Promise<Refusal<EvaluationRefusalCode> | { readonly side: Side; readonly name: string }> {
  const { name, ...facts } = await factsToward(reader, personId);
  return mayEvaluate(facts) ?? { side: sideOf(facts) ?? "self", name };
}
