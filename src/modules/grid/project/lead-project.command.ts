import { sql } from "kysely";
import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { isStaff, listStructures, seatsOf } from "#modules/network/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalText, requiredText } from "#platform/field.ts";
import type { GridRefusalCode } from "../grid.fr.ts";
import { mayLead, mayStartProject, speaksForOne } from "../grid.policy.ts";
import { loadProject, loadRound } from "./load.store.ts";
import { PROJECT_KINDS, type ProjectId } from "./project.ts";

type Written = { readonly projectId: ProjectId };
const no = (kind: Refusal["kind"], code: GridRefusalCode, field?: string) => refuse(kind, code, {}, field);

const about = {
  name: requiredText(160),
  kind: oneOf(PROJECT_KINDS),
  territory: optionalText(160),
  description: optionalText(2000),
  partnerIds: z.array(idText<"structure">()).min(1, "field.choose").max(200, "field.tooLarge"),
};

async function writePartners(
  { tx, organizationId, today }: CommandContext,
  projectId: ProjectId,
  partnerIds: readonly Id<"structure">[],
): Promise<Refusal | null> {
  const known = new Set((await listStructures(tx, organizationId, { on: today })).map(({ id }) => id));
  const chosen = [...new Set(partnerIds)];
  if (chosen.some((id) => !known.has(id))) return no("missing", "project.noStructure", "partnerIds");
  await sql`delete from grid.partner where organization_id = ${organizationId} and project_id = ${projectId}`.execute(
    tx,
  );
  await sql`insert into grid.partner (organization_id, project_id, structure_id)
    select ${organizationId}, ${projectId}, unnest(${chosen}::uuid[])`.execute(tx);
  return null;
}

/** A project in which several structures cooperate. */
export const startProject = defineCommand({
  name: "grid.project.start",
  input: z.object(about),
  async run(context, { partnerIds, ...said }): Promise<Written | Refusal> {
    const { tx, organizationId, actor, today, now } = context;
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const refusal = mayStartProject(actor, seats);
    if (refusal) return refusal;
    // Whoever is not of the team begins a project of their own structure.
    if (!isStaff(actor) && !speaksForOne(seats, partnerIds)) return no("forbidden", "project.ownFirst", "partnerIds");
    const projectId = context.id<"gridProject">();
    await sql`insert into grid.project (organization_id, id, name, kind, territory, description, created_at, created_by)
      values (${organizationId}, ${projectId}, ${said.name}, ${said.kind}, ${said.territory}, ${said.description}, ${now},
        ${actor.personId})`.execute(tx);
    const unknown = await writePartners(context, projectId, partnerIds);
    if (unknown) return unknown;
    context.audit({ subjectKind: "grid.project", subjectId: projectId });
    return { projectId };
  },
});

/** What a project is, and who takes part in it. */
export const describeProject = defineCommand({
  name: "grid.project.describe",
  input: z.object({ projectId: idText<"gridProject">(), ...about }),
  async run(context, { projectId, partnerIds, ...said }): Promise<Written | Refusal> {
    const { tx, organizationId, actor } = context;
    const loaded = await loadProject(context, projectId);
    if ("refused" in loaded) return loaded;
    const refusal = mayLead(actor, loaded.seats, loaded.project.partnerIds);
    if (refusal) return refusal;
    if (!isStaff(actor) && !speaksForOne(loaded.seats, partnerIds)) {
      return no("invalid", "project.ownFirst", "partnerIds");
    }
    await sql`update grid.project set name = ${said.name}, kind = ${said.kind}, territory = ${said.territory},
        description = ${said.description} where organization_id = ${organizationId} and id = ${projectId}`.execute(tx);
    const unknown = await writePartners(context, projectId, partnerIds);
    if (unknown) return unknown;
    context.audit({ subjectKind: "grid.project", subjectId: projectId });
    return { projectId };
  },
});

type Planned = { readonly actionId: Id<"planAction"> };

/** Who does what before when, as one round leads to it. */
export const planAction = defineCommand({
  name: "grid.action.plan",
  input: z.object({
    roundId: idText<"gridRound">(),
    code: optionalText(20),
    what: requiredText(500),
    who: requiredText(160),
    dueOn: dayText(),
  }),
  async run(context, { roundId, code, what, who, dueOn }): Promise<Planned | Refusal> {
    const loaded = await loadRound(context, roundId);
    if ("refused" in loaded) return loaded;
    const { round, project, seats } = loaded;
    const refusal = mayLead(context.actor, seats, project.partnerIds);
    if (refusal) return refusal;
    if (round.status === "rating") return no("conflict", "round.notCompared");
    if (dueOn <= context.today) return no("invalid", "plan.past", "dueOn");
    const actionId = context.id<"planAction">();
    await sql`insert into grid.plan_action (organization_id, id, project_id, round_id, code, what, who, due_on, planned_at)
      values (${context.organizationId}, ${actionId}, ${project.id}, ${roundId}, ${code}, ${what}, ${who}, ${dueOn},
        ${context.now})`.execute(context.tx);
    context.audit({ subjectKind: "grid.planAction", subjectId: actionId, details: { roundId } });
    return { actionId };
  },
});

export const finishPlanAction = defineCommand({
  name: "grid.action.finish",
  input: z.object({
    projectId: idText<"gridProject">(),
    actionId: idText<"planAction">(),
    doneNote: optionalText(1000),
  }),
  async run(context, { projectId, actionId, doneNote }): Promise<Planned | Refusal> {
    const loaded = await loadProject(context, projectId);
    if ("refused" in loaded) return loaded;
    const refusal = mayLead(context.actor, loaded.seats, loaded.project.partnerIds);
    if (refusal) return refusal;
    const { numAffectedRows } = await sql`update grid.plan_action set done_at = ${context.now}, done_note = ${doneNote}
      where organization_id = ${context.organizationId} and id = ${actionId} and project_id = ${projectId}
        and done_at is null`.execute(context.tx);
    if (numAffectedRows !== 1n) return no("missing", "plan.missing");
    context.audit({ subjectKind: "grid.planAction", subjectId: actionId, details: { done: true } });
    return { actionId };
  },
});
