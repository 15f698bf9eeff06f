import { sql } from "kysely";
import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, versionNumber } from "#platform/field.ts";
import type { MembershipTables } from "../tables.ts";
import { checkAttachment, personFields, writeAttachment } from "./add-person.command.ts";
import type { PersonRefusalCode } from "./person.fr.ts";
import { mayPerson } from "./person.policy.ts";
import { findPerson } from "./person.store.ts";

/** Changes what is known of a person. Refused when somebody else changed it since it was shown. */
export const updatePerson = defineCommand({
  name: "membership.person.update",
  input: z.object({ personId: idText<"person">(), version: versionNumber(), ...personFields }),
  async run(context, input): Promise<{ personId: PersonId; version: number } | Refusal<PersonRefusalCode>> {
    const { tx, organizationId, actor } = context;
    const { personId, version } = input;
    const person = await findPerson(tx, actor, personId, true);
    if (person === null) return refuse("missing", "person.missing");
    const refusal = mayPerson(actor, "update", person.facts) ?? (await checkAttachment(context, input));
    if (refusal) return refusal;
    if (person.version !== version) return refuse("conflict", "person.changedMeanwhile");
    const membership = tx.withTables<MembershipTables>();
    const other = await membership
      .selectFrom("membership.person")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("id", "<>", personId)
      .where("archived_at", "is", null)
      .where(sql<boolean>`lower(email) = ${input.email}`)
      .executeTakeFirst();
    if (other) return refuse("conflict", "person.emailTaken", {}, "email");
    await membership
      .updateTable("membership.person")
      .set({
        first_name: input.firstName,
        last_name: input.lastName,
        email: input.email,
        phone: input.phone,
        site_id: input.siteId,
        follower_id: input.followerId,
        version: version + 1,
      })
      .where("organization_id", "=", organizationId)
      .where("id", "=", personId)
      .execute();
    await writeAttachment(context, personId, person, input);
    const changed = (Object.keys(input) as (keyof typeof input)[]).filter(
      (key) => key !== "personId" && key !== "version" && input[key] !== person[key],
    );
    // Which fields, never what they held: the trace outlives the person's stay.
    context.audit({ subjectKind: "membership.person", subjectId: personId, details: { changed } });
    return { personId, version: version + 1 };
  },
});
