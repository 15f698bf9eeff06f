import { addDays, addMonths, type Day, parseDay } from "#kernel/day.ts";
import type { ActivityId, OrganizationId, PersonId } from "#kernel/id.ts";
import { type ActivityTurnover, turnoverByActivity } from "#modules/ledger/index.server.ts";
import {
  agreementsOf,
  coversOf,
  coversRequired,
  standingFacts,
  statesOn,
  type Taking,
  takingPart,
  termsInForce,
} from "#modules/membership/index.server.ts";
import { COVER_KINDS, coveredUntil, lacksAgreement, type Terms } from "#modules/membership/index.ts";
import type { Tx } from "#platform/database/database.ts";
import { NOTICES, type NoticeKind } from "./contract-alert.ts";
import { type Deadline, urgencyOf } from "./deadline.ts";
import { type PaperKind, paperDeadline } from "./paper.ts";

/** The dated facts that say until when a paper or a right holds. */
const PAPERS = {
  residence_permit_end: "residencePermit",
  rights_end: "rightsEnd",
  medical_visit_next: "medicalVisit",
} as const satisfies Record<string, PaperKind>;

/** The dated facts that say on which day a notice of a CAPE was given. */
export const NOTICE_FACTS: Readonly<Record<NoticeKind, string>> = {
  noticeUrssaf: "notice_urssaf",
  noticeFranceTravail: "notice_france_travail",
};

/** What several persons' deadlines are read from, in a few queries whatever their number. */
export type Situations = {
  readonly termsOf: (personId: PersonId) => Terms | null;
  readonly papersOf: (personId: PersonId) => Deadline[];
  readonly activityAlertsOf: (personId: PersonId) => Deadline[];
  readonly noticed: (contractId: string, notice: NoticeKind) => boolean;
  readonly turnoverOf: (personId: PersonId) => (from: Day, until: Day) => bigint;
};

export async function situationsOf(
  tx: Tx,
  organizationId: OrganizationId,
  persons: readonly PersonId[],
  today: Day,
): Promise<Situations> {
  const terms = await termsInForce(tx, organizationId, persons, today);
  const states = await statesOn(tx, organizationId, Object.keys(PAPERS), today, null, persons);
  const taking = await takingPart(tx, organizationId, persons, today);
  const activities = [...new Set(taking.map(({ activityId }) => activityId))];
  const alerts = await activityAlerts(tx, organizationId, taking, activities, today);
  // A year of contract that ended two months ago is still asked about: fourteen months of it, and the month of its start.
  const sold = await turnoverByActivity(tx, organizationId, activities, addMonths(today, -15), today);
  const noticed = new Set<string>();
  for (const notice of NOTICES) {
    const facts = await standingFacts(tx, organizationId, NOTICE_FACTS[notice], { persons });
    for (const { subjectId } of facts) noticed.add(`${subjectId} ${notice}`);
  }
  const activitiesBy = Map.groupBy(taking, ({ personId }) => personId);
  const own = (personId: PersonId) => (activitiesBy.get(personId) ?? []).map(({ activityId }) => activityId);
  return {
    termsOf: (personId) => terms.get(personId) ?? null,
    papersOf: (personId) =>
      Object.entries(PAPERS).flatMap(([dimension, kind]) => {
        const value = states.get(personId)?.get(dimension);
        return paperDeadline(kind, typeof value === "string" ? parseDay(value) : null, today) ?? [];
      }),
    activityAlertsOf: (personId) => own(personId).flatMap((activityId) => alerts.get(activityId) ?? []),
    noticed: (contractId, notice) => noticed.has(`${contractId} ${notice}`),
    turnoverOf: (personId) => turnoverBetween(sold, new Set(own(personId))),
  };
}

function turnoverBetween(sold: readonly ActivityTurnover[], activities: ReadonlySet<ActivityId>) {
  return (from: Day, until: Day): bigint => {
    const [first, last] = [from.slice(0, 7), until.slice(0, 7)];
    let total = 0n;
    for (const { activityId, month, turnover } of sold) {
      if (activities.has(activityId) && month >= first && month <= last) total += turnover;
    }
    return total;
  };
}

/** What activities lack: the agreement of those who share one, an insurance or a qualification that ends. */
async function activityAlerts(
  tx: Tx,
  organizationId: OrganizationId,
  taking: readonly Taking[],
  activities: readonly ActivityId[],
  today: Day,
): Promise<ReadonlyMap<ActivityId, Deadline[]>> {
  const standing = <T extends { cancelledAt: string | null }>(rows: readonly T[]) =>
    rows.filter(({ cancelledAt }) => cancelledAt === null);
  const agreements = Map.groupBy(standing(await agreementsOf(tx, organizationId, activities)), (row) => row.activityId);
  const covers = Map.groupBy(standing(await coversOf(tx, organizationId, activities)), (row) => row.activityId);
  const required = await coversRequired(tx, organizationId, activities);
  const people = Map.groupBy(taking, ({ activityId }) => activityId);
  return new Map(
    activities.map((activityId) => {
      const found: Deadline[] = [];
      const sharing = people.get(activityId) ?? [];
      const about = sharing[0]?.activityName ?? "";
      if (
        lacksAgreement(
          agreements.get(activityId) ?? [],
          sharing.map(({ personId }) => personId),
          today,
        )
      ) {
        const on =
          sharing
            .map(({ startsOn }) => startsOn)
            .sort()
            .at(-1) ?? today;
        found.push({ kind: "agreement", on, urgency: urgencyOf(on, today, on), about });
      }
      for (const kind of COVER_KINDS) {
        const mine = (covers.get(activityId) ?? []).filter((cover) => cover.kind === kind);
        const needed = required.get(activityId)?.includes(kind) ?? false;
        if (!needed && mine.length === 0) continue;
        const until = coveredUntil(mine, kind, today);
        // Over since its last end, or, for one that never ran, since yesterday.
        const last = mine
          .map(({ endsOn }) => endsOn ?? today)
          .filter((endsOn) => endsOn < today)
          .sort()
          .at(-1);
        const on = until >= today ? until : (last ?? addDays(today, -1));
        const deadline = paperDeadline(kind, on, today, about);
        // One that nobody requires is asked about for a month after its end, then let go.
        if (deadline && (needed || on >= addDays(today, -30))) found.push(deadline);
      }
      return [activityId, found] as const;
    }),
  );
}
