import { addDays, addMonths, type Day } from "#kernel/day.ts";

/** What is known of somebody who belonged to the cooperative: kept so many months after their last day. */
export const PERSON_CATEGORIES = ["notes", "sensitive", "socialFile", "attendance", "papers", "identity"] as const;
export type PersonCategory = (typeof PERSON_CATEGORIES)[number];
/** What is forgotten by the age of its line. */
export const AGE_CATEGORIES = ["messages", "readings", "technical"] as const;
export type AgeCategory = (typeof AGE_CATEGORIES)[number];
/** Beside them, those who never joined: so many months after the last contact; and customers: after the last dealing. */
export const CATEGORIES = ["candidacy", "customers", ...PERSON_CATEGORIES, ...AGE_CATEGORIES] as const;
export type Category = (typeof CATEGORIES)[number];

/** Months kept as long as the cooperative says nothing else, and the fewest that it may choose (the law’s, or caution’s). */
export const KEPT: Readonly<Record<Category, { readonly months: number; readonly least: number }>> = {
  // CNIL: two years after the last contact.
  candidacy: { months: 24, least: 1 },
  // CNIL, référentiel de gestion commerciale: three years after the relation or the last contact.
  customers: { months: 36, least: 1 },
  notes: { months: 24, least: 1 },
  // CSS L244-3: contributions are asked for, and corrected, within three years.
  sensitive: { months: 60, least: 36 },
  socialFile: { months: 60, least: 1 },
  // C. trav. L6362-1 ff.: whoever trains shows the evidence; funders ask for it for three years and more.
  attendance: { months: 72, least: 36 },
  // C. civ. 2224 (five years to claim), C. trav. R1221-26 (pieces of foreign workers, register of staff).
  papers: { months: 60, least: 60 },
  identity: { months: 60, least: 60 },
  // C. com. L110-4: five years between traders.
  messages: { months: 60, least: 12 },
  // CNIL, délibération 2021-122: between six months and one year.
  readings: { months: 12, least: 6 },
  technical: { months: 3, least: 1 },
};

export type Rules = Readonly<Record<Category, number>>;

export const isPersonCategory = (category: string): category is PersonCategory =>
  (PERSON_CATEGORIES as readonly string[]).includes(category);

/** The day from which the months of a category are counted. */
export function anchorOf(category: Category): "contact" | "dealing" | "departure" | "line" {
  if (category === "candidacy") return "contact";
  if (category === "customers") return "dealing";
  return isPersonCategory(category) ? "departure" : "line";
}

/** The first day on which nothing keeps it any more: the months are whole. */
export function dueOn(last: Day, months: number): Day {
  return addDays(addMonths(last, months), 1);
}

/**
 * The days on which what is left of somebody is due, category by category. Who asked to be forgotten is kept no longer than
 * the law says. A name goes last: as long as anything is left, it says of whom.
 */
export function dueDays(
  leftOn: Day,
  held: readonly PersonCategory[],
  rules: Rules,
  asked: boolean,
): ReadonlyMap<PersonCategory, Day> {
  const days = new Map<PersonCategory, Day>();
  let latest = leftOn;
  for (const category of PERSON_CATEGORIES) {
    if (!held.includes(category)) continue;
    const own = dueOn(leftOn, asked ? leastWhenAsked(category) : rules[category]);
    const day = category === "identity" && latest > own ? latest : own;
    if (day > latest) latest = day;
    days.set(category, day);
  }
  return days;
}

/** What nothing but the cooperative's own choice keeps goes at once when somebody asks. */
export function leastWhenAsked(category: PersonCategory): number {
  const { least } = KEPT[category];
  return least > 1 ? least : 0;
}
