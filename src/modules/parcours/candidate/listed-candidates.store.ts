import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { personNames } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { readSort } from "#ui/url.ts";
import type { CandidateId } from "../tables.ts";
import { candidatesReached } from "./candidate.policy.ts";
import { type CandidateStatus, EVERY, OPEN_STATUSES, STATUSES, UNFOLLOWED } from "./candidate.ts";

export type CandidateLine = {
  readonly candidateId: CandidateId;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly city: string;
  readonly trade: string;
  readonly situation: string;
  readonly prescriber: string;
  readonly heard: string;
  readonly status: CandidateStatus;
  readonly followerId: string | null;
  readonly follower: string;
  readonly createdAt: Instant;
  readonly lastContactAt: Instant;
  /** The next meeting or interview, or the last one. */
  readonly meetingOn: Day | null;
};

const SORTED = { createdAt: "createdAt", status: "status", name: "lastName", follower: "follower" } as const;

/** The candidates that an address asks for (?etat=received&suivi=…&reunion=…&q=…): the same for the page and its file. */
export async function listedCandidates(
  { tx, actor, organizationId }: Reader,
  search: string,
): Promise<{ rows: CandidateLine[]; total: number; counts: ReadonlyMap<CandidateStatus, number> }> {
  const parameters = new URLSearchParams(search);
  const asked = parameters.get("etat");
  const status = STATUSES.find((one) => one === asked);
  const follower = parameters.get("suivi");
  const followerId = parseId<"person">(follower);
  const meetingId = parseId<"informationMeeting">(parameters.get("reunion"));
  const words = (parameters.get("q") ?? "").trim().slice(0, 100);

  const reach =
    candidatesReached(actor) === "all" ? sql`true` : sql`(c.follower_id is null or c.follower_id = ${actor.personId})`;
  const conditions = [
    sql`c.organization_id = ${organizationId}`,
    sql`c.merged_into is null`,
    sql`c.erased_at is null`,
    reach,
  ];
  if (followerId !== null) conditions.push(sql`c.follower_id = ${followerId}`);
  else if (follower === UNFOLLOWED) conditions.push(sql`c.follower_id is null`);
  if (meetingId !== null) {
    conditions.push(sql`exists (select 1 from parcours.registration r where r.organization_id = c.organization_id
      and r.candidate_id = c.id and r.meeting_id = ${meetingId} and r.cancelled_at is null)`);
  }
  if (words !== "") {
    const like = `%${words.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
    conditions.push(sql`(unaccent(c.first_name || ' ' || c.last_name) ilike unaccent(${like})
      or unaccent(c.last_name || ' ' || c.first_name) ilike unaccent(${like}) or c.email ilike ${like}
      or unaccent(c.city) ilike unaccent(${like}) or unaccent(c.project) ilike unaccent(${like}))`);
  }
  const { rows: found } = await sql<Omit<CandidateLine, "follower">>`
    select c.id as "candidateId", c.first_name as "firstName", c.last_name as "lastName", c.email, c.phone, c.city, c.trade,
           c.situation, c.prescriber, c.heard, c.status, c.follower_id as "followerId", c.created_at as "createdAt",
           c.last_contact_at as "lastContactAt",
           (select max(m.held_on)::text from parcours.registration r
              join parcours.information_meeting m on m.organization_id = r.organization_id and m.id = r.meeting_id
             where r.organization_id = c.organization_id and r.candidate_id = c.id and r.cancelled_at is null) as "meetingOn"
      from parcours.candidate c where ${sql.join(conditions, sql` and `)}
     order by c.created_at desc, c.id desc limit 5000`.execute(tx);
  const counts = new Map<CandidateStatus, number>();
  for (const row of found) counts.set(row.status, (counts.get(row.status) ?? 0) + 1);
  const names = await personNames(
    tx,
    organizationId,
    [...new Set(found.map((row) => row.followerId))].flatMap((id) => parseId<"person">(id) ?? []),
  );
  const rows = found
    .filter((row) => (status ? row.status === status : asked === EVERY || OPEN_STATUSES.includes(row.status)))
    .map((row) => ({ ...row, follower: names.get(parseId<"person">(row.followerId) ?? ("" as never)) ?? "" }));
  return { rows: sorted(rows, search), total: found.length, counts };
}

function sorted(rows: CandidateLine[], search: string): CandidateLine[] {
  const sort = readSort(search);
  const key = sort === null ? undefined : SORTED[sort.key as keyof typeof SORTED];
  if (sort === null || key === undefined) return rows;
  const rank = (row: CandidateLine) =>
    key === "status" ? String(STATUSES.indexOf(row.status)) : row[key].toLowerCase();
  rows.sort((a, b) => rank(a).localeCompare(rank(b), "fr") * (sort.descending ? -1 : 1));
  return rows;
}
