import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { contactsOf } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";

export type Contact = {
  readonly personId: PersonId;
  readonly name: string;
  readonly firstName: string;
  readonly email: string;
};

/** How these persons are written to; those who left are absent. */
export async function contactsByPerson(
  tx: Tx,
  organizationId: OrganizationId,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Contact>> {
  return new Map((await contactsOf(tx, organizationId, ids)).map((contact) => [contact.personId, contact]));
}
