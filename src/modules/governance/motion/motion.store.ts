/** SQL of motions, their votes and their results. */
import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { AssemblyId } from "../assembly/assembly.ts";
import type { AssociateId } from "../associate/associate.ts";
import type { Choice, CollegeCount } from "./count.ts";
import { fraction } from "./fraction.ts";
import type { Motion, MotionId, MotionResult, MotionStatus } from "./motion.ts";

type Row = Omit<Motion, "result"> & {
  adopted: boolean | null;
  votesFor: number;
  votesAgainst: number;
  votesAbstain: number;
  numerator: string;
  denominator: string;
  colleges: CollegeCount[];
  countedBy: string;
};

const select = sql`select m.id, m.assembly_id as "assemblyId", m.number, m.title, m.body, m.rule, m.ballot, m.status,
    r.adopted, r.votes_for as "votesFor", r.votes_against as "votesAgainst", r.votes_abstain as "votesAbstain",
    r.numerator::text as numerator, r.denominator::text as denominator, r.colleges, r.counted_by as "countedBy"
  from governance.motion m
  left join governance.motion_result r on r.organization_id = m.organization_id and r.motion_id = m.id`;

function motionOf(row: Row): Motion {
  const { adopted, votesFor, votesAgainst, votesAbstain, numerator, denominator, colleges, countedBy, ...motion } = row;
  if (adopted === null) return { ...motion, result: null };
  const share = fraction(BigInt(numerator), BigInt(denominator));
  return { ...motion, result: { adopted, votesFor, votesAgainst, votesAbstain, share, colleges, countedBy } };
}

export async function motionsOf(tx: Tx, organizationId: OrganizationId, id: AssemblyId): Promise<Motion[]> {
  const { rows } = await sql<Row>`${select} where m.organization_id = ${organizationId} and m.assembly_id = ${id}
    order by m.number`.execute(tx);
  return rows.map(motionOf);
}

/** Every motion that was settled in an assembly that is closed. */
export async function decidedMotions(tx: Tx, organizationId: OrganizationId): Promise<Motion[]> {
  const { rows } = await sql<Row>`${select}
    join governance.assembly a on a.organization_id = m.organization_id and a.id = m.assembly_id
    where m.organization_id = ${organizationId} and a.status = 'closed' and r.adopted is not null
    order by m.number`.execute(tx);
  return rows.map(motionOf);
}

export async function findMotion(tx: Tx, organizationId: OrganizationId, id: MotionId): Promise<Motion | null> {
  const { rows } = await sql<Row>`${select} where m.organization_id = ${organizationId} and m.id = ${id}`.execute(tx);
  return rows[0] === undefined ? null : motionOf(rows[0]);
}

export async function insertMotion(
  { tx, organizationId }: CommandContext,
  motion: Pick<Motion, "id" | "assemblyId" | "title" | "body" | "rule" | "ballot">,
): Promise<void> {
  await sql`insert into governance.motion (organization_id, id, assembly_id, number, title, body, rule, ballot, status)
    select ${organizationId}, ${motion.id}, ${motion.assemblyId}, coalesce(max(number), 0) + 1, ${motion.title}, ${motion.body},
           ${motion.rule}, ${motion.ballot}, 'written'
      from governance.motion where organization_id = ${organizationId} and assembly_id = ${motion.assemblyId}`.execute(
    tx,
  );
}

export async function deleteMotion({ tx, organizationId }: CommandContext, id: MotionId): Promise<void> {
  await sql`delete from governance.motion where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}

export async function setMotionStatus(
  { tx, organizationId }: CommandContext,
  id: MotionId,
  status: MotionStatus,
): Promise<void> {
  await sql`update governance.motion set status = ${status} where organization_id = ${organizationId} and id = ${id}`.execute(
    tx,
  );
}

/** What each associate chose last. */
export async function choicesOf(
  tx: Tx,
  organizationId: OrganizationId,
  id: MotionId,
): Promise<ReadonlyMap<AssociateId, Choice>> {
  const { rows } = await sql<{ associateId: AssociateId; choice: Choice }>`
    select distinct on (associate_id) associate_id as "associateId", choice from governance.vote
     where organization_id = ${organizationId} and motion_id = ${id} order by associate_id, rank desc`.execute(tx);
  return new Map(rows.map(({ associateId, choice }) => [associateId, choice]));
}

export async function insertVote(
  { tx, organizationId, now, actor }: CommandContext,
  vote: {
    readonly motionId: MotionId;
    readonly associateId: AssociateId;
    readonly choice: Choice;
    readonly holderId: AssociateId | null;
    readonly how: "self" | "list";
  },
): Promise<void> {
  await sql`insert into governance.vote (organization_id, motion_id, associate_id, rank, choice, holder_id, how, at, by)
    select ${organizationId}, ${vote.motionId}, ${vote.associateId}, count(*) + 1, ${vote.choice}, ${vote.holderId}, ${vote.how},
           ${now}, ${actor.personId}
      from governance.vote
     where organization_id = ${organizationId} and motion_id = ${vote.motionId} and associate_id = ${vote.associateId}`.execute(
    tx,
  );
}

export async function insertResult(
  { tx, organizationId, now, actor }: CommandContext,
  id: MotionId,
  result: MotionResult,
): Promise<void> {
  await sql`insert into governance.motion_result (organization_id, motion_id, adopted, votes_for, votes_against, votes_abstain,
      numerator, denominator, colleges, counted_by, at, by)
    values (${organizationId}, ${id}, ${result.adopted}, ${result.votesFor}, ${result.votesAgainst}, ${result.votesAbstain},
      ${String(result.share.numerator)}::numeric, ${String(result.share.denominator)}::numeric,
      ${JSON.stringify(result.colleges)}::jsonb, ${result.countedBy}, ${now}, ${actor.personId})`.execute(tx);
}
