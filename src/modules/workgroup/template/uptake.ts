/** What a structure makes of a template. Pure. */
export const UPTAKE_STATES = ["adopted", "adapted", "notYet", "declined"] as const;
export type UptakeState = (typeof UPTAKE_STATES)[number];
