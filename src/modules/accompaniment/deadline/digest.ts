/** The mail of deadlines: whom it is for of a morning, and what it says. Names and kinds alone: a mail travels in clear. */
import { addDays, type Day, weekdayOf } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import type { Heading } from "#kernel/topic.ts";
import { longDay } from "#ui/format.ts";
import { fr } from "./deadline.fr.ts";
import type { DeadlineKind, Urgency } from "./deadline.ts";

export const DEADLINES: Heading = {
  key: "accompaniment.deadlines",
  words: { fr: "La liste de mes échéances", en: "The list of my deadlines" },
  roles: ["accompagnateur", "payroll", "direction", "administrator"],
  digest: true,
};

const MONDAY = 1;

/** Whether a pace has its turn between the morning that was asked for and today: a server may have slept over a Monday. */
export function isTurn(choice: "now" | "daily" | "weekly" | "never", morning: Day, today: Day): boolean {
  if (choice === "never") return false;
  if (choice !== "weekly") return true;
  for (let day = morning; day <= today; day = addDays(day, 1)) if (weekdayOf(day) === MONDAY) return true;
  return false;
}

export const SPANS = ["late", "week", "month", "later"] as const;
export type Span = (typeof SPANS)[number];

type Listed = {
  readonly personId: string;
  readonly name: string;
  readonly kind: DeadlineKind;
  readonly on: Day;
  readonly urgency: Urgency;
};

/** Over; within seven days, today included; within thirty; further. */
export function spanOf({ on, urgency }: Pick<Listed, "on" | "urgency">, today: Day): Span {
  if (urgency === "late" || on < today) return "late";
  if (on < addDays(today, 7)) return "week";
  return on < addDays(today, 30) ? "month" : "later";
}

/** More than anybody reads in a mail: the page has the rest. */
const MOST = 100;

export type DigestFacts = {
  readonly firstName: string;
  readonly cooperative: string;
  readonly rows: readonly Listed[];
  readonly today: Day;
  readonly link: (path: string) => string;
};

/** In French, as every mail of a cooperative. `rows` in their order; none: no mail. */
export function writeDigest({ firstName, cooperative, rows, today, link }: DigestFacts) {
  const words = fr.digest;
  const shown = rows.slice(0, MOST);
  const spans = Map.groupBy(shown, (row) => spanOf(row, today));
  const paragraphs = SPANS.flatMap((span) => {
    const mine = spans.get(span) ?? [];
    if (mine.length === 0) return [];
    const lines = mine.map(({ personId, name, kind, on }) =>
      fill(words.line, { what: fr.kinds[kind], name, day: longDay(on), link: link(`personnes/${personId}`) }),
    );
    return [[words.spans[span], ...lines].join("\n")];
  });
  const late = rows.filter((row) => spanOf(row, today) === "late").length;
  const count = { count: String(rows.length), late: String(late), cooperative };
  const rest = rows.length - shown.length;
  return {
    subject: fill(rows.length === 1 ? words.subjectOne : late === 0 ? words.subject : words.subjectLate, count),
    body: [
      fill(words.hello, { name: firstName }),
      ...paragraphs,
      ...(rest > 0 ? [fill(rest === 1 ? words.restOne : words.rest, { count: String(rest) })] : []),
      fill(words.all, { link: link("echeances") }),
      fill(words.why, { link: link("notifications/reglages") }),
    ].join("\n\n"),
  };
}
