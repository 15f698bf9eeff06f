import { addMonths, type Day } from "#kernel/day.ts";
import { personNames } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { findArticles } from "../setup/articles.store.ts";
import { allMovements } from "../share/share.store.ts";
import { positionOf, standingMoves } from "../share/share.ts";
import type { Registered } from "./register.store.ts";

/** What the register says of an associate: who, since when, their shares and each movement. */
export async function associateSheet(reader: Reader, associate: Registered) {
  const { tx, organizationId } = reader;
  const { colleges, refundYears } = await findArticles(tx, organizationId);
  const collegeName = (number: number | null) => colleges.find((one) => one.number === number)?.name ?? "";
  const { id, number, name, kind, siren, events, standing } = associate;
  const ids = [standing.representativeId, ...events.map(({ representativeId }) => representativeId)];
  const names = await personNames(
    tx,
    organizationId,
    ids.filter((one) => one !== null),
  );
  const movements = await allMovements(tx, organizationId, id);
  const stands = new Set(standingMoves(movements).map((one) => one.id));
  const position = positionOf(movements);
  const given = movements.filter((one) => one.kind === "redeem" && stands.has(one.id)).at(0)?.effectOn ?? null;
  return {
    ...{ id: id as string, number, name, kind, siren, position },
    ...{ status: standing.status, since: standing.since, admittedOn: standing.admittedOn },
    college: { number: standing.college, name: collegeName(standing.college) },
    representativeId: standing.representativeId as string | null,
    representative: standing.representativeId === null ? null : (names.get(standing.representativeId) ?? ""),
    refundBefore: (position.toRefund > 0n && given !== null ? addMonths(given, refundYears * 12) : null) as Day | null,
    events: events.map((event) => ({
      ...{ kind: event.kind, effectOn: event.effectOn, decidedBy: event.decidedBy, reason: event.reason },
      college: collegeName(event.college),
      name: event.representativeId === null ? "" : (names.get(event.representativeId) ?? ""),
    })),
    movements: movements
      .map((one) => ({
        ...{ id: one.id as string, kind: one.kind, effectOn: one.effectOn, shares: one.shares, amount: one.amount },
        reason: one.reason,
        reversed: one.kind !== "reverse" && !stands.has(one.id),
      }))
      .reverse(),
  };
}

export type AssociateSheet = Awaited<ReturnType<typeof associateSheet>>;
