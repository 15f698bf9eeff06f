import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { personNames, reachesPerson } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import type { EvaluationRefusalCode } from "./evaluation.fr.ts";
import { EVALUATORS, mayEvaluate, sideOf } from "./evaluation.policy.ts";
import type { Side } from "./evaluation.ts";

/** From which side the actor looks at this person, to read or to evaluate; a refusal for whoever may not. */
export async function sideToward(
  { tx, actor, organizationId }: Pick<Reader, "tx" | "actor" | "organizationId">,
  personId: PersonId,
): Promise<Refusal<EvaluationRefusalCode> | { readonly side: Side; readonly name: string }> {
  const facts = { self: actor.personId === personId, reached: await reachesPerson(tx, actor, EVALUATORS, personId) };
  const refusal = mayEvaluate(facts);
  if (refusal) return refusal;
  const name = (await personNames(tx, organizationId, [personId])).get(personId);
  return name === undefined ? refuse("missing", "evaluation.personMissing") : { side: sideOf(facts) ?? "self", name };
}
