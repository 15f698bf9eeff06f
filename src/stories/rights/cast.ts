import { type PlacedActivity, ROLES, type RoleName, type World } from "../harness/world.ts";

/** What somebody is in one cooperative. */
export type Kind = "entrepreneur" | "scoped" | "accountant" | "payroll" | "direction" | "administrator" | "delegate";
export type Asker = RoleName | "anonymous";
/** Those whose rights no story changes. */
export const ASKERS: readonly Asker[] = ["anonymous", ...ROLES.filter((role) => role !== "keeper")];

/** What an asker is in the cooperative of an address; nothing for somebody who does not belong to it. */
export function kindsOf(asker: Asker, slug: string, world: World): readonly Kind[] {
  const home = slug === world.home;
  switch (asker) {
    case "anonymous":
      return [];
    case "stranger":
      return home ? [] : ["entrepreneur", "direction", "administrator"];
    case "both":
      return home ? ["entrepreneur"] : ["direction", "administrator"];
    // An accompagnateur too, with another reach.
    case "follower":
      return home ? ["scoped"] : [];
    case "entrepreneurA":
    case "entrepreneurB":
    case "keeper":
      return home ? ["entrepreneur"] : [];
    case "delegate":
      return home ? ["delegate"] : [];
    default:
      return home ? [asker] : [];
  }
}

export type ActivityKey = keyof World["activities"];
/** Those that no story changes. */
export const ACTIVITY_KEYS: readonly ActivityKey[] = ["A", "B", "C", "D"];

const GENERAL: readonly Asker[] = ["accountant", "payroll", "direction", "administrator"];
const SEES: Readonly<Record<ActivityKey, readonly Asker[]>> = {
  A: [...GENERAL, "scoped", "entrepreneurA", "both"],
  B: [...GENERAL, "follower", "entrepreneurB"],
  C: ["stranger", "both"],
  D: [...GENERAL, "scoped"],
  E: [...GENERAL, "keeper"],
};

/** Who may know that an activity exists. */
export function sees(asker: Asker, activity: ActivityKey): boolean {
  return SEES[activity].includes(asker);
}

/**
 * Who reaches what is beside an activity. A delegate knows of no activity: the work of their own agreement, which stands beside A
 * and D in this world, is all there is for them.
 */
export const reaches = (asker: Asker, activity: ActivityKey): boolean =>
  asker === "delegate" ? activity === "A" || activity === "D" : sees(asker, activity);

export type ThingName = Exclude<keyof PlacedActivity, "slug" | "word" | "net" | "gross">;
