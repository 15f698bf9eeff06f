import type { PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { WorkshopId } from "./workshop.ts";

/** Somebody is told of a workshop by mail (tell-workshop.job.ts). */
export const WORKSHOP_TOLD = "accompaniment.workshop.told.v1";
/** The day before a date: those who have a seat are reminded. */
export const SESSION_NEAR = "accompaniment.session.near.v1";

/** A seat freed; it will not take place; what one asked for will take place. */
export type WorkshopNews = "seated" | "cancelled" | "answered";

export function tellWorkshop(
  context: CommandContext,
  workshopId: WorkshopId,
  news: WorkshopNews,
  personIds: readonly PersonId[],
): void {
  for (const personId of personIds) {
    if (personId !== context.actor.personId) context.emit(WORKSHOP_TOLD, { workshopId, personId, news });
  }
}
