import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { personNames } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, requiredText } from "#platform/field.ts";
import { AGREEMENT_CHANGED } from "../agreement/carry-agreement.job.ts";
import { delegateName } from "../delegate/delegate.store.ts";
import type { DelegationRefusalCode } from "../delegation.fr.ts";
import { mayDelegate, mayOpenWork } from "../delegation.policy.ts";
import type { DelegationTables } from "../tables.ts";
import { findWork, finish, noteFault } from "./work.store.ts";
import type { Work } from "./work.ts";

type Refused = Refusal<DelegationRefusalCode>;
type Answer = { workId: Id<"work"> } | Refused;

/** The work, for whoever may open it: outside of the scope it does not exist. */
async function opened({ tx, organizationId, actor }: CommandContext, id: Id<"work">): Promise<Work | Refused> {
  const work = await findWork(tx, organizationId, id, true);
  if (work === null) return refuse("missing", "delegation.workMissing");
  return mayOpenWork(actor, work) ?? work;
}

/** Who did it, under which agreement, about whom. */
const fact = ({ id, agreementId, work, personId }: Work) => ({
  ...{ subjectKind: "delegation.work", subjectId: id },
  details: { agreementId, work, ...(personId === null ? {} : { personId }) },
});

/** The work of the month is done, by the delegate or by the house itself. */
export const finishWork = defineCommand({
  name: "delegation.work.finish",
  delegable: true,
  input: z.object({ workId: idText<"work">() }),
  async run(context, { workId }): Promise<Answer> {
    const work = await opened(context, workId);
    if ("kind" in work) return work;
    if (work.doneAt !== null) return refuse("conflict", "delegation.workDone");
    await finish(context.tx, context.organizationId, workId, context.now, context.today);
    context.audit(fact(work));
    context.emit(AGREEMENT_CHANGED, { agreementId: work.agreementId });
    return { workId };
  },
});

/** A word about it, read by both sides: hours, a bonus, a missing paper. */
export const commentWork = defineCommand({
  name: "delegation.work.comment",
  delegable: true,
  input: z.object({ workId: idText<"work">(), words: requiredText(2000) }),
  async run(context, { workId, words }): Promise<Answer> {
    const { tx, organizationId, actor, now } = context;
    const work = await opened(context, workId);
    if ("kind" in work) return work;
    const author =
      actor.delegation === undefined
        ? ((await personNames(tx, organizationId, [actor.personId])).get(actor.personId) ?? "—")
        : await delegateName(tx, organizationId, actor.personId);
    await tx
      .withTables<DelegationTables>()
      .insertInto("delegation.comment")
      .values({
        ...{ organization_id: organizationId, id: context.id<"comment">(), work_id: workId, author, words, at: now },
        side: actor.delegation === undefined ? "client" : "provider",
      })
      .execute();
    context.audit(fact(work));
    return { workId };
  },
});

/** The client notes an error in what was done: it counts in the figures of the year. */
export const noteWorkFault = defineCommand({
  name: "delegation.work.fault",
  input: z.object({ workId: idText<"work">(), fault: requiredText(1000) }),
  async run(context, { workId, fault }): Promise<Answer> {
    const refusal = mayDelegate(context.actor);
    if (refusal) return refusal;
    const work = await opened(context, workId);
    if ("kind" in work) return work;
    if (work.doneAt === null) return refuse("conflict", "delegation.workNotDone");
    if (work.faultAt !== null) return refuse("conflict", "delegation.faultNoted");
    await noteFault(context.tx, context.organizationId, workId, context.now, fault);
    context.audit(fact(work));
    context.emit(AGREEMENT_CHANGED, { agreementId: work.agreementId });
    return { workId };
  },
});
