/** SQL of how soon each person wants mails. */

import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Heading } from "#kernel/topic.ts";
import type { Tx } from "#platform/database/database.ts";
import type { NotificationTables } from "../tables.ts";
import { type CadenceChoice, defaultCadence } from "./cadence.ts";

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

/** The pace at which a person is told of a heading: what they chose, else what everybody has. */
export async function chosenCadence(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
  heading: Heading,
): Promise<CadenceChoice> {
  return (await cadencesOf(tx, organizationId, personId)).get(heading.key) ?? defaultCadence(heading);
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
