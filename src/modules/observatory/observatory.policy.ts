import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { ObservatoryRefusalCode } from "./observatory.fr.ts";

type Refused = Refusal<ObservatoryRefusalCode> | null;

/** What a cooperative sends, to whom, and what it keeps: its direction decides. In a network there is no such page. */
export function mayTell(actor: Actor): Refused {
  if (actor.house !== "cae") return refuse("missing", "observatory.notCooperative");
  return hasGeneralRole(actor, ["direction", "administrator"]) ? null : refuse("forbidden", "observatory.notDirection");
}

/** The figures that a network published are those of everybody there. */
export function mayReadFigures(actor: Actor): Refused {
  return actor.house === "network" ? null : refuse("missing", "observatory.notNetwork");
}

/** Codes, keys and publications: the network's team. */
export function mayGather(actor: Actor): Refused {
  const entered = mayReadFigures(actor);
  if (entered) return entered;
  return hasGeneralRole(actor, ["direction", "administrator", "facilitator"])
    ? null
    : refuse("forbidden", "observatory.notStaff");
}
