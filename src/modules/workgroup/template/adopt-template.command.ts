import { sql } from "kysely";
import { z } from "zod";
import type { Id, PersonId } from "#kernel/id.ts";
import { linesIn } from "#kernel/lines.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { seatsOn, speakingFor } from "#modules/network/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalText, requiredText } from "#platform/field.ts";
import type { WorkgroupRefusalCode } from "../group/group.fr.ts";
import { mayLeadGroup, mayReadGroup } from "../group/group.policy.ts";
import { loadGroup } from "../group/load-group.store.ts";
import { TEMPLATE_PUBLISHED } from "../topics.ts";
import { templatesOf } from "./template.store.ts";
import { UPTAKE_STATES } from "./uptake.ts";

const no = (kind: Refusal["kind"], code: WorkgroupRefusalCode, field?: string) => refuse(kind, code, {}, field);
const MOST_STEPS = 40;

/** The group publishes a template of roadmap: its steps, one a line. A later one is another template. */
export const publishTemplate = defineCommand({
  name: "workgroup.template.publish",
  input: z.object({
    workgroupId: idText<"workgroup">(),
    title: requiredText(160),
    introduction: optionalText(4000),
    steps: requiredText(8000),
  }),
  async run(context, input): Promise<{ templateId: Id<"template"> } | Refusal> {
    const { tx, organizationId, actor, now, today } = context;
    const loaded = await loadGroup(context, input.workgroupId, mayLeadGroup, true);
    if (isRefusal(loaded)) return loaded;
    const { group, members } = loaded;
    const steps = linesIn(input.steps);
    if (steps.length > MOST_STEPS) return no("invalid", "workgroup.manySteps", "steps");
    const [last] = await templatesOf(tx, organizationId, group.id);
    const { title, introduction } = input;
    const same =
      last?.title === title && last.introduction === introduction && last.steps.join("\n") === steps.join("\n");
    if (same) return no("conflict", "workgroup.sameTemplate");
    const templateId = context.id<"template">();
    await sql`insert into workgroup.template
        (organization_id, id, workgroup_id, number, title, introduction, steps, published_at, published_by)
      values (${organizationId}, ${templateId}, ${group.id}, ${(last?.number ?? 0) + 1}, ${title},
        ${introduction}, ${steps}, ${now}, ${actor.personId})`.execute(tx);
    // Whoever speaks for a structure has something to decide; of a closed group, its members alone read it.
    const to: readonly PersonId[] =
      group.readers === "members"
        ? members.map(({ personId }) => personId)
        : (await seatsOn(tx, organizationId, today)).map(({ personId }) => personId);
    await notify(context, {
      ...{ to, topic: TEMPLATE_PUBLISHED, subject: { kind: "workgroup.template", id: templateId } },
      ...{ path: `groupes-de-travail/${group.id}/trame`, facts: { group: group.title, title } },
    });
    context.audit({ subjectKind: "workgroup.workgroup", subjectId: group.id, details: { templateId } });
    return { templateId };
  },
});

/** What a structure makes of the template, freely, as often as it changes its mind, and once the group ended too. */
export const sayUptake = defineCommand({
  name: "workgroup.uptake.say",
  input: z.object({
    workgroupId: idText<"workgroup">(),
    templateId: idText<"template">(),
    structureId: idText<"structure">(),
    state: oneOf(UPTAKE_STATES),
    body: optionalText(8000),
  }),
  async run(context, input): Promise<{ uptakeId: Id<"uptake"> } | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const loaded = await loadGroup(context, input.workgroupId, mayReadGroup);
    if (isRefusal(loaded)) return loaded;
    const { structureId, state, body } = input;
    const structure = await speakingFor(context, structureId);
    if (isRefusal(structure)) return structure;
    const templates = await templatesOf(tx, organizationId, loaded.group.id);
    if (!templates.some(({ id }) => id === input.templateId)) return no("missing", "workgroup.templateMissing");
    if (state === "adapted" && body === "") return no("invalid", "workgroup.ownTextNeeded", "body");
    const uptakeId = context.id<"uptake">();
    await sql`insert into workgroup.uptake (organization_id, id, template_id, structure_id, state, body, said_at, said_by)
      values (${organizationId}, ${uptakeId}, ${input.templateId}, ${structureId}, ${state}, ${body}, ${now}, ${actor.personId})`.execute(
      tx,
    );
    const details = { templateId: input.templateId, structureId, state };
    context.audit({ subjectKind: "workgroup.workgroup", subjectId: loaded.group.id, details });
    return { uptakeId };
  },
});
