/** What one cooperative entrusts to another: what both signed, and whether it holds today. Pure. */
import { DELEGABLE_WORK, type DelegableWork } from "#kernel/actor.ts";
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { DelegationRefusalCode } from "../delegation.fr.ts";

export type Side = "client" | "provider";

/** One kind of work, what a unit of it costs before tax, and how many a month are foreseen. */
export type DelegatedItem = { readonly work: DelegableWork; readonly unitPrice: Cents; readonly volume: number };

export type Agreement = {
  readonly id: Id<"delegation">;
  readonly side: Side;
  readonly otherOrganizationId: OrganizationId;
  readonly otherName: string;
  readonly otherSiren: string;
  readonly otherSlug: string;
  readonly items: readonly DelegatedItem[];
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly clause: number;
  readonly proposedAt: Instant;
  readonly proposedBy: string;
  readonly signedAt: Instant | null;
  readonly signedBy: string;
  readonly declinedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly revokedBy: string;
  readonly reason: string;
};

/** The wording of the data-processing clause that proposals carry now. Earlier wordings stay readable. */
export const CLAUSE = 1;

export type AgreementState = "proposed" | "declined" | "withdrawn" | "toCome" | "running" | "over" | "revoked";

export function stateOf(
  agreement: Pick<Agreement, "signedAt" | "declinedAt" | "revokedAt" | "startsOn" | "endsOn">,
  on: Day,
): AgreementState {
  if (agreement.declinedAt !== null) return "declined";
  if (agreement.revokedAt !== null) return agreement.signedAt === null ? "withdrawn" : "revoked";
  if (agreement.signedAt === null) return "proposed";
  if (on < agreement.startsOn) return "toCome";
  return on > agreement.endsOn ? "over" : "running";
}

/** Closed states: nothing can be done any more but read. */
export const isOver = (state: AgreementState) => ["declined", "withdrawn", "over", "revoked"].includes(state);

export function checkProposal(proposal: {
  readonly items: readonly DelegatedItem[];
  readonly startsOn: Day;
  readonly endsOn: Day;
}): Refusal<DelegationRefusalCode> | null {
  const works = new Set(proposal.items.map(({ work }) => work));
  if (works.size === 0) return refuse("invalid", "delegation.nothing", {}, DELEGABLE_WORK[0]);
  if (works.size < proposal.items.length) return refuse("invalid", "delegation.twice", {}, DELEGABLE_WORK[0]);
  if (proposal.endsOn < proposal.startsOn) return refuse("invalid", "delegation.endsBefore", {}, "endsOn");
  return null;
}
