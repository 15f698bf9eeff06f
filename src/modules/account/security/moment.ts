import { dayIn, type Instant } from "#kernel/day.ts";
import { day } from "#ui/format.ts";

/** Outside of any cooperative there is no time zone of its own: the moments of sign-ins are told in Paris time. */
const TIME_ZONE = "Europe/Paris";

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: TIME_ZONE, hour: "2-digit", minute: "2-digit" });

/** "22/11/2026 21:13". */
export function momentText(instant: Instant): string {
  return `${day(dayIn(instant, TIME_ZONE))} ${clock.format(new Date(instant))}`;
}
