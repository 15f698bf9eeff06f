/** Shares of an associate: subscribed, paid, given back, refunded. Never edited, each movement added up. Pure. */
import type { Day, Instant } from "#kernel/day.ts";
import { counted, inMoney } from "#kernel/fact.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import { type Cents, maximum, toCents, ZERO } from "#kernel/money.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { AssociateId } from "../associate/associate.ts";
import type { fr } from "./share.fr.ts";

export type ShareMovementId = Id<"shareMovement">;
export type ShareRefusal = Refusal<keyof typeof fr.refusals>;

export const MOVES = ["subscribe", "pay", "withhold", "redeem", "refund"] as const;
export type Move = (typeof MOVES)[number];

export type ShareMovement = {
  readonly id: ShareMovementId;
  readonly associateId: AssociateId;
  readonly kind: Move | "reverse";
  readonly effectOn: Day;
  readonly shares: number;
  readonly amount: Cents;
  /** Of shares given back: what had never been paid of them. */
  readonly unpaid: Cents;
  readonly activityId: ActivityId | null;
  readonly reverses: ShareMovementId | null;
  readonly reason: string;
  readonly entryId: Id<"entry">;
  readonly at: Instant;
};

export type Position = {
  readonly shares: number;
  readonly subscribed: Cents;
  readonly paid: Cents;
  /** Called and not paid yet. */
  readonly unpaid: Cents;
  readonly toRefund: Cents;
  readonly refunded: Cents;
};

export const NO_SHARE: Position = {
  shares: 0,
  subscribed: ZERO,
  paid: ZERO,
  unpaid: ZERO,
  toRefund: ZERO,
  refunded: ZERO,
};

type Moved = Pick<ShareMovement, "kind" | "shares" | "amount" | "unpaid">;

/** Where somebody stands after a movement. */
export function after(position: Position, { kind, shares, amount, unpaid }: Moved): Position {
  const change = (values: Partial<Record<"subscribed" | "paid" | "toRefund" | "refunded", bigint>>, count = 0) => {
    const subscribed = toCents(position.subscribed + (values.subscribed ?? 0n));
    const paid = toCents(position.paid + (values.paid ?? 0n));
    return {
      ...{ shares: position.shares + count, subscribed, paid, unpaid: toCents(subscribed - paid) },
      toRefund: toCents(position.toRefund + (values.toRefund ?? 0n)),
      refunded: toCents(position.refunded + (values.refunded ?? 0n)),
    };
  };
  switch (kind) {
    case "subscribe":
      return change({ subscribed: amount }, shares);
    case "pay":
    case "withhold":
      return change({ paid: amount });
    case "redeem":
      return change({ subscribed: -amount, paid: unpaid - amount, toRefund: amount - unpaid }, -shares);
    case "refund":
      return change({ toRefund: -amount, refunded: amount });
    case "reverse":
      return position;
  }
}

/** Movements that stand: neither one that was reversed, nor its reversal. */
export function standingMoves<M extends Pick<ShareMovement, "id" | "kind" | "reverses">>(movements: readonly M[]): M[] {
  const reversed = new Set(movements.map(({ reverses }) => reverses));
  return movements.filter(({ id, kind }) => kind !== "reverse" && !reversed.has(id));
}

/** Movements come in the order of their day. */
export const positionOf = (movements: readonly ShareMovement[]): Position =>
  standingMoves(movements).reduce(after, NO_SHARE);

/** True when no step along the way gave or paid more than there was. */
export function holdsTogether(movements: readonly ShareMovement[]): boolean {
  let position = NO_SHARE;
  for (const movement of standingMoves(movements)) {
    position = after(position, movement);
    const { shares, paid, unpaid, toRefund } = position;
    if (shares < 0 || paid < 0n || unpaid < 0n || toRefund < 0n) return false;
  }
  return true;
}

/** The capital of the cooperative along its life: what it is, and the most that it ever was. */
export function capitalOf(movements: readonly ShareMovement[]): { readonly now: Cents; readonly highest: Cents } {
  let now = ZERO;
  let highest = ZERO;
  for (const { kind, amount } of standingMoves(movements)) {
    if (kind === "subscribe") now = toCents(now + amount);
    if (kind === "redeem") now = toCents(now - amount);
    highest = maximum(highest, now);
  }
  return { now, highest };
}

/** Below it no share is given back: the articles' minimum, and a quarter of the highest capital ever (loi 47-1775 art. 13). */
export const floorOf = (highest: Cents, minimum: Cents): Cents => maximum(minimum, toCents((highest + 3n) / 4n));

/** What a movement is worth and whether it may be made; amounts come from the count of shares, or from what was typed. */
export function valueMove(
  asked: { readonly kind: Move; readonly shares: number; readonly amount: Cents },
  position: Position,
  shareValue: Cents,
  capital: { readonly now: Cents; readonly floor: Cents },
): Moved | ShareRefusal {
  const { kind, shares } = asked;
  const byCount = kind === "subscribe" || kind === "redeem";
  if (byCount && shares < 1) return refuse("invalid", "share.none", {}, "shares");
  const amount = byCount ? toCents(shareValue * BigInt(shares)) : asked.amount;
  if (!byCount && amount <= 0n) return refuse("invalid", "share.noAmount", {}, "amount");
  switch (kind) {
    case "subscribe":
      return { kind, shares, amount, unpaid: ZERO };
    case "pay":
    case "withhold":
      return amount > position.unpaid
        ? refuse("conflict", "share.paidTooMuch", { unpaid: inMoney(position.unpaid) }, "amount")
        : { kind, shares: 0, amount, unpaid: ZERO };
    case "refund":
      return amount > position.toRefund
        ? refuse("conflict", "share.refundTooMuch", { due: inMoney(position.toRefund) }, "amount")
        : { kind, shares: 0, amount, unpaid: ZERO };
    case "redeem": {
      if (shares > position.shares) {
        return refuse("conflict", "share.notSoMany", { count: counted(position.shares) }, "shares");
      }
      const all = shares === position.shares;
      if (!all && position.unpaid > 0n) {
        return refuse("conflict", "share.unpaid", { unpaid: inMoney(position.unpaid) }, "shares");
      }
      // Shares may have been worth something else when they were subscribed: all of them are worth what was subscribed.
      const worth = all ? position.subscribed : amount;
      if (capital.now - worth < capital.floor) {
        return refuse("conflict", "share.floor", { floor: inMoney(capital.floor) }, "shares");
      }
      return { kind, shares, amount: worth, unpaid: all ? position.unpaid : ZERO };
    }
  }
}
