/** SQL of proposals, of what people said of them and of what became of them. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { MeetingId } from "../meeting/meeting.ts";
import type { MeetingsTables } from "../tables.ts";
import type { Proposal, ProposalEvent, ProposalId, ProposalStatus } from "./proposal.ts";

const columns = sql`p.id, p.title, p.body, p.why, p.status, p.filed_at as "filedAt", p.filed_by as "filedBy",
  case when p.status = 'scheduled' then (select e.meeting_id from meetings.proposal_event e
    where e.organization_id = p.organization_id and e.proposal_id = p.id and e.kind = 'place'
    order by e.at desc, e.id desc limit 1) end as "meetingId"`;

export type ListedProposal = Proposal & {
  readonly supports: number;
  readonly comments: number;
};
const counted = sql`${columns},
  (select count(*)::int from meetings.proposal_support s where s.organization_id = p.organization_id and s.proposal_id = p.id) as supports,
  (select count(*)::int from meetings.proposal_comment c where c.organization_id = p.organization_id and c.proposal_id = p.id) as comments`;

/** The latest first; of some states, or all. */
export async function listProposals(
  tx: Tx,
  organizationId: OrganizationId,
  query: { readonly statuses: readonly ProposalStatus[]; readonly limit: number; readonly offset: number },
): Promise<ListedProposal[]> {
  const { rows } = await sql<ListedProposal>`select ${counted} from meetings.proposal p
    where p.organization_id = ${organizationId} and p.status = any(${[...query.statuses]}::text[])
    order by p.filed_at desc, p.id desc limit ${query.limit} offset ${query.offset}`.execute(tx);
  return rows;
}

/** How many there are of some states. */
export async function countProposals(
  tx: Tx,
  organizationId: OrganizationId,
  statuses: readonly ProposalStatus[],
): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from meetings.proposal
    where organization_id = ${organizationId} and status = any(${[...statuses]}::text[])`.execute(tx);
  return rows[0]?.total ?? 0;
}

/** Those that a meeting had or has on its agenda, in the order in which they came there. */
export async function proposalsOfMeeting(
  tx: Tx,
  organizationId: OrganizationId,
  meetingId: MeetingId,
): Promise<ListedProposal[]> {
  const { rows } = await sql<ListedProposal>`select ${counted} from meetings.proposal p
    join (select proposal_id, min(at) as first_at from meetings.proposal_event
           where organization_id = ${organizationId} and meeting_id = ${meetingId} group by proposal_id) e on e.proposal_id = p.id
    where p.organization_id = ${organizationId} order by e.first_at, p.id`.execute(tx);
  return rows;
}

export async function findProposal(
  tx: Tx,
  organizationId: OrganizationId,
  id: ProposalId,
  lock = false,
): Promise<Proposal | null> {
  const { rows } = await sql<Proposal>`select ${columns} from meetings.proposal p
    where p.organization_id = ${organizationId} and p.id = ${id} ${lock ? sql`for update of p` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

type EventRow = Omit<ProposalEvent, "votes"> & {
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
};

/** All that happened to a proposal after it was filed, in the order of time. */
export async function eventsOf(tx: Tx, organizationId: OrganizationId, id: ProposalId): Promise<ProposalEvent[]> {
  const { rows } = await sql<EventRow>`select kind, meeting_id as "meetingId", reason, amended,
      votes_for as "votesFor", votes_against as "votesAgainst", votes_abstained as "votesAbstained", at, by
    from meetings.proposal_event where organization_id = ${organizationId} and proposal_id = ${id}
    order by at, id`.execute(tx);
  return rows.map(({ votesFor, votesAgainst, votesAbstained, ...event }) => ({
    ...event,
    votes:
      votesFor === null || votesAgainst === null || votesAbstained === null
        ? null
        : { for: votesFor, against: votesAgainst, abstained: votesAbstained },
  }));
}

export type ProposalComment = { readonly body: string; readonly writtenAt: Instant; readonly writtenBy: PersonId };

export async function commentsOf(tx: Tx, organizationId: OrganizationId, id: ProposalId): Promise<ProposalComment[]> {
  const { rows } =
    await sql<ProposalComment>`select body, written_at as "writtenAt", written_by as "writtenBy" from meetings.proposal_comment
    where organization_id = ${organizationId} and proposal_id = ${id} order by written_at, id`.execute(tx);
  return rows;
}

export async function supportersOf(tx: Tx, organizationId: OrganizationId, id: ProposalId): Promise<PersonId[]> {
  const { rows } = await sql<{ personId: PersonId }>`select person_id as "personId" from meetings.proposal_support
    where organization_id = ${organizationId} and proposal_id = ${id} order by supported_at, person_id`.execute(tx);
  return rows.map(({ personId }) => personId);
}

type NewEvent = Pick<ProposalEvent, "kind"> &
  Partial<Pick<ProposalEvent, "reason" | "amended" | "meetingId" | "votes">>;

/** A proposal goes to another state, and its history says who, why and in which meeting. */
export async function moveProposal(
  { tx, organizationId, actor, now, id }: CommandContext,
  proposalId: ProposalId,
  status: ProposalStatus,
  { kind, meetingId = null, reason = "", amended = "", votes = null }: NewEvent,
): Promise<void> {
  const tables = tx.withTables<MeetingsTables>();
  await tables
    .updateTable("meetings.proposal")
    .set({ status })
    .where("organization_id", "=", organizationId)
    .where("id", "=", proposalId)
    .execute();
  await tables
    .insertInto("meetings.proposal_event")
    .values({
      organization_id: organizationId,
      id: id<"proposalEvent">(),
      proposal_id: proposalId,
      ...{ kind, meeting_id: meetingId, reason, amended, at: now, by: actor.personId },
      ...{ votes_for: votes?.for ?? null, votes_against: votes?.against ?? null },
      votes_abstained: votes?.abstained ?? null,
    })
    .execute();
}
