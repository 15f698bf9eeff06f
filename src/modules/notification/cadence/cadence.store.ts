/** SQL of how soon each person wants mails. */

import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { NotificationTables } from "../tables.ts";
import type { CadenceChoice } from "./cadence.ts";

/** What a person chose, by heading; what they did not choose is absent. */
export async function cadencesOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<ReadonlyMap<string, CadenceChoice>> {
  const rows = await tx
    .withTables<NotificationTables>()
    .selectFrom("notification.cadence")
    .select(["heading", "choice"])
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .execute();
  return new Map(rows.map(({ heading, choice }) => [heading, choice]));
}

export async function saveCadences(
  tx: Tx,
  person: { readonly organizationId: OrganizationId; readonly personId: PersonId },
  choices: Readonly<Record<string, CadenceChoice>>,
  now: Instant,
): Promise<void> {
  const rows = Object.entries(choices).map(([heading, choice]) => ({
    organization_id: person.organizationId,
    person_id: person.personId,
    heading,
    choice,
    changed_at: now,
  }));
  if (rows.length === 0) return;
  await tx
    .withTables<NotificationTables>()
    .insertInto("notification.cadence")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "person_id", "heading"])
        .doUpdateSet((row) => ({ choice: row.ref("excluded.choice"), changed_at: now })),
    )
    .execute();
}
