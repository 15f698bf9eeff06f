/** The whole story, from the first day to a given moment. The same seed and moment give the same acts. */
import { addDays, addToMonth, type Day, type Instant, type Month, monthOf, monthsFrom, toDay } from "#kernel/day.ts";
import { toCents } from "#kernel/money.ts";
import { type Act, inOrder } from "./act.ts";
import { at, dayOfMonth, STORY_START, workingDay } from "./calendar.ts";
import { chanceOf } from "./chance.ts";
import { type Client, clientsOf } from "./client.ts";
import { credit, debit, entryAct } from "./entry-line.ts";
import { planPurchases, purchaseActs } from "./expense-plan.ts";
import { leaverActs } from "./leavers.ts";
import { grossPay, type Pay, payrollRuns, paySlip, planPay } from "./pay-plan.ts";
import {
  ACTIVITIES,
  type ActivityPlan,
  ENTREPRENEURS,
  type Entrepreneur,
  FOUNDER,
  type PersonKey,
  TEAM,
} from "./people.ts";
import { exactContent } from "./sale-line.ts";
import { type Cast, issueAndPay, planSales } from "./sale-plan.ts";
import { savedQuestions } from "./saved-questions.ts";
import { finalScene } from "./scene.ts";
import { sharedServices } from "./shared-plan.ts";
import { fileActs } from "./social-file.ts";
import { TRADES } from "./trades.ts";

export type StoryOptions = {
  /** Acts later than this moment have not happened. */
  readonly until: Instant;
  /** Codes of the activities that are told; all of them by default. */
  readonly activities?: readonly string[];
};

const ACCOUNTANT: PersonKey = "nadia";
const REVIEWERS: Readonly<Record<Entrepreneur["site"], PersonKey>> = {
  Brest: "karim",
  Quimper: "lucie",
  Morlaix: "thomas",
};

/** Every act of the story that has happened, in the order of time. */
export function planStory({ until, activities }: StoryOptions): Act[] {
  const told = ACTIVITIES.filter((activity) => activities === undefined || activities.includes(activity.code));
  const today = toDay(until.slice(0, 10));
  const months = monthsFrom(monthOf(STORY_START), monthOf(today));
  const tales = told.map((activity) => tell(activity, ACTIVITIES.indexOf(activity), months, today));
  const acts = [
    ...founding(),
    ...welcomes(told),
    ...savedQuestions(),
    // The whole cooperative only: the short story of the tests has its own few people.
    ...(activities === undefined ? leaverActs() : []),
    ...sharedServices(months, told.length, ACCOUNTANT),
    ...tales.flatMap((tale) => tale.acts.map((act) => ({ ...act, activity: tale.code }))),
    ...payrollRuns(
      tales.flatMap((tale) => tale.pays),
      ACCOUNTANT,
    ),
  ];
  return inOrder(acts.filter((act) => act.at <= until));
}

/** The day on which a person's activity begins in the story. */
function joiningDay(person: Entrepreneur): Day {
  const since = toDay(person.since);
  if (since > STORY_START) return since;
  return STORY_START;
}

function founding(): Act[] {
  return TEAM.map((member, rank) => ({
    key: `team:${member.key}`,
    at: at(STORY_START, 6, rank),
    by: FOUNDER.key,
    deed: { verb: "welcome", person: member.key },
  }));
}

function welcomes(told: readonly ActivityPlan[]): Act[] {
  const keys = new Set(told.flatMap((activity) => activity.people));
  // Who signs later is already welcomed: a cooperative meets people months before their contract.
  return ENTREPRENEURS.filter((person) => keys.has(person.key)).map((person, rank) => ({
    key: `person:${person.key}`,
    at: at(STORY_START, 6, 10 + rank),
    by: FOUNDER.key,
    deed: { verb: "welcome", person: person.key },
  }));
}

type Tale = { readonly code: string; readonly acts: readonly Act[]; readonly pays: readonly Pay[] };

/** One activity, from its opening to today. */
function tell(activity: ActivityPlan, rank: number, months: readonly Month[], today: Day): Tale {
  const people = ENTREPRENEURS.filter((person) => activity.people.includes(person.key));
  const [first] = people;
  if (!first) throw new Error(`nobody in ${activity.code}`);
  const opened = joiningDay(first);
  const cast: Cast = { entrepreneur: first.key, reviewer: REVIEWERS[first.site], accountant: ACCOUNTANT };
  const clients = clientsOf(activity, rank);
  const acts: Act[] = [
    {
      key: `activity:${activity.code}`,
      at: at(opened, 6, 58),
      by: FOUNDER.key,
      deed: { verb: "startActivity", activity: activity.code },
    },
    ...clients.map(
      (client, number): Act => ({
        key: client.key,
        at: at(opened, 7, 10 + number),
        by: first.key,
        deed: { verb: "addCustomer", activity: activity.code, client: client.text },
      }),
    ),
  ];
  for (const person of people) {
    // Who has two activities has one file.
    if (ACTIVITIES.find((other) => other.people.includes(person.key)) !== activity) continue;
    acts.push(...fileActs(person, activity.trade, opened));
  }
  if (toDay(first.since) < STORY_START) acts.push(takenOver(activity));
  const nets: bigint[] = [];
  const pays: Pay[] = [];
  for (const month of months) {
    // Somebody who joins begins to invoice the month after.
    if (month <= monthOf(opened) && opened !== STORY_START) continue;
    const sales = planSales(activity, clients, month, castOf(activity, cast, month));
    nets.push(sales.net);
    acts.push(...sales.acts, ...planPurchases(activity, month, ACCOUNTANT));
    const gross = grossPay(nets.slice(-3), people.length, TRADES[activity.trade].payShare);
    // A CAPE is not employment: turnover and contribution, no pay.
    for (const person of people.filter((candidate) => candidate.status === "cesa")) {
      // Who has two activities is paid from the first.
      if (ACTIVITIES.find((other) => other.people.includes(person.key)) !== activity) continue;
      const name = `${person.firstName} ${person.lastName}`;
      const pay = planPay(activity.code, { key: person.key, name }, month, gross);
      pays.push(pay);
      acts.push(paySlip(pay, ACCOUNTANT));
    }
  }
  acts.push(...ownStory(activity, clients, cast, today), ...finalScene(activity, clients, cast, today));
  return { code: activity.code, acts, pays };
}

/** In an activity of two, each takes a month in turn. */
function castOf(activity: ActivityPlan, cast: Cast, month: Month): Cast {
  const turn = activity.people[Number(month.slice(5)) % activity.people.length];
  return turn === undefined ? cast : { ...cast, entrepreneur: turn };
}

/** What the activity had in the bank when the cooperative came to Essaim. */
function takenOver(activity: ActivityPlan): Act {
  const chance = chanceOf(`opening ${activity.code}`);
  const amount = toCents(activity.story === "red" ? 45_000 : chance.between(120, 620) * 1_000);
  return entryAct(`opening:${activity.code}`, STORY_START, 7, ACCOUNTANT, {
    journal: "OD",
    label: "Reprise des comptes au 1er septembre 2025",
    piece: `REPRISE-${activity.code}`,
    lines: [debit("512", activity.code, amount), credit("110", activity.code, amount)],
  });
}

/** The activity in the red buys a kiln; the roofer waits for a large customer. */
function ownStory(activity: ActivityPlan, clients: readonly Client[], cast: Cast, today: Day): Act[] {
  const { code } = activity;
  if (activity.story === "red") {
    const kiln = { supplier: "Fours et Verre", label: "Four de fusion", account: "2154", vat: 2000 } as const;
    return purchaseActs(code, `${code}:kiln`, kiln, toCents(680_000), toDay("2025-10-13"), 0, ACCOUNTANT);
  }
  if (activity.story !== "unpaid") return [];
  const day = workingDay(dayOfMonth(addToMonth(monthOf(STORY_START), 9), 8));
  if (day > today) return [];
  const client = clients.find((candidate) => candidate.kind !== "individual") ?? clients[0];
  if (!client) return [];
  const invoice = `${code}:hall`;
  const sale = { client: { ...client, habit: "never" as const }, gross: 1_628_000n };
  const slates = { supplier: "Ardoises de Bretagne", label: "Ardoises et zinc", account: "601", vat: 2000 } as const;
  return [
    {
      key: invoice,
      at: at(day, 8, 5),
      by: cast.entrepreneur,
      deed: {
        verb: "draftInvoice",
        activity: code,
        customer: client.key,
        title: "Couverture de la halle",
        content: exactContent("Couverture de la halle, fourniture et pose", 1_480_000, "S1000", "704"),
      },
    },
    ...issueAndPay(activity, invoice, day, sale, cast, chanceOf(`hall ${code}`)),
    ...purchaseActs(code, `${code}:slates`, slates, toCents(790_000), addDays(day, -14), 30, ACCOUNTANT),
  ];
}
