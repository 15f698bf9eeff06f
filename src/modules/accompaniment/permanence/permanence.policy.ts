import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { accompanies } from "../appointment/appointment.policy.ts";
import type { PermanenceRefusalCode } from "./permanence.fr.ts";
import type { Permanence } from "./permanence.ts";

/** Who opens a permanence: those who accompany, for themselves. */
export function mayReceive(actor: Actor): Refusal<PermanenceRefusalCode> | null {
  return accompanies(actor) ? null : refuse("forbidden", "permanence.notAllowed");
}

/** Who closes it: whoever receives there. */
export function mayClose(
  actor: Actor,
  permanence: Pick<Permanence, "adviserId">,
): Refusal<PermanenceRefusalCode> | null {
  return permanence.adviserId === actor.personId ? mayReceive(actor) : refuse("forbidden", "permanence.notAllowed");
}

/** Who books a slot: everybody of the cooperative, for themselves, but whoever receives. */
export function mayBook(
  actor: Actor,
  permanence: Pick<Permanence, "adviserId">,
): Refusal<PermanenceRefusalCode> | null {
  return permanence.adviserId === actor.personId ? refuse("conflict", "permanence.own") : null;
}
