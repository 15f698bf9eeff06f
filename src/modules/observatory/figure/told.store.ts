/** What a network received of its structures, for whoever speaks for them: never shown to anybody else. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { knownFigure, readObservation } from "../observation/observation.ts";
import type { Figure } from "../observation/protect.ts";
import type { ReceivedId, StructureId } from "../tables.ts";

export type ToldDocument = {
  readonly id: ReceivedId;
  readonly structureId: StructureId;
  readonly signedAt: Instant;
  /** By indicator, in the meaning that is known here. */
  readonly figures: ReadonlyMap<string, Figure>;
};

/** The document of a year that stands for each of these structures; none for those that sent nothing. */
export async function toldDocuments(
  { tx, organizationId }: { readonly tx: Tx; readonly organizationId: OrganizationId },
  structureIds: readonly StructureId[],
  period: string,
): Promise<ToldDocument[]> {
  const { rows } = await sql<{ id: ReceivedId; structureId: StructureId; document: string }>`
    select id, structure_id as "structureId", document from observatory.received
     where organization_id = ${organizationId} and period = ${period} and structure_id = any (${structureIds}::uuid[])
       and superseded_at is null`.execute(tx);
  return rows.flatMap(({ id, structureId, document }) => {
    const said = readObservation(document);
    if ("fault" in said) return [];
    const known = said.figures.filter(({ key, version }) => knownFigure(key, version) !== null);
    const figures = new Map(known.map(({ key, figure }) => [key, figure]));
    return [{ id, structureId, signedAt: said.signedAt, figures }];
  });
}
