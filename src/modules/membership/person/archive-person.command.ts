import { sql } from "kysely";
import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { isLastAdministrator } from "../grant/grant.store.ts";
import type { PersonRefusalCode } from "./person.fr.ts";
import { mayPerson } from "./person.policy.ts";
import { findPerson } from "./person.store.ts";

export const PERSON_ARCHIVED = "membership.person.archived.v1";

/**
 * Archives a person who has left: no access, no role any more; their documents and accounts stay. Refused while a
 * contract or a participation runs or is to come: each has its own date and its own consequences.
 */
export const archivePerson = defineCommand({
  name: "membership.person.archive",
  input: z.object({ personId: idText<"person">() }),
  async run(context, { personId }): Promise<{ personId: PersonId } | Refusal<PersonRefusalCode>> {
    const { tx, organizationId, actor, now, today } = context;
    const person = await findPerson(tx, actor, personId, true);
    if (person === null) return refuse("missing", "person.missing");
    const refusal = mayPerson(actor, "archive", person.facts);
    if (refusal) return refusal;
    const { rows } = await sql<{ contracts: boolean; participations: boolean }>`
      select exists (select 1 from membership.contract where organization_id = ${organizationId} and person_id = ${personId}
                and cancelled_at is null and (ends_on is null or ends_on >= ${today})) as contracts,
             exists (select 1 from membership.participation where organization_id = ${organizationId} and person_id = ${personId}
                and (ends_on is null or ends_on >= ${today})) as participations`.execute(tx);
    if (rows[0]?.contracts) return refuse("conflict", "person.underContract");
    if (rows[0]?.participations) return refuse("conflict", "person.stillInActivity");
    if (await isLastAdministrator(tx, organizationId, personId)) return refuse("conflict", "person.lastAdministrator");
    await sql`update membership.role_grant set revoked_at = ${now}
      where organization_id = ${organizationId} and person_id = ${personId} and revoked_at is null`.execute(tx);
    await sql`update membership.person set follower_id = null, version = version + 1
      where organization_id = ${organizationId} and follower_id = ${personId}`.execute(tx);
    await sql`update membership.person set archived_at = ${now}, user_id = null, version = version + 1
      where organization_id = ${organizationId} and id = ${personId}`.execute(tx);
    context.audit({ subjectKind: "membership.person", subjectId: personId, details: { userId: person.userId } });
    context.emit(PERSON_ARCHIVED, { personId });
    return { personId };
  },
});

/** Takes an archived person back, without role nor access: they are given again. */
export const restorePerson = defineCommand({
  name: "membership.person.restore",
  input: z.object({ personId: idText<"person">() }),
  async run(context, { personId }): Promise<{ personId: PersonId } | Refusal<PersonRefusalCode>> {
    const { tx, organizationId, actor } = context;
    const person = await findPerson(tx, actor, personId, true);
    if (person === null) return refuse("missing", "person.missing");
    const refusal = mayPerson(actor, "archive", { ...person.facts, archived: false });
    if (refusal) return refusal;
    const { rows } = await sql<{ taken: boolean; erased: boolean }>`
      select (select erased_at is not null from membership.person
               where organization_id = ${organizationId} and id = ${personId}) as erased, exists (select 1 from membership.person where organization_id = ${organizationId} and id <> ${personId}
                and archived_at is null and lower(email) = lower(${person.email})) as taken`.execute(tx);
    if (rows[0]?.erased) return refuse("conflict", "person.erased");
    if (rows[0]?.taken) return refuse("conflict", "person.emailTaken");
    await sql`update membership.person set archived_at = null, withdrawn_at = null, invited_at = null, version = version + 1
      where organization_id = ${organizationId} and id = ${personId}`.execute(tx);
    context.audit({ subjectKind: "membership.person", subjectId: personId });
    return { personId };
  },
});
