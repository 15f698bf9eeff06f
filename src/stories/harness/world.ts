/** What the world of the stories holds: two cooperatives, each thing of each one carrying a word found nowhere else, and a network. */
import type { ActivityId, PersonId } from "#kernel/id.ts";
import type { NetworkWorld } from "./world-network.ts";
import type { PRICES, Sold } from "./world-sales.ts";

/** Who has an account. `scoped` supports a site, `follower` those whom they follow (B's person). `stranger` belongs to the other cooperative only, `both` to the two; `keeper` has E, which changes. `delegate` is of a third one, to which the home entrusts a part of its work. */
export const ROLES = [
  "entrepreneurA",
  "entrepreneurB",
  "scoped",
  "follower",
  "accountant",
  "payroll",
  "direction",
  "administrator",
  "both",
  "stranger",
  "keeper",
  "delegate",
] as const;
export type RoleName = (typeof ROLES)[number];

export type PlacedActivity = Sold & {
  readonly slug: string;
  readonly activityId: ActivityId;
  /** Somebody who takes part in it. */
  readonly personId: PersonId;
  /** Somebody who would like to join, followed by whoever supports this activity. */
  readonly candidateId: string;
  /** An information meeting of its cooperative. */
  readonly meetingId: string;
  /** The supplier's document of its entry. */
  readonly documentId: string;
  /** Whom its appointments are for: that person, elsewhere somebody without any role. */
  readonly accompaniedId: PersonId;
  /** An appointment of theirs, to come, with the founder. */
  readonly appointmentId: string;
  /** A document made for that person. */
  readonly paperId: string;
  /** A workshop of its cooperative and its date: nobody has a seat. */
  readonly workshopId: string;
  readonly sessionId: string;
  /** A meeting of its cooperative, and what somebody proposes there. */
  readonly cooperativeMeetingId: string;
  readonly proposalId: string;
  /** An associate of its cooperative, and their subscription. */
  readonly associateId: string;
  readonly shareMovementId: string;
  /** An assembly that is being prepared, and its motion. */
  readonly assemblyId: string;
  readonly motionId: string;
  /** What is enclosed with it. */
  readonly enclosureId: string;
  /** An agreement of its cooperative with another, and what is to be done under it. */
  readonly agreementId: string;
  readonly workId: string;
  /** A joint bid that somebody of it leads, and their part. */
  readonly bidId: string;
  readonly partId: string;
  /** The word that only its own things carry. */
  readonly word: string;
};

export type World = {
  readonly baseUrl: string;
  readonly data: string;
  readonly logIns: Readonly<Record<RoleName, string>>;
  /**
   * A: of the entrepreneur A, shared; B: of somebody else of the house; C: of the other house; D: the other activity of
   * A's partner. E, with its keeper, is there to be changed by stories: the others stay as they are.
   */
  readonly activities: Readonly<Record<keyof typeof PRICES, PlacedActivity>>;
  readonly home: string;
  readonly elsewhere: string;
  /** An assembly of the home that begins within the hour: its associates are one who stays away, one who comes, and a town hall for which the founder speaks. */
  readonly assembly: { readonly assemblyId: string; readonly absent: string; readonly present: string };
  readonly network: NetworkWorld;
  /** The open fiscal year of each cooperative, by its name in addresses. */
  readonly fiscalYears: Readonly<Record<string, string>>;
};
