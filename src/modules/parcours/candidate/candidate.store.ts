import { sql } from "kysely";
import type { Json } from "#kernel/canonical-json.ts";
import type { Day, Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { OpenContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { CandidateId, ParcoursTables } from "../tables.ts";
import type { Application, Candidate, CandidateStatus } from "./candidate.ts";

const COLUMNS = sql`c.id as "candidateId", c.status, c.source, c.first_name as "firstName", c.last_name as "lastName",
  c.email, c.phone, c.birth_date as "birthDate", c.postal_code as "postalCode", c.city, c.trade, c.project, c.situation,
  c.prescriber, c.heard, c.availability, c.message, c.language, c.consent_version as "consentVersion",
  c.consented_at as "consentedAt", c.follower_id as "followerId", c.created_at as "createdAt",
  c.last_contact_at as "lastContactAt", c.merged_into as "mergedInto", c.person_id as "personId", c.version`;

/** A candidate, locked when the act will change them. Null when there is none. */
export async function findCandidate(
  tx: Tx,
  organizationId: OrganizationId,
  id: CandidateId,
  locked = false,
): Promise<Candidate | null> {
  const { rows } = await sql<Candidate>`select ${COLUMNS} from parcours.candidate c
    where c.organization_id = ${organizationId} and c.id = ${id} ${locked ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** The application still open of an address, locked: a second one completes it. */
export async function openCandidateOf(
  tx: Tx,
  organizationId: OrganizationId,
  email: string,
): Promise<Candidate | null> {
  const { rows } = await sql<Candidate>`select ${COLUMNS} from parcours.candidate c
    where c.organization_id = ${organizationId} and lower(c.email) = lower(${email}) and c.merged_into is null
      and c.status in ('received', 'invited', 'attended', 'planned', 'interviewed', 'accepted')
    order by c.created_at, c.id limit 1 for update`.execute(tx);
  return rows[0] ?? null;
}

/** The candidacies that led to a person, the latest first. */
export async function candidaciesOf(tx: Tx, organizationId: OrganizationId, personId: PersonId): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`select ${COLUMNS} from parcours.candidate c
    where c.organization_id = ${organizationId} and c.person_id = ${personId} order by c.created_at desc, c.id`.execute(
    tx,
  );
  return rows;
}

function columnsOf(application: Application) {
  return {
    first_name: application.firstName,
    last_name: application.lastName,
    email: application.email,
    phone: application.phone,
    birth_date: application.birthDate,
    postal_code: application.postalCode,
    city: application.city,
    trade: application.trade,
    project: application.project,
    situation: application.situation,
    prescriber: application.prescriber,
    heard: application.heard,
    availability: application.availability,
    message: application.message,
  };
}

export async function insertCandidate(
  { tx, organizationId, now }: OpenContext,
  candidate: {
    readonly id: CandidateId;
    readonly application: Application;
    readonly source: "form" | "staff";
    readonly language: "fr" | "en";
    readonly consentVersion: number | null;
    readonly followerId: PersonId | null;
  },
): Promise<void> {
  await tx
    .withTables<ParcoursTables>()
    .insertInto("parcours.candidate")
    .values({
      organization_id: organizationId,
      id: candidate.id,
      status: "received",
      source: candidate.source,
      ...columnsOf(candidate.application),
      language: candidate.language,
      consent_version: candidate.consentVersion,
      consented_at: candidate.consentVersion === null ? null : now,
      follower_id: candidate.followerId,
      created_at: now,
      last_contact_at: now,
      merged_into: null,
      person_id: null,
      version: 1,
    })
    .execute();
}

export type CandidateChange = {
  readonly application?: Application;
  readonly status?: CandidateStatus;
  readonly followerId?: PersonId | null;
  readonly consentVersion?: number;
  readonly mergedInto?: CandidateId;
  readonly personId?: PersonId;
  /** False: the change is ours alone, the candidate did not hear of it nor speak. */
  readonly contact: boolean;
};

export async function changeCandidate(
  { tx, organizationId, now }: OpenContext,
  id: CandidateId,
  { application, status, followerId, consentVersion, mergedInto, personId, contact }: CandidateChange,
): Promise<void> {
  await tx
    .withTables<ParcoursTables>()
    .updateTable("parcours.candidate")
    .set({
      ...(application === undefined ? {} : columnsOf(application)),
      ...(status === undefined ? {} : { status }),
      ...(followerId === undefined ? {} : { follower_id: followerId }),
      ...(consentVersion === undefined ? {} : { consent_version: consentVersion, consented_at: now }),
      ...(mergedInto === undefined ? {} : { merged_into: mergedInto }),
      ...(personId === undefined ? {} : { person_id: personId }),
      ...(contact ? { last_contact_at: now } : {}),
    })
    .set((expression) => ({ version: expression("version", "+", 1) }))
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .execute();
}

/** What an event is: a key of the words of candidates. */
export type EventKind =
  | "applied"
  | "appliedAgain"
  | "added"
  | "completed"
  | "changed"
  | "registered"
  | "unregistered"
  | "meetingCancelled"
  | "present"
  | "absent"
  | "assigned"
  | "interviewPlanned"
  | "interviewHeld"
  | "interviewCancelled"
  | "accepted"
  | "refused"
  | "abandoned"
  | "withdrew"
  | "reopened"
  | "merged"
  | "mergedInto"
  | "converted"
  | "attached"
  | "wrote";

/** Records a fact of a candidate: who, when, and the state that it led to. `by`: null for the candidate. */
export async function recordEvent(
  { tx, organizationId, now, id }: OpenContext,
  event: {
    readonly candidateId: CandidateId;
    readonly kind: EventKind;
    readonly by: PersonId | null;
    readonly status?: CandidateStatus;
    readonly details?: Record<string, Json>;
  },
): Promise<void> {
  await sql`insert into parcours.candidate_event (organization_id, id, candidate_id, kind, status, person_id, details, at)
    values (${organizationId}, ${id()}, ${event.candidateId}, ${event.kind}, ${event.status ?? null}, ${event.by},
      ${JSON.stringify(event.details ?? {})}::jsonb, ${now})`.execute(tx);
}

export type CandidateEvent = {
  readonly id: string;
  readonly kind: EventKind;
  readonly status: CandidateStatus | null;
  /** Null: the candidate. */
  readonly by: PersonId | null;
  readonly details: Record<string, Json>;
  readonly at: Instant;
  /** The meeting that it speaks of. */
  readonly heldOn: Day | null;
};

/** What happened to a candidate and to those merged into them, the latest first. */
export async function eventsOf(
  tx: Tx,
  organizationId: OrganizationId,
  candidateId: CandidateId,
): Promise<CandidateEvent[]> {
  const { rows } = await sql<CandidateEvent>`
    select e.id, e.kind, e.status, e.person_id as by, e.details, e.at, m.held_on as "heldOn"
      from parcours.candidate_event e
      join parcours.candidate c on c.organization_id = e.organization_id and c.id = e.candidate_id
      left join parcours.information_meeting m on m.organization_id = e.organization_id
       and m.id::text = e.details->>'meetingId'
     where e.organization_id = ${organizationId} and (c.id = ${candidateId} or c.merged_into = ${candidateId})
     order by e.at desc, e.kind in ('applied', 'added'), e.id desc`.execute(tx);
  return rows;
}
