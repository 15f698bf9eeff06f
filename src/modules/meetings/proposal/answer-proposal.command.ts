import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Topic } from "#kernel/topic.ts";
import { next } from "#kernel/transition.ts";
import { notify } from "#modules/notification/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalText, requiredText } from "#platform/field.ts";
import type { MeetingRefusalCode } from "../meeting/meeting.fr.ts";
import { findMeeting } from "../meeting/meeting.store.ts";
import { hasBegun, isOver } from "../meeting/meeting.ts";
import { PROPOSAL_ANSWERED, PROPOSAL_PLACED, PROPOSAL_PLACED_IN_TEAM } from "../topics.ts";
import type { ProposalRefusalCode } from "./proposal.fr.ts";
import { mayAnswer } from "./proposal.policy.ts";
import { findProposal, moveProposal, supportersOf } from "./proposal.store.ts";
import { isOpen, OUTCOMES, type Proposal, type ProposalId, proposalTransitions, readVotes } from "./proposal.ts";

type Answered = { readonly proposalId: ProposalId };
type Refused = Refusal<ProposalRefusalCode | MeetingRefusalCode>;

/** Whoever proposed and those who support it learn what becomes of it. */
async function tell(
  context: CommandContext,
  { id, title, filedBy }: Proposal,
  topic: Topic,
  facts: Readonly<Record<string, string>>,
): Promise<void> {
  const { tx, organizationId } = context;
  const to: PersonId[] = [filedBy, ...(await supportersOf(tx, organizationId, id))];
  await notify(context, {
    ...{ to, topic, subject: { kind: "meetings.proposal", id }, path: `propositions/${id}` },
    facts: { title, ...facts },
  });
}

/** Puts a proposal on the agenda of a meeting that is not over. */
export const placeProposal = defineCommand({
  name: "meetings.proposal.place",
  input: z.object({ proposalId: idText<"proposal">(), meetingId: idText<"cooperativeMeeting">() }),
  async run(context, { proposalId, meetingId }): Promise<Answered | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayAnswer(actor);
    if (refusal) return refusal;
    const proposal = await findProposal(tx, organizationId, proposalId, true);
    if (proposal === null) return refuse("missing", "proposal.missing");
    const meeting = await findMeeting(tx, organizationId, meetingId, true);
    if (meeting === null) return refuse("missing", "meeting.missing", {}, "meetingId");
    if (meeting.cancelledAt !== null) return refuse("conflict", "meeting.cancelled", {}, "meetingId");
    if (isOver(meeting, now)) return refuse("conflict", "meeting.over", {}, "meetingId");
    if (proposal.status === "scheduled") return refuse("conflict", "proposal.already");
    const status = next(proposalTransitions, proposal.status, "place");
    if (status === null) return refuse("conflict", "proposal.closed");
    await moveProposal(context, proposalId, status, { kind: "place", meetingId });
    if (meeting.audience === "team") await tell(context, proposal, PROPOSAL_PLACED_IN_TEAM, {});
    else await tell(context, proposal, PROPOSAL_PLACED, { meeting: meeting.title });
    context.audit({ subjectKind: "meetings.proposal", subjectId: proposalId, details: { meetingId } });
    return { proposalId };
  },
});

/** Takes it off the agenda: it awaits another meeting. */
export const removeProposal = defineCommand({
  name: "meetings.proposal.remove",
  input: z.object({ proposalId: idText<"proposal">() }),
  async run(context, { proposalId }): Promise<Answered | Refused> {
    const { tx, organizationId, actor } = context;
    const refusal = mayAnswer(actor);
    if (refusal) return refusal;
    const proposal = await findProposal(tx, organizationId, proposalId, true);
    if (proposal === null) return refuse("missing", "proposal.missing");
    const status = next(proposalTransitions, proposal.status, "remove");
    if (status === null) return refuse("conflict", "proposal.notScheduled");
    await moveProposal(context, proposalId, status, { kind: "remove", meetingId: proposal.meetingId });
    context.audit({ subjectKind: "meetings.proposal", subjectId: proposalId });
    return { proposalId };
  },
});

/** Records what the meeting answered, with its reason; hands that were counted are told, and decide nothing by themselves. */
export const decideProposal = defineCommand({
  name: "meetings.proposal.decide",
  input: z.object({
    proposalId: idText<"proposal">(),
    outcome: oneOf(OUTCOMES),
    reason: requiredText(2000),
    amended: optionalText(4000),
    votesFor: optionalText(6),
    votesAgainst: optionalText(6),
    votesAbstained: optionalText(6),
  }),
  async run(context, { proposalId, outcome, reason, amended, ...typed }): Promise<Answered | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayAnswer(actor);
    if (refusal) return refusal;
    const proposal = await findProposal(tx, organizationId, proposalId, true);
    if (proposal === null) return refuse("missing", "proposal.missing");
    const status = next(proposalTransitions, proposal.status, outcome);
    if (status === null)
      return refuse("conflict", isOpen(proposal.status) ? "proposal.notScheduled" : "proposal.closed");
    const { meetingId } = proposal;
    const meeting = meetingId === null ? null : await findMeeting(tx, organizationId, meetingId);
    if (meeting === null || !hasBegun(meeting, now)) return refuse("conflict", "meeting.notBegun");
    if (outcome === "amend" && amended === "") return refuse("invalid", "proposal.noAmendedText", {}, "amended");
    const votes = readVotes(typed);
    if (votes !== null && "refused" in votes) return votes;
    const words = { reason, amended: outcome === "amend" ? amended : "" };
    await moveProposal(context, proposalId, status, { kind: outcome, meetingId, votes, ...words });
    await tell(context, proposal, PROPOSAL_ANSWERED[outcome], { reason });
    context.audit({ subjectKind: "meetings.proposal", subjectId: proposalId, details: { outcome } });
    return { proposalId };
  },
});
