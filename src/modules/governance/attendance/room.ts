/** Who counts in an assembly at a moment: those who are there, and those whose proxy is held by somebody who is. Pure. */
import type { Instant } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import type { AssociateId } from "../associate/associate.ts";
import type { Choice, Counted } from "../motion/count.ts";
import type { CollegeNumber } from "../setup/articles.ts";

export type Voter = {
  readonly associateId: AssociateId;
  readonly name: string;
  readonly number: number;
  readonly college: CollegeNumber;
  /** Who speaks for them. */
  readonly personId: PersonId | null;
};

export type InRoom = Voter & {
  readonly present: boolean;
  /** Who votes for them since they are not there. */
  readonly holderId: AssociateId | null;
  readonly counts: boolean;
};

/** Somebody comes, or leaves. */
export type Passage = { readonly associateId: AssociateId; readonly present: boolean; readonly at: Instant };

export type Attendance = {
  readonly voters: readonly Voter[];
  /** In the order in which they were noted. */
  readonly passages: readonly Passage[];
  readonly proxies: ReadonlyMap<AssociateId, AssociateId>;
};

/** Who is there once these have come and left. */
export function presentAfter(passages: readonly Passage[]): ReadonlySet<AssociateId> {
  const present = new Set<AssociateId>();
  for (const { associateId, present: here } of passages) {
    if (here) present.add(associateId);
    else present.delete(associateId);
  }
  return present;
}

/** One who is there votes alone, whatever proxy they gave; a proxy counts through somebody who is there. */
export function roomOf(
  voters: readonly Voter[],
  present: ReadonlySet<AssociateId>,
  proxies: ReadonlyMap<AssociateId, AssociateId>,
): InRoom[] {
  return voters.map((voter) => {
    const here = present.has(voter.associateId);
    const holder = proxies.get(voter.associateId);
    const holderId = !here && holder !== undefined && present.has(holder) ? holder : null;
    return { ...voter, present: here, holderId, counts: here || holderId !== null };
  });
}

/** What minutes say of who came: all of them, those who left before the end, and the most that counted at one moment. */
export function heldRoom({ voters, passages, proxies }: Attendance) {
  const came = new Set(passages.filter(({ present }) => present).map(({ associateId }) => associateId));
  const last = new Map(passages.map((passage) => [passage.associateId, passage]));
  const moments = passages.map((_, index) => roomOf(voters, presentAfter(passages.slice(0, index + 1)), proxies));
  const many = (room: readonly InRoom[]) => room.filter(({ counts }) => counts).length;
  return {
    room: roomOf(voters, came, proxies),
    left: [...last.values()].filter(({ present }) => !present),
    fullest: moments.reduce((best, one) => (many(one) > many(best) ? one : best), roomOf(voters, new Set(), proxies)),
  };
}

/** How many proxies each associate holds, of those given and not taken back. */
export const heldBy = (proxies: ReadonlyMap<AssociateId, AssociateId>, holder: AssociateId): number =>
  [...proxies.values()].filter((one) => one === holder).length;

/** For whom somebody votes: for the associates that they speak for and that are there, and for whose proxies these hold. */
export function votersOf(room: readonly InRoom[], personId: PersonId): InRoom[] {
  const own = new Set(room.filter((one) => one.present && one.personId === personId).map((one) => one.associateId));
  return room.filter((one) => own.has(one.associateId) || (one.holderId !== null && own.has(one.holderId)));
}

export const counted = (room: readonly InRoom[], choices: ReadonlyMap<AssociateId, Choice>): Counted[] =>
  room.map(({ associateId, college, counts }) => ({ college, counts, choice: choices.get(associateId) ?? null }));
