import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import type { MembershipTables } from "../tables.ts";
import type { PersonRefusalCode } from "./person.fr.ts";
import { mayPerson } from "./person.policy.ts";
import { findPerson } from "./person.store.ts";

/** Somebody was invited: their account is made and the link sent after the commit (person-invited.job.ts). */
export const PERSON_INVITED = "membership.person.invited.v1";

/** Sends a person the link that opens their access; again when the first one was lost. */
export const invitePerson = defineCommand({
  name: "membership.person.invite",
  input: z.object({ personId: idText<"person">() }),
  async run(context, { personId }): Promise<{ personId: PersonId } | Refusal<PersonRefusalCode>> {
    const person = await findPerson(context.tx, context.actor, personId, true);
    if (person === null) return refuse("missing", "person.missing");
    const refusal = mayPerson(context.actor, "invite", person.facts);
    if (refusal) return refusal;
    await context.tx
      .withTables<MembershipTables>()
      .updateTable("membership.person")
      .set({ invited_at: context.now })
      .where("organization_id", "=", context.organizationId)
      .where("id", "=", personId)
      .execute();
    context.audit({ subjectKind: "membership.person", subjectId: personId });
    context.emit(PERSON_INVITED, { personId });
    return { personId };
  },
});
