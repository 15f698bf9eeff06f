/** Reads what the parties of a convention sent to the observatory of the network. */
import type { Actor } from "#kernel/actor.ts";
import { type Day, dayIn } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import { seatedFor, toldDocuments } from "#modules/observatory/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { measuredIn, type Standing } from "./measured.ts";

type Place = { readonly tx: Tx; readonly organizationId: OrganizationId };

/** What stands of a year: figures of a party are for its own representatives, until they declare them. */
export async function standingOf(
  { tx, organizationId }: Place,
  structureIds: readonly StructureId[],
  year: number,
): Promise<Standing[]> {
  const { timeZone } = await organizationProfile(tx, organizationId);
  const documents = await toldDocuments({ tx, organizationId }, structureIds, String(year));
  return documents.map(({ id, structureId, signedAt, figures }) => ({
    ...{ documentId: id as string, structureId, on: dayIn(signedAt, timeZone) },
    measured: measuredIn(figures),
  }));
}

/** The cooperatives among these parties for which the reader has a seat. The team, which has none, sees no figure. */
export async function seatedParties<T extends { readonly structureId: StructureId }>(
  { tx, actor, today }: { readonly tx: Tx; readonly actor: Actor; readonly today: Day },
  parties: readonly T[],
): Promise<T[]> {
  const seated = new Set((await seatedFor(tx, actor, today)).map(({ id }) => id));
  return parties.filter(({ structureId }) => seated.has(structureId));
}
