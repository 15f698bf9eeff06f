/** The associates of « L'Établi », their shares in the books, an assembly that was held and one that is called: by the real commands. */
import { addDays, addMonths, type Day, type Instant, toDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import {
  addEnclosure,
  addMotion,
  castVote,
  closeAssembly,
  conveneAssembly,
  decideApplication,
  fileApplication,
  giveProxy,
  motionsOf,
  moveShares,
  notePresent,
  openAssembly,
  openVote,
  prepareAssembly,
  publishMinutes,
  recordLeaving,
  saveArticles,
  settleVote,
} from "#modules/governance/index.server.ts";
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
import { printPages } from "#platform/pdf/printer.ts";
import {
  APPLICANT,
  ARTICLES,
  CONVENED,
  HELD,
  HOLDERS,
  LEAVER,
  NEIGHBOUR,
  REPORT,
  SCALE_DRAFT,
} from "./assembly-plan.ts";
import { at, STORY_START, workingDay, workingDayBefore } from "./calendar.ts";
import { FOUNDER, type PersonKey } from "./people.ts";
import type { Stage } from "./stage.job.ts";

const CHIEF = FOUNDER.key;
const SETTLED = addDays(STORY_START, 45);
const WORDS = { kind: "ordinary", place: "Quai de l’Atelier, grande salle", time: "17:00" };

export async function govern(stage: Stage, now: Instant): Promise<void> {
  const today = toDay(now.slice(0, 10));
  const held = workingDayBefore(addDays(today, -18));
  const called = workingDayBefore(addDays(held, -17));
  const written = workingDayBefore(addDays(called, -2));
  if (written < SETTLED) return;
  const associates = await keepRegister(stage, written, now);
  await hold(stage, called, held, associates);
  await depart(stage, workingDayBefore(addDays(today, -9)), associates);
  await call(stage, workingDayBefore(addDays(today, -1)), today, associates);
}

type Associates = ReadonlyMap<string, string>;

/** The register of paper is written again: who was admitted before the software, then the shares of each. */
async function keepRegister(stage: Stage, day: Day, now: Instant): Promise<Associates> {
  const founderId = await stage.readAs(CHIEF, now, async (_, { actor }) => actor.personId);
  const known = (key: PersonKey) => stage.isDone(`person:${key}`) || stage.isDone(`team:${key}`);
  const idOf = (key: PersonKey) => {
    const place = stage.isDone(`team:${key}`) ? "team" : "person";
    return key === CHIEF ? founderId : stage.answer<{ personId: PersonId }>(`${place}:${key}`).personId;
  };
  await stage.run("govern:articles", CHIEF, at(day, 7), saveArticles, ARTICLES);
  const associates = new Map<string, string>();
  const admit = async (key: string, admitted: string, who: Readonly<Record<string, unknown>>) => {
    const asked = { ...who, appliedOn: addMonths(toDay(admitted), -1) };
    const { associateId } = await stage.run(`govern:${key}`, CHIEF, at(day, 8), fileApplication, asked);
    const decided = { associateId, decision: "admit", effectOn: admitted, decidedBy: "assembly" };
    await stage.run(`govern:${key}:admit`, CHIEF, at(day, 8), decideApplication, decided);
    associates.set(key, associateId);
  };
  const subscribe = async (key: string, shares: number, paid: string) => {
    const move = { associateId: associates.get(key), effectOn: day, reason: "Reprise du registre papier" };
    const subscribed = { ...move, kind: "subscribe", shares: String(shares) };
    await stage.run(`govern:${key}:shares`, CHIEF, at(day, 9), moveShares, subscribed);
    await stage.run(`govern:${key}:paid`, CHIEF, at(day, 9), moveShares, { ...move, kind: "pay", amount: paid });
  };
  for (const { key, college, admitted, shares, paid } of HOLDERS.filter((one) => one.key === CHIEF || known(one.key))) {
    await admit(key, admitted, { kind: "person", personId: idOf(key), college });
    await subscribe(key, shares, paid);
  }
  const { legalName, admitted, shares, paid } = NEIGHBOUR;
  await admit("neighbour", admitted, { kind: "organization", legalName, representativeId: founderId, college: 3 });
  await subscribe("neighbour", shares, paid);
  if (known(APPLICANT)) {
    const asked = { kind: "person", personId: idOf(APPLICANT), college: 1, appliedOn: day };
    await stage.run("govern:applicant", CHIEF, at(day, 10), fileApplication, asked);
  }
  return associates;
}

/** Somebody gives everything back, and is refunded of a part. */
async function depart(stage: Stage, day: Day, associates: Associates): Promise<void> {
  const associateId = associates.get(LEAVER);
  const holder = HOLDERS.find(({ key }) => key === LEAVER);
  if (associateId === undefined || holder === undefined) return;
  const leaving = { associateId, kind: "leave", effectOn: day, reason: "Crée sa propre société." };
  await stage.run("govern:leave", CHIEF, at(day, 8), recordLeaving, leaving);
  const move = { associateId, effectOn: day };
  const given = { ...move, kind: "redeem", shares: String(holder.shares) };
  await stage.run("govern:leave:shares", CHIEF, at(day, 9), moveShares, given);
  await stage.run("govern:leave:refund", CHIEF, at(day, 9), moveShares, { ...move, kind: "refund", amount: "200" });
}

async function motionIds(stage: Stage, assemblyId: string): Promise<string[]> {
  const found = await stage.read((tx) => motionsOf(tx, stage.organizationId, assemblyId as never));
  return found.map(({ id }) => id);
}

/** A paper that the director writes, and encloses with an assembly. */
async function enclose(stage: Stage, key: string, day: Day, assemblyId: string, paper: typeof REPORT): Promise<void> {
  if (stage.isDone(key)) return;
  const text = (words: string): PageBlock => ({
    kind: "paragraph",
    align: "left",
    indent: 0,
    inlines: [{ text: words }],
  });
  const heading = (words: string, level: number): PageBlock => ({
    ...{ kind: "heading", level, align: "left", inlines: [{ text: words }] },
  });
  const { title, file, parts } = paper;
  const bytes = await printPages({
    ...{ title, author: "Coopérative L’Établi", language: "fr", date: day, accent: "#0b5c55", header: [], footer: [] },
    blocks: [heading(title, 1), ...parts.flatMap(([head, words]) => [heading(head, 2), text(words)])],
  });
  const moment = at(day, 8, 20);
  const heldFileId = await stage.hold(CHIEF, moment, "document", { bytes, type: "application/pdf", name: file });
  await stage.run(key, CHIEF, moment, addEnclosure, { assemblyId, title, heldFileId });
}

/** The yearly assembly: all but two came, one of them is represented. */
async function hold(stage: Stage, called: Day, day: Day, associates: Associates): Promise<void> {
  const run: Stage["run"] = (key, ...rest) => stage.run(`govern:held:${key}`, ...rest);
  const agenda = "Rapport de la gérance\nL’année de chacun, en trois minutes";
  const words = { ...WORDS, title: "Assemblée générale annuelle", day, agenda };
  const made = await run("prepare", CHIEF, at(called, 8), prepareAssembly, words);
  for (const [rank, { title, body }] of HELD.entries()) {
    const motion = { ...made, title, body, rule: "ordinary", ballot: "open" };
    await run(`motion:${rank}`, CHIEF, at(called, 8, 10), addMotion, motion);
  }
  await enclose(stage, "govern:held:report", called, made.assemblyId, REPORT);
  await run("convene", CHIEF, at(called, 9), conveneAssembly, made);
  const [absent, giver, ...present] = [...associates].reverse();
  if (absent === undefined || giver === undefined || present.length === 0) return;
  const holderId = associates.get(CHIEF);
  await run("proxy", CHIEF, at(day, 14), giveProxy, { ...made, giverId: giver[1], holderId });
  await run("open", CHIEF, at(day, 15), openAssembly, made);
  for (const [rank, [key, associateId]] of present.entries()) {
    await run(`came:${key}`, CHIEF, at(day, 15, 10 + rank), notePresent, { ...made, associateId, present: "oui" });
  }
  const voters = [giver, ...present];
  for (const [rank, motionId] of (await motionIds(stage, made.assemblyId)).entries()) {
    const { against, abstain } = HELD[rank] ?? { against: 0, abstain: 0 };
    await run(`vote:${rank}`, CHIEF, at(day, 15, 30 + rank), openVote, { motionId });
    for (const [order, [key, associateId]] of voters.entries()) {
      const choice = order < abstain ? "abstain" : order < abstain + against && voters.length > 6 ? "against" : "for";
      await run(`vote:${rank}:${key}`, CHIEF, at(day, 15, 30 + rank), castVote, { motionId, associateId, choice });
    }
    await run(`settle:${rank}`, CHIEF, at(day, 15, 40 + rank), settleVote, { motionId });
  }
  const bureau = { chair: "Hélène Marchand", secretary: "Karim Haddad" };
  await run("close", CHIEF, at(day, 15, 55), closeAssembly, { ...made, ...bureau });
  await run("minutes", CHIEF, at(workingDay(addDays(day, 1)), 9), publishMinutes, made);
}

/** The next one is called, with an election on paper; somebody has given a proxy already. */
async function call(stage: Stage, called: Day, today: Day, associates: Associates): Promise<void> {
  const run: Stage["run"] = (key, ...rest) => stage.run(`govern:next:${key}`, ...rest);
  const words = { ...WORDS, title: "Assemblée générale d’hiver", day: workingDay(addDays(today, 21)) };
  const made = await run("prepare", CHIEF, at(called, 8), prepareAssembly, words);
  for (const [rank, motion] of CONVENED.entries()) {
    await run(`motion:${rank}`, CHIEF, at(called, 8, 10), addMotion, { ...made, ...motion, rule: "ordinary" });
  }
  await enclose(stage, "govern:next:scale", called, made.assemblyId, SCALE_DRAFT);
  await run("convene", CHIEF, at(called, 9), conveneAssembly, made);
  const [giverId, holderId] = [associates.get("yann"), associates.get("samira")];
  if (giverId !== undefined && holderId !== undefined) {
    await run("proxy", CHIEF, at(called, 10), giveProxy, { ...made, giverId, holderId });
  }
}
