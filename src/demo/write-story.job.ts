import type { Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { minutesAfter } from "#kernel/zoned.ts";
import { addSite, createCooperative, type Installer } from "#modules/membership/index.server.ts";
import { readAllNotices } from "#modules/notification/index.server.ts";
import { updatePayParameters } from "#modules/payroll/index.server.ts";
import { saveSalesSettings } from "#modules/sales/index.server.ts";
import type { CommandHost } from "#platform/command.ts";
import { accompany } from "./accompany.job.ts";
import { type Act, takesNumber } from "./act.ts";
import { at, STORY_START } from "./calendar.ts";
import { govern } from "./governance.job.ts";
import { inventedSiren, inventedSiret } from "./invented-number.ts";
import { keepSensitive } from "./keep-sensitive.job.ts";
import { liveTogether } from "./live-together.job.ts";
import { emailOf, FOUNDER, SITES } from "./people.ts";
import { perform } from "./perform.job.ts";
import { signContracts } from "./sign-contracts.job.ts";
import { growSkills } from "./skills.job.ts";
import { Skipped, type Stage } from "./stage.job.ts";

export const DEMO_SLUG = "etabli";
/** Those whose log-ins are shown, besides the founder. */
const READERS = ["samira", "karim"] as const;
/** The act that ends the story: with it, nothing is told any more. */
export const END_KEY = "end";
/** The act that ends the reading of the news, told once all effects are there. */
export const NEWS_KEY = "news";
const UNREAD_DAYS = 3;

/** Nobody else has this number: the demonstration is known by it. */
export const DEMO_SIREN = inventedSiren(79_999);

/** Makes « L'Établi » as it was on the first day of the story. Throws when the cooperative is refused. */
export async function foundCooperative(
  host: Omit<CommandHost, "clock" | "loadPresence">,
  founderId: Id<"user">,
  installers: readonly Installer[],
  slug = DEMO_SLUG,
) {
  const input = {
    legalName: "Coopérative L’Établi",
    slug,
    legalForm: "SCOP SARL à capital variable",
    siren: DEMO_SIREN,
    siret: inventedSiret(DEMO_SIREN),
    rcs: `RCS Brest ${DEMO_SIREN.replace(/(\d{3})(?=\d)/g, "$1 ")}`,
    street: "12 quai de l’Atelier",
    postalCode: "29200",
    city: "Brest",
    email: "bonjour@etabli.example",
    phone: "02 98 00 00 00",
    iban: "FR7630006000011234567890189",
    bic: "AGRIFRPP",
    siteName: "Siège social",
    firstName: FOUNDER.firstName,
    lastName: FOUNDER.lastName,
    administratorEmail: emailOf(FOUNDER.key),
  };
  const clock = () => at(STORY_START, 5, 30);
  const created = await createCooperative({ ...host, clock }, input, { userId: founderId, installers });
  if (isRefusal(created)) throw new Error(`the demonstration cooperative is refused: ${JSON.stringify(created)}`);
  return created;
}

/** As the payroll team types them. Thresholds are those of the whole cooperative: entrepreneurs under CESA and the team. */
const PAY = {
  headcount: "38",
  accidentRate: "2,08",
  healthInsurance: "40",
  healthInsuranceEmployerShare: "50",
  mobilityRate: "0",
  payrollTaxRatio: "0",
  alsaceMoselle: "",
  otherCost: "0",
  holidayRate: "10",
};

export type StoryWatch = {
  /** Before each act: its rank, its moment. */
  readonly onAct: (done: number, at: Instant) => void;
  /** What the product refused, or what could not happen any more. */
  readonly onSkip: (reason: string) => void;
  /** True when the story must pause: it goes on at the next start. */
  readonly isStopped: () => boolean;
};

/** So many acts at once: the database has as much to do as we have. */
const LANES = 4;

/**
 * Plays the acts, day after day. Within a day, acts of different activities go on side by side; those of one activity, and
 * those that take a number, in their order: numbers are the same in every run. True when all were told.
 */
export async function writeStory(stage: Stage, acts: readonly Act[], watch: StoryWatch): Promise<boolean> {
  for (const site of SITES) {
    await stage.run(`site:${site}`, FOUNDER.key, at(STORY_START, 5, 45), addSite, { name: site });
  }
  await stage.run("settings", FOUNDER.key, at(STORY_START, 5, 50), saveSalesSettings, {
    version: 1,
    numberTemplate: "F{year}-{seq:5}",
    seriesScope: "cooperative",
    vatOnDebitsSince: null,
    paymentDays: 30,
    toleranceCents: 500,
    footer: "L’Établi, coopérative d’activité et d’emploi : quarante activités, une seule maison.",
    conditions: "",
  });
  await stage.run("pay", FOUNDER.key, at(STORY_START, 5, 55), updatePayParameters, {
    version: 2,
    language: "fr",
    parameters: PAY,
  });
  let done = 0;
  for (const day of byDay(acts)) {
    for (const group of untilShared(day)) {
      if (watch.isStopped()) return false;
      watch.onAct(done, group[0]?.at ?? at(STORY_START, 6));
      await sideBySide(stage, group, watch);
      done += group.length;
    }
  }
  return true;
}

function byDay(acts: readonly Act[]): Act[][] {
  const days: Act[][] = [];
  for (const act of acts) {
    const last = days.at(-1);
    if (last?.[0]?.at.slice(0, 10) === act.at.slice(0, 10)) last.push(act);
    else days.push([act]);
  }
  return days;
}

/** An act of the whole cooperative (VAT, contribution, fiscal year) stands alone between the others. */
function untilShared(acts: readonly Act[]): Act[][] {
  const groups: Act[][] = [];
  let open = false;
  for (const act of acts) {
    if (act.activity !== undefined && open) groups.at(-1)?.push(act);
    else groups.push([act]);
    open = act.activity !== undefined;
  }
  return groups;
}

async function sideBySide(stage: Stage, acts: readonly Act[], watch: StoryWatch): Promise<void> {
  const ends = new Map<string, Promise<void>>();
  const waiting = acts.map((act) => {
    const needs = [act.activity ?? "", ...(takesNumber(act) ? ["numbers"] : [])];
    return { act, needs };
  });
  const free = gateOf(LANES);
  const all = waiting.map(({ act, needs }) => {
    const before = Promise.all(needs.map((need) => ends.get(need)));
    const end = before.then(() => free(() => playOne(stage, act, watch)));
    for (const need of needs) ends.set(need, end);
    return end;
  });
  await Promise.all(all);
}

async function playOne(stage: Stage, act: Act, watch: StoryWatch): Promise<void> {
  try {
    await perform(stage, act);
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    watch.onSkip(error.message);
  }
}

/** Lets at most so many works run at once, in the order in which they come. */
function gateOf(lanes: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= lanes) await new Promise<void>((resolve) => queue.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      queue.shift()?.();
    }
  };
}

/** Fourteen months of news were read as they came, those of the last days were not; what awaits somebody still does. */
export async function readNews(stage: Stage, now: Instant): Promise<void> {
  const lately = minutesAfter(now, -UNREAD_DAYS * 24 * 60);
  for (const reader of READERS) await stage.run(`${NEWS_KEY}:${reader}`, reader, lately, readAllNotices, {});
  await stage.run(NEWS_KEY, FOUNDER.key, lately, readAllNotices, {});
}

/** The last acts: what the team and the people said to each other, what they signed, then a fourth place opens, and the clock is everybody's again. */
export async function endStory(stage: Stage, now: Instant): Promise<void> {
  await accompany(stage, now);
  await liveTogether(stage, now);
  await keepSensitive(stage, now);
  await growSkills(stage, now);
  await signContracts(stage, now);
  await govern(stage, now);
  await stage.run(END_KEY, FOUNDER.key, now, addSite, { name: "Permanence de Landerneau" });
}
