import { sql } from "kysely";
import type { Id } from "#kernel/id.ts";
import type { Database } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { OutboxHandler } from "#platform/outbox/drain.ts";
import type { Identity } from "#platform/session/session.ts";

type Invited = {
  firstName: string;
  lastName: string;
  email: string;
  userId: Id<"user"> | null;
  cooperativeName: string;
};

/**
 * After an invitation: makes or finds the account of the person's address, sends the link, and ties the account to the
 * person. Running twice does no harm: the account is found again, and the message has the same identifier.
 */
export function personInvitedHandler(
  database: Database,
  identity: Pick<Identity, "invite" | "whoCanSignIn">,
): OutboxHandler {
  return async ({ organizationId, id: eventId, payload }) => {
    const personId = String(payload.personId);
    const scope = { organizationId, userId: null };
    const person = await withTenant(database, scope, async (tx) => {
      const { rows } = await sql<Invited>`
        select p.first_name as "firstName", p.last_name as "lastName", p.email, p.user_id as "userId", o.legal_name as "cooperativeName"
          from membership.person p join membership.organization o on o.organization_id = p.organization_id
         where p.organization_id = ${organizationId} and p.id = ${personId} and p.archived_at is null`.execute(tx);
      return rows[0];
    });
    // Archived meanwhile: the invitation no longer stands.
    if (!person) return;
    const userId = await identity.invite({
      key: eventId,
      email: person.email,
      name: person.firstName,
      cooperativeName: person.cooperativeName,
    });
    if (person.userId === userId) return;
    // The address was corrected before anybody used the first account: the right one takes its place. A used one stays.
    if (person.userId !== null && (await identity.whoCanSignIn([person.userId])).has(person.userId)) return;
    await withTenant(database, scope, (tx) =>
      sql`update membership.person p set user_id = ${userId}
        where p.organization_id = ${organizationId} and p.id = ${personId} and p.archived_at is null
          and p.user_id is not distinct from ${person.userId}
          and not exists (select 1 from membership.person q
                where q.organization_id = p.organization_id and q.user_id = ${userId})`.execute(tx),
    );
  };
}
