import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { notify } from "#modules/notification/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, optionalText, requiredText, ticked } from "#platform/field.ts";
import type { MeetingsTables } from "../tables.ts";
import { PROPOSAL_COMMENTED } from "../topics.ts";
import type { ProposalRefusalCode } from "./proposal.fr.ts";
import { mayPropose, mayWithdraw } from "./proposal.policy.ts";
import { findProposal, moveProposal } from "./proposal.store.ts";
import { isOpen, type ProposalId, proposalTransitions } from "./proposal.ts";

type Said = { readonly proposalId: ProposalId };
type Refused = Refusal<ProposalRefusalCode>;

async function support({ tx, organizationId, actor, now }: CommandContext, proposalId: ProposalId): Promise<void> {
  await sql`insert into meetings.proposal_support (organization_id, proposal_id, person_id, supported_at)
    values (${organizationId}, ${proposalId}, ${actor.personId}, ${now}) on conflict do nothing`.execute(tx);
}

/** Asks the cooperative to do something: whoever proposes supports it first. */
export const fileProposal = defineCommand({
  name: "meetings.proposal.file",
  input: z.object({ title: requiredText(120), body: requiredText(4000), why: optionalText(2000) }),
  async run(context, words): Promise<Said | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayPropose(actor);
    if (refusal) return refusal;
    const id = context.id<"proposal">();
    await tx
      .withTables<MeetingsTables>()
      .insertInto("meetings.proposal")
      .values({
        organization_id: organizationId,
        id,
        ...words,
        status: "filed",
        filed_at: now,
        filed_by: actor.personId,
      })
      .execute();
    await support(context, id);
    context.audit({ subjectKind: "meetings.proposal", subjectId: id });
    return { proposalId: id };
  },
});

/** Supports a proposal that is still to be answered, or no longer. */
export const supportProposal = defineCommand({
  name: "meetings.proposal.support",
  input: z.object({ proposalId: idText<"proposal">(), withdrawn: ticked() }),
  async run(context, { proposalId, withdrawn }): Promise<Said | Refused> {
    const { tx, organizationId, actor } = context;
    const refusal = mayPropose(actor);
    if (refusal) return refusal;
    const proposal = await findProposal(tx, organizationId, proposalId, true);
    if (proposal === null) return refuse("missing", "proposal.missing");
    if (!isOpen(proposal.status)) return refuse("conflict", "proposal.closed");
    if (withdrawn) {
      await sql`delete from meetings.proposal_support where organization_id = ${organizationId}
        and proposal_id = ${proposalId} and person_id = ${actor.personId}`.execute(tx);
    } else await support(context, proposalId);
    context.audit({ subjectKind: "meetings.proposal", subjectId: proposalId, details: { withdrawn } });
    return { proposalId };
  },
});

/** Says what one thinks of a proposal that is still to be answered; whoever proposed is told. */
export const commentProposal = defineCommand({
  name: "meetings.proposal.comment",
  input: z.object({ proposalId: idText<"proposal">(), body: requiredText(2000) }),
  async run(context, { proposalId, body }): Promise<Said | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayPropose(actor);
    if (refusal) return refusal;
    const proposal = await findProposal(tx, organizationId, proposalId, true);
    if (proposal === null) return refuse("missing", "proposal.missing");
    if (!isOpen(proposal.status)) return refuse("conflict", "proposal.closed");
    const id = context.id<"proposalComment">();
    await sql`insert into meetings.proposal_comment (organization_id, id, proposal_id, body, written_at, written_by)
      values (${organizationId}, ${id}, ${proposalId}, ${body}, ${now}, ${actor.personId})`.execute(tx);
    await notify(context, {
      ...{ to: proposal.filedBy, topic: PROPOSAL_COMMENTED, path: `propositions/${proposalId}` },
      ...{ subject: { kind: "meetings.proposal", id: proposalId }, facts: { title: proposal.title } },
    });
    context.audit({ subjectKind: "meetings.proposal", subjectId: proposalId });
    return { proposalId };
  },
});

/** Takes one's own proposal back, before it is answered. */
export const withdrawProposal = defineCommand({
  name: "meetings.proposal.withdraw",
  input: z.object({ proposalId: idText<"proposal">() }),
  async run(context, { proposalId }): Promise<Said | Refused> {
    const { tx, organizationId, actor } = context;
    const proposal = await findProposal(tx, organizationId, proposalId, true);
    if (proposal === null) return refuse("missing", "proposal.missing");
    const refusal = mayWithdraw(actor, proposal);
    if (refusal) return refusal;
    const status = next(proposalTransitions, proposal.status, "withdraw");
    if (status === null) return refuse("conflict", "proposal.closed");
    await moveProposal(context, proposalId, status, { kind: "withdraw", meetingId: proposal.meetingId });
    context.audit({ subjectKind: "meetings.proposal", subjectId: proposalId });
    return { proposalId };
  },
});
