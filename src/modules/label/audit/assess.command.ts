import { sql } from "kysely";
import { z } from "zod";
import { counted } from "#kernel/fact.ts";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { lockPerson } from "#modules/membership/index.server.ts";
import { seatsOf } from "#modules/network/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalText, requiredText } from "#platform/field.ts";
import { FINDING_VALUES, MOST_ASSESSORS } from "../decision/decision.ts";
import type { LabelRefusalCode } from "../label.fr.ts";
import { mayAssess, mayOrganise, mayReadLabelling, maySpeakForIt } from "../label.policy.ts";
import type { LabellingId } from "../labelling/labelling.ts";
import { type Loaded, loadLabelling } from "../labelling/load.store.ts";
import { tellOf } from "../labelling/tell.store.ts";
import { criteriaOf } from "../referential/referential.store.ts";
import { ACTION_ASKED, ACTION_DONE, ASSESSOR_NAMED } from "../topics.ts";
import { labellingOfAction } from "./audit.store.ts";

type Moved = { readonly labellingId: LabellingId };
type Asked = { readonly actionId: Id<"correctiveAction"> };
const no = (kind: Refusal["kind"], code: LabelRefusalCode, field?: string) => refuse(kind, code, {}, field);
const over = (status: string) => status === "granted" || status === "refused" || status === "withdrawn";

/** Entrusts a labelling to somebody of the network who does not speak for its structure. */
export const nameAssessor = defineCommand({
  name: "label.assessor.name",
  input: z.object({ labellingId: idText<"labelling">(), personId: idText<"person">() }),
  async run(context, { labellingId, personId }): Promise<Moved | Refusal> {
    const { tx, organizationId, actor, today, now } = context;
    const loaded = await loadLabelling(context, labellingId, true);
    if ("refused" in loaded) return loaded;
    const { labelling, seats } = loaded;
    const refusal = mayReadLabelling(actor, seats, labelling) ?? mayOrganise(actor, seats, labelling.structureId);
    if (refusal) return refusal;
    if (over(labelling.status)) return no("conflict", "labelling.notNow");
    if (!(await lockPerson(tx, organizationId, personId))) return no("missing", "assessor.unknown", "personId");
    if (labelling.assessorIds.includes(personId)) return no("conflict", "assessor.already", "personId");
    const theirs = await seatsOf(tx, organizationId, personId, today);
    if (theirs.some(({ structureId }) => structureId === labelling.structureId)) {
      return no("invalid", "assessor.notIndependent", "personId");
    }
    const most = MOST_ASSESSORS[labelling.mode];
    if (labelling.assessorIds.length >= most) {
      const code = labelling.mode === "audit" ? "assessor.one" : "assessor.tooMany";
      return refuse("conflict", code satisfies LabelRefusalCode, { count: counted(most) }, "personId");
    }
    await sql`insert into label.assessor (organization_id, labelling_id, person_id, named_at, named_by)
      values (${organizationId}, ${labellingId}, ${personId}, ${now}, ${actor.personId})
      on conflict (organization_id, labelling_id, person_id) do update set released_at = null`.execute(tx);
    context.audit({ subjectKind: "label.labelling", subjectId: labellingId, details: { assessor: personId } });
    await notify(context, {
      to: personId,
      topic: ASSESSOR_NAMED,
      subject: { kind: "label.labelling", id: labellingId },
      path: `label/demarches/${labellingId}`,
      facts: { structure: labelling.structureName },
    });
    return { labellingId };
  },
});

/** Somebody assesses no more; what they found stays written and counts no more. */
export const releaseAssessor = defineCommand({
  name: "label.assessor.release",
  input: z.object({ labellingId: idText<"labelling">(), personId: idText<"person">() }),
  async run(context, { labellingId, personId }): Promise<Moved | Refusal> {
    const loaded = await loadLabelling(context, labellingId, true);
    if ("refused" in loaded) return loaded;
    const { labelling, seats } = loaded;
    const { actor, tx, organizationId, now } = context;
    const refusal = mayReadLabelling(actor, seats, labelling) ?? mayOrganise(actor, seats, labelling.structureId);
    if (refusal) return refusal;
    if (over(labelling.status)) return no("conflict", "labelling.notNow");
    if (!labelling.assessorIds.includes(personId)) return no("missing", "assessor.unknown");
    await sql`update label.assessor set released_at = ${now} where organization_id = ${organizationId}
      and labelling_id = ${labellingId} and person_id = ${personId}`.execute(tx);
    context.audit({ subjectKind: "label.labelling", subjectId: labellingId, details: { released: personId } });
    return { labellingId };
  },
});

/** What a command of an assessor works on: theirs to assess, handed over. */
async function inHand(context: CommandContext, labellingId: LabellingId): Promise<Loaded | Refusal> {
  const loaded = await loadLabelling(context, labellingId, true);
  if ("refused" in loaded) return loaded;
  const refusal = mayAssess(context.actor, loaded.seats, loaded.labelling);
  if (refusal) return refusal;
  return loaded.labelling.status === "submitted" ? loaded : no("conflict", "labelling.notSubmitted");
}

async function knows(context: CommandContext, { labelling }: Loaded, codes: readonly string[]): Promise<boolean> {
  const criteria = await criteriaOf(context.tx, context.organizationId, labelling.editionId);
  const known = new Set(criteria.map(({ code }) => code));
  return codes.every((code) => known.has(code));
}

const found = z.object({ code: requiredText(20), value: oneOf(FINDING_VALUES), note: optionalText(2000) });

/** What an assessor finds on some criteria; saying it again is another line, and the last one counts. */
export const recordFindings = defineCommand({
  name: "label.finding.record",
  input: z.object({ labellingId: idText<"labelling">(), findings: z.array(found).min(1, "field.required").max(500) }),
  async run(context, { labellingId, findings }): Promise<Moved | Refusal> {
    const loaded = await inHand(context, labellingId);
    if ("refused" in loaded) return loaded;
    if (
      !(await knows(
        context,
        loaded,
        findings.map(({ code }) => code),
      ))
    )
      return no("missing", "labelling.noCriterion");
    const rows = findings.map((one) => ({ id: context.id<"finding">(), ...one }));
    await sql`insert into label.finding (organization_id, id, labelling_id, code, person_id, value, note, found_at)
      select ${context.organizationId}, f.id, ${labellingId}, f.code, ${context.actor.personId}, f.value, f.note, ${context.now}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(id uuid, code text, value text, note text)`.execute(
      context.tx,
    );
    const codes = findings.map(({ code }) => code);
    context.audit({ subjectKind: "label.labelling", subjectId: labellingId, details: { found: codes } });
    return { labellingId };
  },
});

/** Asks the structure to put something right before a day. */
export const askAction = defineCommand({
  name: "label.action.ask",
  input: z.object({
    labellingId: idText<"labelling">(),
    code: requiredText(20),
    wording: requiredText(500),
    dueOn: dayText(),
  }),
  async run(context, { labellingId, code, wording, dueOn }): Promise<Asked | Refusal> {
    const loaded = await inHand(context, labellingId);
    if ("refused" in loaded) return loaded;
    if (!(await knows(context, loaded, [code]))) return no("missing", "labelling.noCriterion", "code");
    if (dueOn <= context.today) return no("invalid", "action.past", "dueOn");
    const actionId = context.id<"correctiveAction">();
    await sql`insert into label.corrective_action (organization_id, id, labelling_id, code, wording, due_on, asked_at, asked_by)
      values (${context.organizationId}, ${actionId}, ${labellingId}, ${code}, ${wording}, ${dueOn}, ${context.now},
        ${context.actor.personId})`.execute(context.tx);
    context.audit({ subjectKind: "label.correctiveAction", subjectId: actionId, details: { labellingId, code } });
    await tellOf(context, loaded.labelling, ACTION_ASKED, "structure", { wording, day: dueOn });
    return { actionId };
  },
});

/** The structure says what it did; an assessor then checks it. */
export const finishAction = defineCommand({
  name: "label.action.finish",
  input: z.object({ actionId: idText<"correctiveAction">(), doneNote: requiredText(1000) }),
  async run(context, { actionId, doneNote }): Promise<Asked | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const action = await labellingOfAction(tx, organizationId, actionId);
    const loaded = await loadLabelling(context, action?.labellingId ?? null);
    if ("refused" in loaded || action === null) return no("missing", "action.missing");
    const { labelling, seats } = loaded;
    const refusal = mayReadLabelling(actor, seats, labelling) ?? maySpeakForIt(actor, seats, labelling.structureId);
    if (refusal) return refusal;
    if (action.doneAt !== null) return no("conflict", "action.done");
    await sql`update label.corrective_action set done_at = ${now}, done_by = ${actor.personId}, done_note = ${doneNote}
      where organization_id = ${organizationId} and id = ${actionId}`.execute(tx);
    context.audit({ subjectKind: "label.correctiveAction", subjectId: actionId, details: { done: true } });
    await tellOf(context, labelling, ACTION_DONE, "assessors", { wording: action.wording });
    return { actionId };
  },
});

export const checkAction = defineCommand({
  name: "label.action.check",
  input: z.object({ actionId: idText<"correctiveAction">() }),
  async run(context, { actionId }): Promise<Asked | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const action = await labellingOfAction(tx, organizationId, actionId);
    const loaded = await loadLabelling(context, action?.labellingId ?? null);
    if ("refused" in loaded || action === null) return no("missing", "action.missing");
    const refusal = mayAssess(actor, loaded.seats, loaded.labelling);
    if (refusal) return refusal;
    if (action.doneAt === null) return no("conflict", "action.notDone");
    if (action.checkedAt !== null) return no("conflict", "action.checked");
    await sql`update label.corrective_action set checked_at = ${now}, checked_by = ${actor.personId}
      where organization_id = ${organizationId} and id = ${actionId}`.execute(tx);
    context.audit({ subjectKind: "label.correctiveAction", subjectId: actionId, details: { checked: true } });
    return { actionId };
  },
});
