import { dayIn } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { parseId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { timeIn } from "#kernel/zoned.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { membersIn, type Registered, readRegister } from "../associate/register.store.ts";
import { readRoom } from "../attendance/room.store.ts";
import { counted, type InRoom } from "../attendance/room.ts";
import { mayGovern } from "../governance.policy.ts";
import { percentCut } from "../minutes/minutes-text.ts";
import { countColleges, quorumOf } from "../motion/count.ts";
import type { Motion } from "../motion/motion.ts";
import { findArticles } from "../setup/articles.store.ts";
import { type Articles, ruleOf } from "../setup/articles.ts";
import { findAssembly } from "./assembly.store.ts";
import type { Assembly } from "./assembly.ts";

export type Opened = {
  readonly assembly: Assembly;
  readonly governs: boolean;
  /** The name of everybody of the register, of those who left too. */
  readonly names: ReadonlyMap<string, string>;
  /** Those who are associates today. */
  readonly members: readonly Registered[];
  readonly room: readonly InRoom[];
  readonly articles: Articles;
};

const speaks = (personId: PersonId, { members, room }: Pick<Opened, "members" | "room">) =>
  members.some(({ voice }) => voice === personId) || room.some((one) => one.personId === personId);

/** An assembly for whoever governs, and once it is called for those whom it concerns. */
export async function openAssemblyPage(reader: Reader, id: string | undefined): Promise<Opened | Refusal> {
  const { tx, actor, organizationId, today } = reader;
  const assemblyId = parseId<"assembly">(id);
  const assembly = assemblyId === null ? null : await findAssembly(tx, organizationId, assemblyId);
  if (assembly === null) return refuse("missing", "assembly.missing");
  const governs = mayGovern(actor) === null;
  const register = await readRegister(tx, organizationId, today);
  const members = membersIn(register);
  const room = await readRoom(tx, organizationId, assembly.id);
  const articles = await findArticles(tx, organizationId, assembly.articlesVersion);
  const reads = governs || (assembly.status !== "draft" && speaks(actor.personId, { members, room }));
  const names = new Map<string, string>(register.map((one) => [one.id, one.name]));
  return reads ? { assembly, governs, names, members, room, articles } : refuse("missing", "assembly.missing");
}

/** When and where, for a page. */
export function momentOf({ timeZone }: Pick<Reader, "timeZone">, assembly: Assembly) {
  const { id, title, kind, call, startsAt, place, link, agenda, status, version } = assembly;
  return {
    ...{ id: id as string, title, kind, call, place, link, agenda, status, version },
    ...{ day: dayIn(startsAt, timeZone), time: timeIn(startsAt, timeZone) },
  };
}

/** The quorum as it is now. */
export function quorumNow({ assembly, articles, room }: Pick<Opened, "assembly" | "articles" | "room">) {
  const numbers = articles.colleges.map(({ number }) => number);
  const counts = countColleges(numbers, counted(room, new Map()));
  const quorum = quorumOf(counts, ruleOf(articles, assembly.kind, assembly.call), articles.quorumScope);
  const nameOf = (number: number) => articles.colleges.find((one) => one.number === number)?.name ?? "";
  return { ...quorum, colleges: quorum.colleges.map((one) => ({ ...one, name: nameOf(one.college) })) };
}

/** A motion and what became of it, for a page. */
export function shownMotion(motion: Motion, articles: Articles) {
  const { id, number, title, body, rule, ballot, status, result } = motion;
  const shown = { id: id as string, number, title, body, rule, ballot, status };
  if (result === null) return { ...shown, result: null };
  const { adopted, votesFor, votesAgainst, votesAbstain, countedBy, colleges } = result;
  return {
    ...shown,
    result: {
      ...{ adopted, votesFor, votesAgainst, votesAbstain, countedBy, share: percentCut(motion) },
      colleges: articles.weighted
        ? colleges.map(({ college, votes }) => ({
            name: articles.colleges.find((one) => one.number === college)?.name ?? "",
            votes,
          }))
        : [],
    },
  };
}
export type ShownMotion = ReturnType<typeof shownMotion>;
