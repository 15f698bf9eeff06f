import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalId, optionalWebAddress, requiredText } from "#platform/field.ts";
import { loadConvention } from "../convention/load-convention.store.ts";
import type { ObjectivesRefusalCode } from "../objectives.fr.ts";
import { mayKeepConvention, mayReadConvention } from "../objectives.policy.ts";
import { objectivesOf } from "../target/target.store.ts";
import { actionsOf } from "./action.store.ts";
import { type JointAction, STEP_STATES, stateOf } from "./action.ts";

const SUBJECT = "objectives.convention";
type Done = { readonly actionId: JointAction["id"] };
const no = (kind: Refusal["kind"], code: ObjectivesRefusalCode, field?: string) => refuse(kind, code, {}, field);

/** Plans what the parties will do together, and which of them carries it. */
export const planJointAction = defineCommand({
  name: "objectives.action.plan",
  input: z.object({
    conventionId: idText<"convention">(),
    objectiveId: optionalId<"objective">(),
    title: requiredText(200),
    carrierId: idText<"structure">(),
    plannedOn: dayText(),
  }),
  async run(context, input): Promise<Done | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const { conventionId, objectiveId, carrierId } = input;
    const loaded = await loadConvention(context, conventionId, mayKeepConvention, true);
    if (isRefusal(loaded)) return loaded;
    if (!loaded.parties.some(({ structureId }) => structureId === carrierId)) {
      return no("invalid", "convention.partyMissing", "carrierId");
    }
    const objectives = await objectivesOf(tx, organizationId, conventionId);
    if (objectiveId !== null && !objectives.some(({ id }) => id === objectiveId)) {
      return no("invalid", "convention.objectiveMissing", "objectiveId");
    }
    const actionId = context.id<"jointAction">();
    await sql`insert into objectives.action (organization_id, id, convention_id, objective_id, title, carrier_id, planned_on,
        recorded_at, recorded_by)
      values (${organizationId}, ${actionId}, ${conventionId}, ${objectiveId}, ${input.title}, ${carrierId},
        ${input.plannedOn}, ${now}, ${actor.personId})`.execute(tx);
    context.audit({ subjectKind: SUBJECT, subjectId: conventionId, details: { actionId } });
    return { actionId };
  },
});

/** Says where a joint action stands, with what proves it. Those who speak for a party do. */
export const tellJointAction = defineCommand({
  name: "objectives.action.tell",
  input: z.object({
    conventionId: idText<"convention">(),
    actionId: idText<"jointAction">(),
    state: oneOf(STEP_STATES),
    note: requiredText(1000),
    link: optionalWebAddress(400),
  }),
  async run(context, input): Promise<Done | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const loaded = await loadConvention(context, input.conventionId, mayReadConvention, true);
    if (isRefusal(loaded)) return loaded;
    const action = (await actionsOf(tx, organizationId, input.conventionId)).find(({ id }) => id === input.actionId);
    if (action === undefined) return no("missing", "convention.actionMissing");
    if (stateOf(action) === "dropped") return no("conflict", "convention.actionDropped");
    await sql`insert into objectives.step (organization_id, id, action_id, state, note, link, recorded_at, recorded_by)
      values (${organizationId}, ${context.id()}, ${action.id}, ${input.state}, ${input.note}, ${input.link}, ${now},
        ${actor.personId})`.execute(tx);
    const details = { actionId: action.id, state: input.state };
    context.audit({ subjectKind: SUBJECT, subjectId: input.conventionId, details });
    return { actionId: action.id };
  },
});
