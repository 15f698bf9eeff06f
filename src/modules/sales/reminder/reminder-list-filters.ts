/** What the address of the list of reminders asks for: the same for the page and for its file. */

import { type ActivityId, parseId } from "#kernel/id.ts";

export const REMINDER_VIEWS = ["never", "paused", "noEmail"] as const;

export type ReminderFilters = {
  readonly activityId: ActivityId | null;
  readonly view: (typeof REMINDER_VIEWS)[number] | null;
  /** A part of the customer's name, or of an invoice's number. */
  readonly search: string;
};

/** ?etat=paused&activite=…&q=… What makes no sense is no filter. */
export function reminderFilters(parameters: URLSearchParams): ReminderFilters {
  return {
    activityId: parseId<"activity">(parameters.get("activite")) as ActivityId | null,
    view: REMINDER_VIEWS.find((one) => one === parameters.get("etat")) ?? null,
    search: (parameters.get("q") ?? "").trim().slice(0, 100),
  };
}
