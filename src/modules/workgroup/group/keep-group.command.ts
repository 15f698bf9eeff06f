import { sql } from "kysely";
import { z } from "zod";
import { addDays } from "#kernel/day.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { lockPerson } from "#modules/membership/index.server.ts";
import { mayPrepare } from "#modules/network/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalText, requiredText, ticked, versionNumber } from "#platform/field.ts";
import { GROUP_JOINED } from "../topics.ts";
import type { WorkgroupRefusalCode } from "./group.fr.ts";
import { mayLeadGroup } from "./group.policy.ts";
import { GROUP_READERS, type Workgroup, type WorkgroupId } from "./group.ts";
import { loadGroup } from "./load-group.store.ts";

const written = {
  title: requiredText(160),
  subject: optionalText(400),
  mandate: optionalText(4000),
  readers: oneOf(GROUP_READERS),
};
type Done = { readonly workgroupId: WorkgroupId };
const no = (kind: Refusal["kind"], code: WorkgroupRefusalCode, field?: string) => refuse(kind, code, {}, field);

/** The team forms a group and says who leads it. */
export const formGroup = defineCommand({
  name: "workgroup.workgroup.form",
  input: z.object({ ...written, leadId: idText<"person">() }),
  async run(context, input): Promise<Done | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayPrepare(actor);
    if (refusal) return refusal;
    const workgroupId = context.id<"workgroup">();
    await sql`insert into workgroup.workgroup (organization_id, id, title, subject, mandate, readers, created_at, created_by)
      values (${organizationId}, ${workgroupId}, ${input.title}, ${input.subject}, ${input.mandate}, ${input.readers},
        ${now}, ${actor.personId})`.execute(tx);
    const joined = await join(context, { id: workgroupId, title: input.title }, input.leadId, true, "leadId");
    if (isRefusal(joined)) return joined;
    context.audit({ subjectKind: "workgroup.workgroup", subjectId: workgroupId });
    return { workgroupId };
  },
});

/** Changes what a group is for. */
export const describeGroup = defineCommand({
  name: "workgroup.workgroup.describe",
  input: z.object({ ...written, workgroupId: idText<"workgroup">(), version: versionNumber() }),
  async run(context, input): Promise<Done | Refusal> {
    const { tx, organizationId } = context;
    const loaded = await loadGroup(context, input.workgroupId, mayLeadGroup, true);
    if (isRefusal(loaded)) return loaded;
    if (loaded.group.version !== input.version) return no("conflict", "workgroup.changedMeanwhile");
    await sql`update workgroup.workgroup set title = ${input.title}, subject = ${input.subject},
        mandate = ${input.mandate}, readers = ${input.readers}, version = version + 1
      where organization_id = ${organizationId} and id = ${input.workgroupId}`.execute(tx);
    context.audit({ subjectKind: "workgroup.workgroup", subjectId: input.workgroupId });
    return { workgroupId: input.workgroupId };
  },
});

/** Its work is over: it is read, and changed no more. */
export const closeGroup = defineCommand({
  name: "workgroup.workgroup.close",
  input: z.object({ workgroupId: idText<"workgroup">() }),
  async run(context, { workgroupId }): Promise<Done | Refusal> {
    const { tx, organizationId, today } = context;
    const loaded = await loadGroup(context, workgroupId, mayLeadGroup, true);
    if (isRefusal(loaded)) return loaded;
    await sql`update workgroup.workgroup set closed_on = ${today}, version = version + 1
      where organization_id = ${organizationId} and id = ${workgroupId}`.execute(tx);
    context.audit({ subjectKind: "workgroup.workgroup", subjectId: workgroupId });
    return { workgroupId };
  },
});

/** Somebody of the network joins the group. */
export const addMember = defineCommand({
  name: "workgroup.member.add",
  input: z.object({ workgroupId: idText<"workgroup">(), personId: idText<"person">(), leads: ticked() }),
  async run(context, { workgroupId, personId, leads }): Promise<Done | Refusal> {
    const loaded = await loadGroup(context, workgroupId, mayLeadGroup, true);
    if (isRefusal(loaded)) return loaded;
    if (loaded.members.some((member) => member.personId === personId)) {
      return no("conflict", "workgroup.memberAlready", "personId");
    }
    const joined = await join(context, loaded.group, personId, leads, "personId");
    if (isRefusal(joined)) return joined;
    context.audit({ subjectKind: "workgroup.workgroup", subjectId: workgroupId, details: { personId, leads } });
    return { workgroupId };
  },
});

/** Somebody leaves it: what they did there stays. The last one who leads is not sent away. */
export const endMember = defineCommand({
  name: "workgroup.member.end",
  input: z.object({ workgroupId: idText<"workgroup">(), memberId: idText<"workgroupMember">() }),
  async run(context, { workgroupId, memberId }): Promise<Done | Refusal> {
    const { tx, organizationId, today } = context;
    const loaded = await loadGroup(context, workgroupId, mayLeadGroup, true);
    if (isRefusal(loaded)) return loaded;
    const member = loaded.members.find(({ id }) => id === memberId);
    if (member === undefined) return no("missing", "workgroup.memberMissing");
    if (member.leads && loaded.members.filter(({ leads }) => leads).length === 1) {
      return no("conflict", "workgroup.lastLead");
    }
    // Somebody who joined today was there one day at least.
    const endsOn = member.startsOn < today ? addDays(today, -1) : member.startsOn;
    await sql`update workgroup.member set ends_on = ${endsOn}
      where organization_id = ${organizationId} and id = ${memberId}`.execute(tx);
    const { personId } = member;
    context.audit({ subjectKind: "workgroup.workgroup", subjectId: workgroupId, details: { personId, left: true } });
    return { workgroupId };
  },
});

async function join(
  context: CommandContext,
  group: Pick<Workgroup, "id" | "title">,
  personId: Parameters<typeof lockPerson>[2],
  leads: boolean,
  field: string,
): Promise<null | Refusal> {
  const { tx, organizationId, now, today } = context;
  if (!(await lockPerson(tx, organizationId, personId))) return no("invalid", "workgroup.personMissing", field);
  await sql`insert into workgroup.member (organization_id, id, workgroup_id, person_id, leads, starts_on, recorded_at)
    values (${organizationId}, ${context.id()}, ${group.id}, ${personId}, ${leads}, ${today}, ${now})`.execute(tx);
  await notify(context, {
    ...{ to: personId, topic: GROUP_JOINED, subject: { kind: "workgroup.workgroup", id: group.id } },
    ...{ path: `groupes-de-travail/${group.id}`, facts: { group: group.title } },
  });
  return null;
}
