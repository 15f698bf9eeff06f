import { dayIn } from "#kernel/day.ts";
import { type PersonId, parseId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import {
  findPerson,
  listFollowers,
  mayAddPerson,
  mayPerson,
  organizationProfile,
  personNames,
  resemblingPersons,
  sitesOf,
} from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { refusalLetter } from "../application/letter.ts";
import { listMeetings, registrationsOf } from "../information-meeting/information-meeting.store.ts";
import { intakeOf } from "../intake/intake.store.ts";
import { interviewsOf } from "../interview/interview.store.ts";
import { candidatesReached, mayCandidate } from "./candidate.policy.ts";
import { eventsOf, findCandidate } from "./candidate.store.ts";
import { differences, isOpen } from "./candidate.ts";
import { resemblingCandidates } from "./resembling.store.ts";

/** Everything that the page of a candidate shows, within the reader's rights. */
export async function candidateView(reader: Reader, asked: string | undefined) {
  const { tx, actor, organizationId, slug, today, timeZone } = reader;
  const id = parseId<"candidate">(asked);
  const candidate = id === null ? null : await findCandidate(tx, organizationId, id);
  if (candidate === null) return refuse("missing", "candidate.missing");
  const refusal: Refusal | null = mayCandidate(actor, candidate);
  if (refusal) return refusal;

  const followers = await listFollowers(tx, organizationId);
  const all = candidatesReached(actor) === "all";
  const interviews = await interviewsOf(tx, actor, candidate.candidateId);
  const events = await eventsOf(tx, organizationId, candidate.candidateId);
  const registrations = await registrationsOf(tx, organizationId, candidate.candidateId);
  const names = await personNames(
    tx,
    organizationId,
    [
      ...new Set([
        ...interviews.map(({ personId }) => personId),
        ...events.flatMap(({ by, details }) => [by, parseId<"person">(String(details.followerId ?? ""))]),
        candidate.followerId,
      ]),
    ].filter((one): one is PersonId => one !== null),
  );
  const { legalName } = await organizationProfile(tx, organizationId);
  const me = await personNames(tx, organizationId, [actor.personId]);
  const open = isOpen(candidate.status) && candidate.mergedInto === null;
  const letter = { name: candidate.firstName, cooperative: legalName, author: me.get(actor.personId) ?? "" };
  const person = candidate.personId === null ? null : await findPerson(tx, actor, candidate.personId);
  return {
    slug,
    today,
    candidate: {
      ...candidate,
      createdOn: dayIn(candidate.createdAt, timeZone),
      consentedOn: candidate.consentedAt === null ? null : dayIn(candidate.consentedAt, timeZone),
    },
    open,
    seesPerson: person !== null && mayPerson(actor, "read", person.facts) === null,
    follower: candidate.followerId === null ? "" : (names.get(candidate.followerId) ?? ""),
    followers: all ? followers : followers.filter(({ personId }) => personId === actor.personId),
    receivers: followers,
    me: actor.personId,
    interviews: interviews.map((interview) => ({ ...interview, name: names.get(interview.personId) ?? "" })),
    registrations,
    meetings: (await listMeetings(tx, organizationId)).filter(
      ({ cancelled, heldOn, meetingId }) =>
        !cancelled && heldOn >= today && !registrations.some((one) => one.meetingId === meetingId && !one.cancelled),
    ),
    events: events.map((event) => ({
      ...event,
      on: dayIn(event.at, timeZone),
      by: event.by === null ? null : (names.get(event.by) ?? ""),
      given: names.get(parseId<"person">(String(event.details.followerId ?? "")) ?? ("" as PersonId)) ?? "",
    })),
    similarCandidates: open
      ? (await resemblingCandidates(tx, actor, candidate)).map((other) => ({
          ...other,
          differ: differences(candidate, other),
        }))
      : [],
    similarPersons: open ? await resemblingPersons(tx, actor, candidate) : [],
    reasons: (await intakeOf(tx, organizationId)).refusalReasons,
    letter: refusalLetter(candidate.language, letter),
    sites: await sitesOf(tx, organizationId),
    mayConvert: mayAddPerson(actor) === null,
  };
}

export type CandidateView = Exclude<Awaited<ReturnType<typeof candidateView>>, Refusal>;
