import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { isStaff, mayEnter, mayPrepare, type Seat } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { GridRefusalCode } from "./grid.fr.ts";
import type { Round } from "./round/round.ts";

type Seats = readonly Pick<Seat, "structureId">[];
type Refused = Refusal<string> | null;

/** Grids and the names of projects are everybody's to read in a network; the team writes grids. */
export const mayReadGrids = mayEnter;
export const mayKeepGrids = mayPrepare;

/** Whether somebody speaks for one of the structures. */
export const speaksForOne = (seats: Seats, structures: readonly StructureId[]): boolean =>
  seats.some(({ structureId }) => structures.includes(structureId));

/** Beginning a project: the team, or whoever speaks for a structure. */
export function mayStartProject(actor: Actor, seats: Seats): Refused {
  const entered = mayEnter(actor);
  if (entered) return entered;
  if (isStaff(actor) || seats.length > 0) return null;
  return refuse("forbidden", "project.noSeat" satisfies GridRefusalCode);
}

/** Leading a project (partners, rounds, agreed values, plan): its partners' representatives, and the team. */
export function mayLead(actor: Actor, seats: Seats, partners: readonly StructureId[]): Refused {
  const entered = mayEnter(actor);
  if (entered) return entered;
  if (isStaff(actor) || speaksForOne(seats, partners)) return null;
  return refuse("forbidden", "project.notPartner" satisfies GridRefusalCode);
}

/** Reading a project and its rounds: who leads it, and those who rate. For others it does not exist. */
export function mayReadProject(actor: Actor, seats: Seats, partners: readonly StructureId[], rates: boolean): Refused {
  const entered = mayEnter(actor);
  if (entered) return entered;
  if (rates || mayLead(actor, seats, partners) === null) return null;
  return refuse("missing", "project.missing" satisfies GridRefusalCode);
}

/** Rating: those who were asked, each for themselves. */
export function mayRate(actor: Actor, round: Pick<Round, "raterIds">): Refused {
  const entered = mayEnter(actor);
  if (entered) return entered;
  if (round.raterIds.includes(actor.personId)) return null;
  return refuse("forbidden", "round.notRater" satisfies GridRefusalCode);
}
