import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { accompanies } from "../appointment/appointment.policy.ts";
import type { ExternalRefusalCode } from "./external.fr.ts";

/** Each of those who receive people gives their own diary, and nobody reads another's. */
export function mayKeepCalendar(actor: Actor): Refusal<ExternalRefusalCode> | null {
  return accompanies(actor) ? null : refuse("forbidden", "external.notAllowed");
}
