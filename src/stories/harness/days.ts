import { addDays, type Day, dayIn, type Instant } from "#kernel/day.ts";

/** The day as the cooperatives of the world count it: in Paris it changes one or two hours before UTC does. */
export const today = (): Day => dayIn(new Date().toISOString() as Instant, "Europe/Paris");

export const inDays = (days: number): Day => addDays(today(), days);
