import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { isStaff, mayEnter, mayPrepare, type Seat } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import type { Capacity } from "./capacity.ts";

type Seats = readonly Pick<Seat, "structureId">[];
type Refused = Refusal<NetworkRefusalCode>;

/** The list of functions is the team's. */
export const mayListFunctions = (actor: Actor): Refused | null => mayPrepare(actor);

/** Where a need and an offer stand is said by either of the two structures, and by the team. */
export function maySayEncounter(
  actor: Actor,
  seats: Seats,
  pair: readonly Pick<Capacity, "structureId">[],
): Refused | null {
  const entered = mayEnter(actor);
  if (entered) return entered;
  const seated = seats.some((seat) => pair.some(({ structureId }) => structureId === seat.structureId));
  return seated || isStaff(actor) ? null : refuse("forbidden", "network.notSeated");
}
