import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { lockPerson, reachesPerson } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import type { SensitiveRefusalCode } from "./sensitive.fr.ts";
import { maySensitive } from "./sensitive.policy.ts";
import { openSensitive, sensitiveVersion } from "./sensitive.store.ts";
import type { Sensitive } from "./sensitive.ts";

type Refused = Refusal<SensitiveRefusalCode>;

/** Whether the actor may, for a person who is there. */
export async function allowSensitive(
  context: Pick<CommandContext, "tx" | "actor" | "organizationId">,
  action: "read" | "save",
  personId: PersonId,
): Promise<Refused | null> {
  const { tx, actor, organizationId } = context;
  const paid = await reachesPerson(tx, actor, ["payroll"], personId);
  const refusal = maySensitive(action, { self: actor.personId === personId, paid });
  if (refusal) return refusal;
  return (await lockPerson(tx, organizationId, personId)) ? null : refuse("missing", "sensitive.personMissing");
}

/**
 * Reads the social security number and the health facts of somebody: an act, since it is traced in the transaction that reads.
 * Never played with an idempotency key, whose answer would be kept.
 */
export const readSensitive = defineCommand({
  name: "parcours.sensitive.read",
  input: z.object({ personId: idText<"person">() }),
  async run(context, { personId }): Promise<{ version: number; kept: Sensitive } | Refused> {
    const refusal = await allowSensitive(context, "read", personId);
    if (refusal) return refusal;
    const version = await sensitiveVersion(context, personId);
    const kept = await openSensitive(context, personId);
    if (isRefusal(kept)) return kept;
    context.audit({ subjectKind: "parcours.sensitive", subjectId: personId });
    return { version, kept };
  },
});
