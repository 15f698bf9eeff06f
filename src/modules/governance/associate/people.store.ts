import { membersAmong, personNames } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";

/** Everybody of the house who signs in, by name, for a list to choose from. */
export async function peopleOptions({ tx, organizationId, now }: Pick<Reader, "tx" | "organizationId" | "now">) {
  const names = await personNames(tx, organizationId, await membersAmong(tx, organizationId, "everybody", now));
  return [...names]
    .map(([personId, label]) => ({ value: personId as string, label }))
    .sort((a, b) => a.label.localeCompare(b.label, "fr"));
}
