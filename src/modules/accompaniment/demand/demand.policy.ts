import type { Actor } from "#kernel/actor.ts";
import type { Refusal } from "#kernel/refusal.ts";
import type { WorkshopRefusalCode } from "../workshop/workshop.fr.ts";

/** Everybody of the cooperative asks for a workshop and says what they would like: a presence is enough. */
export function mayAskForWorkshop(_: Actor): Refusal<WorkshopRefusalCode> | null {
  return null;
}
