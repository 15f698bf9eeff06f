import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Indicator, Model, ModelId } from "./model.ts";

export type ListedModel = Model & { readonly indicators: number };

export async function listModels(tx: Tx, organizationId: OrganizationId): Promise<readonly ListedModel[]> {
  const { rows } = await sql<ListedModel>`select m.id, m.name, m.number, m.example, m.status,
      (select count(*)::integer from grid.indicator i where i.organization_id = m.organization_id and i.model_id = m.id)
        as indicators
    from grid.model m where m.organization_id = ${organizationId} order by m.name collate "fr-x-icu", m.number desc`.execute(
    tx,
  );
  return rows;
}

export async function findModel(
  tx: Tx,
  organizationId: OrganizationId,
  id: ModelId,
  lock = false,
): Promise<Model | null> {
  const { rows } = await sql<Model>`select id, name, number, example, status from grid.model
    where organization_id = ${organizationId} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

export async function indicatorsOf(tx: Tx, organizationId: OrganizationId, id: ModelId): Promise<readonly Indicator[]> {
  const { rows } = await sql<Indicator>`select code, general, main, wording, levels from grid.indicator
    where organization_id = ${organizationId} and model_id = ${id} order by position, code`.execute(tx);
  return rows;
}

/** Puts a whole list in the place of the one that a draft had. */
export async function replaceIndicators(
  tx: Tx,
  organizationId: OrganizationId,
  modelId: ModelId,
  indicators: readonly Indicator[],
): Promise<void> {
  await sql`delete from grid.indicator where organization_id = ${organizationId} and model_id = ${modelId}`.execute(tx);
  await sql`insert into grid.indicator (organization_id, model_id, code, general, main, wording, levels, position)
    select ${organizationId}, ${modelId}, i.code, i.general, i.main, i.wording,
        array(select jsonb_array_elements_text(i.levels)), i.position
      from jsonb_to_recordset(${JSON.stringify(indicators.map((one, position) => ({ ...one, position })))}::jsonb)
        as i(code text, general text, main text, wording text, levels jsonb, position integer)`.execute(tx);
}
