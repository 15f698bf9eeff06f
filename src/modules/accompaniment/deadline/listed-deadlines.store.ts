import { addMonths, type Day } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { contractsInReach } from "#modules/membership/index.server.ts";
import { trialEndOf } from "#modules/membership/index.ts";
import { leftOf } from "#modules/parcours/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { standingAdmissions } from "../admission/admission.store.ts";
import { heldInterviews } from "../appointment/held-interviews.store.ts";
import { followUpDeadlines, minimumActivity, noticeDeadlines, termsDeadlines } from "./contract-alert.ts";
import { type Deadline, deadlinesOf, UNFOLLOWED, type Urgency } from "./deadline.ts";
import { interviewDeadlines } from "./interviews.ts";
import { situationsOf } from "./situation.store.ts";

export type DeadlineRow = Deadline & {
  readonly key: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly followerId: PersonId | null;
  readonly follower: string;
};

export type AssociateRow = {
  readonly admissionId: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly admittedOn: Day;
};

/** One who follows somebody of the list; "" stands for nobody. */
export type DeadlineFollower = { readonly personId: PersonId | ""; readonly name: string };
const URGENCIES: readonly Urgency[] = ["late", "near", "coming"];

/**
 * The deadlines that an address asks for (?etat=near&suivi=…), the soonest first; who follows somebody of them, the reader first;
 * those who became associates beside.
 */
export async function listedDeadlines(
  { tx, actor, organizationId, today, timeZone }: Reader,
  search: string,
): Promise<{ rows: DeadlineRow[]; total: number; followers: DeadlineFollower[]; associates: AssociateRow[] }> {
  const parameters = new URLSearchParams(search);
  const urgency = URGENCIES.find((one) => one === parameters.get("etat"));
  const followed = parameters.get("suivi") ?? "";
  const persons = await contractsInReach(tx, actor, today);
  const admissions = await standingAdmissions(tx, organizationId);
  // The year before counts too: what it lacked is told for a month more.
  const held = await heldInterviews(tx, organizationId, addMonths(today, -24), timeZone);
  const ids = persons.map(({ personId }) => personId);
  const situations = await situationsOf(tx, organizationId, ids, today);
  const left = await leftOf(tx, organizationId, ids);
  const due = Map.groupBy(left.news, (one) => one.personId);
  const all = persons.flatMap(({ personId, name, followerId, follower, contracts }) => {
    const running = contracts.find(({ startsOn, endsOn }) => startsOn <= today && (endsOn ?? today) >= today) ?? null;
    const terms = situations.termsOf(personId);
    const news = followUpDeadlines(
      (due.get(personId) ?? []).map((one) => one.due),
      today,
    );
    // Of somebody who left, only their news are asked for.
    const asked: Deadline[] =
      left.gone.has(personId) && running === null
        ? []
        : [
            ...deadlinesOf(contracts, admissions.get(personId)?.admittedOn ?? null, today, trialEndOf(terms)),
            ...interviewDeadlines(contracts, held.get(personId) ?? [], today),
            ...noticeDeadlines(contracts, situations.noticed, today),
            ...termsDeadlines(running, terms, today),
            ...minimumActivity(running, terms, situations.turnoverOf(personId), today),
            // Papers and activities of somebody who is under no contract any more ask nothing of the cooperative.
            ...(running === null ? [] : [...situations.papersOf(personId), ...situations.activityAlertsOf(personId)]),
          ];
    return [...news, ...asked].map((deadline) => ({
      ...deadline,
      key: `${personId}-${deadline.kind}-${deadline.on}-${deadline.about ?? ""}`,
      personId,
      name,
      followerId,
      follower,
    }));
  });
  const rows = all
    .filter((row) => urgency === undefined || row.urgency === urgency)
    .filter((row) => followed === "" || (row.followerId ?? UNFOLLOWED) === followed)
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  const associates = persons.flatMap(({ personId, name }) => {
    const admission = admissions.get(personId);
    return admission ? [{ admissionId: admission.id, personId, name, admittedOn: admission.admittedOn }] : [];
  });
  return { rows, total: all.length, followers: followersOf(all, actor.personId), associates };
}

/** The reader first, then by name; nobody last. */
function followersOf(rows: readonly DeadlineRow[], reader: PersonId): DeadlineFollower[] {
  const names = new Map(rows.map((row) => [row.followerId ?? "", row.follower] as const));
  const rank = (personId: PersonId | "") => (personId === reader ? 0 : personId === "" ? 2 : 1);
  return [...names]
    .map(([personId, name]) => ({ personId, name }))
    .sort((a, b) => rank(a.personId) - rank(b.personId) || a.name.localeCompare(b.name, "fr"));
}
