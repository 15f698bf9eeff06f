/** A joint bid: its states, who does what of it for how much, what keeps it from being submitted. Pure. */
import type { Day, Instant } from "#kernel/day.ts";
import type { ActivityId, Id, PersonId } from "#kernel/id.ts";
import { type Cents, sum } from "#kernel/money.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Transitions } from "#kernel/transition.ts";
import type { BidRefusalCode } from "../bid.fr.ts";

export type BidStatus = "drafted" | "submitted" | "won" | "lost" | "dropped";
export const BID_MOVES = ["submit", "win", "lose", "drop"] as const;
export type BidMove = (typeof BID_MOVES)[number];

export const bidTransitions: Transitions<BidStatus, BidMove> = {
  drafted: { submit: "submitted", drop: "dropped" },
  submitted: { win: "won", lose: "lost" },
  won: {},
  lost: {},
  dropped: {},
};

/** Who bills the buyer: the lead for everybody, or each for their own part. */
export const BILLINGS = ["lead", "each"] as const;
export type Billing = (typeof BILLINGS)[number];

export type BidId = Id<"bid">;

export type Part = {
  readonly id: Id<"bidPart">;
  readonly bidId: BidId;
  readonly personId: PersonId;
  readonly personName: string;
  readonly lead: boolean;
  readonly activityId: ActivityId | null;
  /** The activity of a cooperative, or the house that is named in a network. Empty until it is said. */
  readonly forWhom: string;
  readonly houseSiren: string;
  readonly task: string;
  readonly amount: Cents;
  readonly invitedAt: Instant;
  readonly agreedAt: Instant | null;
  readonly declinedAt: Instant | null;
};

export type Bid = {
  readonly id: BidId;
  readonly title: string;
  readonly buyer: string;
  readonly buyerSiren: string;
  readonly reference: string;
  readonly deadline: Day;
  readonly billing: Billing;
  readonly status: BidStatus;
  readonly openedAt: Instant;
  readonly submittedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly reason: string;
  readonly version: number;
  readonly parts: readonly Part[];
};

/** Those who are in it: whoever declined is not. */
export const partsIn = (bid: Pick<Bid, "parts">) => bid.parts.filter(({ declinedAt }) => declinedAt === null);
export const leadOf = (bid: Pick<Bid, "parts">) => bid.parts.find(({ lead }) => lead);
export const totalOf = (parts: readonly Pick<Part, "amount">[]): Cents => sum(parts.map(({ amount }) => amount));

/** A bid leaves whole: two parts at least, each agreed, each worth something. */
export function checkSubmission(bid: Pick<Bid, "parts">): Refusal<BidRefusalCode> | null {
  const parts = partsIn(bid);
  if (parts.length < 2) return refuse("conflict", "bid.alone");
  const waiting = parts.find(({ agreedAt }) => agreedAt === null);
  if (waiting !== undefined) return refuse("conflict", "bid.waiting", { name: waiting.personName });
  const free = parts.find(({ amount }) => amount === 0n);
  return free === undefined ? null : refuse("conflict", "bid.free", { name: free.personName });
}
