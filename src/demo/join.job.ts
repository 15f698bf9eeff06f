import { addDays, addMonths, type Day, toDay } from "#kernel/day.ts";
import type { ActivityId, Id, PersonId } from "#kernel/id.ts";
import { recordAdmission } from "#modules/accompaniment/index.server.ts";
import {
  addParticipation,
  addPerson,
  changeTerms,
  grantRole,
  notifyBody,
  openActivity,
  presentActivity,
  recordAgreement,
  recordContract,
  recordCover,
  requireCovers,
} from "#modules/membership/index.server.ts";
import type { Act, Deed } from "./act.ts";
import { colourOf, logoOf } from "./logo.ts";
import {
  ACTIVITIES,
  ENTREPRENEURS,
  type Entrepreneur,
  emailOf,
  FOLLOWERS,
  FOUNDER,
  type SITES,
  TEAM,
  type TeamMember,
} from "./people.ts";
import type { Stage } from "./stage.job.ts";
import { termsOf } from "./terms-of.ts";
import { TRADES } from "./trades.ts";

/** Trades of the building: a ten-year insurance, or no quote (C. assur. L241-1). */
const INSURED: ReadonlySet<string> = new Set(["plumbing", "electricity", "joinery"]);

/** Past their three years without having been admitted: a deadline that was missed. */
const FORGOTTEN = "julien";

type Of<Verb extends Deed["verb"]> = Extract<Deed, { verb: Verb }>;

export function personId(stage: Stage, key: string): PersonId {
  const member = TEAM.some((candidate) => candidate.key === key);
  return stage.answer<{ personId: PersonId }>(`${member ? "team" : "person"}:${key}`).personId;
}

/** A person joins: invited, attached to a site and to who follows them, under the contract that they signed. */
export async function welcome(stage: Stage, { key, at, by }: Act, deed: Of<"welcome">): Promise<void> {
  const member = TEAM.find((candidate) => candidate.key === deed.person);
  const entrepreneur = ENTREPRENEURS.find((candidate) => candidate.key === deed.person);
  const person = member ?? entrepreneur;
  if (!person) throw new Error(`nobody is called ${deed.person}`);
  const siteId = siteOf(stage, person.site);
  const followerId = entrepreneur ? personId(stage, FOLLOWERS[entrepreneur.site]) : null;
  const { firstName, lastName } = person;
  const input = { firstName, lastName, email: emailOf(person.key), siteId, followerId, invite: true };
  const added = await stage.run(key, by, at, addPerson, input);
  if (member) await grantRoles(stage, key, at, member, added.personId);
  if (entrepreneur && entrepreneur.status !== "none") await sign(stage, key, at, entrepreneur, added.personId);
}

async function grantRoles(stage: Stage, key: string, at: Act["at"], member: TeamMember, id: PersonId): Promise<void> {
  for (const [rank, { role, site, followedOnly }] of member.roles.entries()) {
    const siteId = site === undefined ? null : siteOf(stage, site);
    const input = { personId: id, role, siteId, followedOnly: followedOnly ?? false };
    await stage.run(`${key}:role:${rank}`, FOUNDER.key, at, grantRole, input);
  }
}

async function sign(stage: Stage, key: string, at: Act["at"], person: Entrepreneur, id: PersonId): Promise<void> {
  const startsOn = toDay(person.since);
  const endsOn = person.status === "cape" ? addDays(addMonths(startsOn, 12), -1) : null;
  const input = { personId: id, kind: person.status, startsOn, endsOn };
  const { contractId } = await stage.run(`${key}:contract`, FOUNDER.key, at, recordContract, input);
  const terms = { contractId, seen: -1, from: startsOn, values: termsOf(person) };
  await stage.run(`${key}:terms`, FOUNDER.key, at, changeTerms, terms);
  const admittedOn = admissionDay(person);
  // Everybody's CAPE was declared, but for one that was forgotten at France Travail.
  if (person.status === "cape") {
    const [on = startsOn] = [startsOn, toDay(at.slice(0, 10))].sort();
    for (const body of person.key === "kevin" ? (["urssaf"] as const) : (["urssaf", "france_travail"] as const)) {
      await stage.run(`${key}:${body}`, FOUNDER.key, at, notifyBody, { contractId, body, on });
    }
  }
  if (admittedOn === null) return;
  await stage.run(`${key}:admission`, FOUNDER.key, at, recordAdmission, { personId: id, admittedOn });
}

/** Associates after twenty months, but for one whom the cooperative forgot; later entrants have not reached their term. */
function admissionDay({ key, status, since }: Entrepreneur): Day | null {
  if (status !== "cesa" || since > "2023-12" || key === FORGOTTEN) return null;
  return addMonths(toDay(since), 20);
}

/** The first site was made with the cooperative; the others by its founder. */
export function siteOf(stage: Stage, name: (typeof SITES)[number]): Id<"site"> {
  return stage.answer<{ siteId: Id<"site"> }>(`site:${name}`).siteId;
}

/** Trades that may not work without an insurance, of which one ends soon; how those who share an activity split it. */
async function protect(
  stage: Stage,
  key: string,
  at: Act["at"],
  plan: (typeof ACTIVITIES)[number],
  activityId: ActivityId,
  today: Day,
): Promise<void> {
  const by = FOUNDER.key;
  if (INSURED.has(plan.trade)) {
    await stage.run(`${key}:require`, by, at, requireCovers, { activityId, insurance: true, qualification: false });
    const endsOn = plan.code === "PLB02" ? addDays(addMonths(today, 15), 20) : null;
    const cover = {
      activityId,
      kind: "insurance" as const,
      label: `Décennale, contrat ${plan.code}-2025`,
      startsOn: today,
      endsOn,
    };
    await stage.run(`${key}:cover`, by, at, recordCover, cover);
  }
  const [first, second] = plan.people;
  if (first === undefined || second === undefined) return;
  const shares = { [personId(stage, first)]: "60", [personId(stage, second)]: "40" };
  await stage.run(`${key}:agreement`, by, at, recordAgreement, { activityId, startsOn: today, endsOn: null, shares });
}

/** An activity opens, with those who take part in it and the words of its documents. */
export async function startActivity(
  stage: Stage,
  { key, at }: Act,
  deed: Of<"startActivity">,
  today: Day,
): Promise<void> {
  const plan = ACTIVITIES.find((candidate) => candidate.code === deed.activity);
  if (!plan) throw new Error(`no activity ${deed.activity}`);
  const [first = ""] = plan.people;
  const trade = TRADES[plan.trade];
  const by = FOUNDER.key;
  const opening = {
    name: plan.name,
    trade: trade.words,
    code: plan.code,
    openedOn: today,
    email: emailOf(first),
    phone: "",
  };
  const opened = await stage.run(key, by, at, openActivity, opening);
  for (const person of plan.people) {
    const input = {
      activityId: opened.activityId,
      personId: personId(stage, person),
      startsOn: today,
      endsOn: null,
      selfValidatesQuotes: plan.story === "selfValidates",
      selfValidatesInvoices: plan.story === "selfValidates",
      recordsPayments: false,
      quoteRequired: plan.story === "quoteRequired",
    };
    await stage.run(`${key}:${person}`, by, at, addParticipation, input);
  }
  await protect(stage, key, at, plan, opened.activityId, today);
  if (stage.isDone(`${key}:words`)) return;
  const picture = { bytes: logoOf(plan.code, plan.trade), type: "image/png", name: `${plan.name}.png` } as const;
  const words = {
    activityId: opened.activityId,
    version: 1,
    email: emailOf(first),
    accentColour: colourOf(plan.code),
    logo: await stage.hold(by, at, "logo", picture),
    footer: trade.footer,
  };
  await stage.run(`${key}:words`, by, at, presentActivity, words);
}
