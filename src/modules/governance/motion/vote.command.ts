import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, requiredText, wholeText } from "#platform/field.ts";
import type { AssemblyRefusalCode } from "../assembly/assembly.fr.ts";
import { findAssembly } from "../assembly/assembly.store.ts";
import type { Assembly, AssemblyId } from "../assembly/assembly.ts";
import { readRoom } from "../attendance/room.store.ts";
import { counted, type InRoom, votersOf } from "../attendance/room.ts";
import { mayGovern } from "../governance.policy.ts";
import type { ArticlesRefusalCode } from "../setup/articles.fr.ts";
import { findArticles } from "../setup/articles.store.ts";
import { type Articles, ruleOf } from "../setup/articles.ts";
import { CHOICES, countColleges, outcomeOf, quorumOf, reaches } from "./count.ts";
import { fraction, NOTHING } from "./fraction.ts";
import { choicesOf, findMotion, insertResult, insertVote, motionsOf, setMotionStatus } from "./motion.store.ts";
import { type Motion, type MotionId, motionTransitions } from "./motion.ts";

type Done = { readonly assemblyId: AssemblyId };
type Refused = Refusal<AssemblyRefusalCode | ArticlesRefusalCode>;
type Place = {
  readonly motion: Motion;
  readonly assembly: Assembly;
  readonly articles: Articles;
  readonly room: readonly InRoom[];
};

/** A motion of an assembly that is open; locked, so that votes and their closing wait for one another. */
async function inSession(context: CommandContext, motionId: MotionId): Promise<Place | Refused> {
  const { tx, organizationId } = context;
  const found = await findMotion(tx, organizationId, motionId);
  const assembly = found === null ? null : await findAssembly(tx, organizationId, found.assemblyId, true);
  const motion = assembly === null ? null : await findMotion(tx, organizationId, motionId);
  if (motion === null || assembly === null) return refuse("missing", "motion.missing");
  if (assembly.status !== "open") return refuse("conflict", "assembly.notOpen");
  const articles = await findArticles(tx, organizationId, assembly.articlesVersion);
  return { motion, assembly, articles, room: await readRoom(tx, organizationId, assembly.id) };
}

function refuseWithoutQuorum({ motion, assembly, articles, room }: Place): Refused | null {
  const numbers = articles.colleges.map(({ number }) => number);
  const counts = countColleges(numbers, counted(room, new Map()));
  const quorum = quorumOf(counts, ruleOf(articles, motion.rule, assembly.call), articles.quorumScope);
  if (quorum.reached) return null;
  return refuse("conflict", "motion.noQuorum", { here: String(quorum.counting), needed: String(quorum.needed) });
}

/** Opens the vote on a motion, once its quorum is there. */
export const openVote = defineCommand({
  name: "governance.motion.open",
  input: z.object({ motionId: idText<"motion">() }),
  async run(context, { motionId }): Promise<Done | Refused> {
    const refusal = mayGovern(context.actor);
    if (refusal) return refusal;
    const place = await inSession(context, motionId);
    if (isRefusal(place)) return place;
    if (place.motion.ballot === "secret") return refuse("conflict", "motion.secret");
    if (next(motionTransitions, place.motion.status, "open") === null) return refuse("conflict", "motion.notNow");
    // One at a time: it is the one that phones show.
    const motions = await motionsOf(context.tx, context.organizationId, place.assembly.id);
    if (motions.some(({ status }) => status === "voting")) return refuse("conflict", "assembly.voting");
    const lacking = refuseWithoutQuorum(place);
    if (lacking) return lacking;
    await setMotionStatus(context, motionId, "voting");
    context.audit({ subjectKind: "governance.motion", subjectId: motionId });
    return { assemblyId: place.assembly.id };
  },
});

/** Votes for an associate: whoever speaks for them, whoever holds their proxy, or the office that counts hands. */
export const castVote = defineCommand({
  name: "governance.vote.cast",
  input: z.object({ motionId: idText<"motion">(), associateId: idText<"associate">(), choice: oneOf(CHOICES) }),
  async run(context, { motionId, associateId, choice }): Promise<Done | Refused> {
    const { actor } = context;
    const place = await inSession(context, motionId);
    const own = isRefusal(place) ? [] : votersOf(place.room, actor.personId);
    const theirs = own.some((one) => one.associateId === associateId);
    const refusal = theirs ? null : mayGovern(actor);
    if (refusal) return refusal;
    if (isRefusal(place)) return place;
    const voter = place.room.find((one) => one.associateId === associateId);
    if (voter === undefined) return refuse("missing", "vote.notVoter");
    if (!voter.counts) return refuse("conflict", "vote.absent", { name: voter.name });
    if (place.motion.status !== "voting") return refuse("conflict", "vote.closed");
    const how = theirs ? "self" : "list";
    await insertVote(context, { motionId, associateId, choice, holderId: voter.holderId, how });
    context.audit({ subjectKind: "governance.motion", subjectId: motionId, details: { associateId } });
    return { assemblyId: place.assembly.id };
  },
});

/** Closes the vote and writes its result, counted by the rule that the assembly was called under. */
export const settleVote = defineCommand({
  name: "governance.motion.settle",
  input: z.object({ motionId: idText<"motion">() }),
  async run(context, { motionId }): Promise<Done | Refused> {
    const { tx, organizationId } = context;
    const refusal = mayGovern(context.actor);
    if (refusal) return refusal;
    const place = await inSession(context, motionId);
    if (isRefusal(place)) return place;
    if (next(motionTransitions, place.motion.status, "settle") === null) return refuse("conflict", "motion.notNow");
    const { motion, assembly, articles, room } = place;
    const choices = await choicesOf(tx, organizationId, motionId);
    if (choices.size === 0) return refuse("conflict", "motion.noVote");
    const numbers = articles.colleges.map(({ number }) => number);
    const counts = countColleges(numbers, counted(room, choices));
    const { adopted, share } = outcomeOf(counts, ruleOf(articles, motion.rule, assembly.call), articles);
    const total = (choice: (typeof CHOICES)[number]) => counts.reduce((sum, { votes }) => sum + votes[choice], 0);
    await insertResult(context, motionId, {
      ...{ adopted, share, colleges: counts, countedBy: "" },
      ...{ votesFor: total("for"), votesAgainst: total("against"), votesAbstain: total("abstain") },
    });
    await setMotionStatus(context, motionId, "settled");
    context.audit({ subjectKind: "governance.motion", subjectId: motionId, details: { adopted } });
    return { assemblyId: assembly.id };
  },
});

const votes = () => wholeText(0, 100_000);

/** Writes the result of a secret ballot that was held on paper, with who counted it. Nothing of it is simulated. */
export const recordBallot = defineCommand({
  name: "governance.motion.record",
  input: z.object({
    motionId: idText<"motion">(),
    votesFor: votes(),
    votesAgainst: votes(),
    votesAbstain: votes(),
    countedBy: requiredText(200),
  }),
  async run(context, { motionId, ...typed }): Promise<Done | Refused> {
    const refusal = mayGovern(context.actor);
    if (refusal) return refusal;
    const place = await inSession(context, motionId);
    if (isRefusal(place)) return place;
    const { motion, assembly, articles, room } = place;
    if (motion.ballot !== "secret") return refuse("conflict", "motion.isOpen");
    if (next(motionTransitions, motion.status, "record") === null) return refuse("conflict", "motion.notNow");
    if (articles.weighted) return refuse("conflict", "motion.secretWeighted");
    const lacking = refuseWithoutQuorum(place);
    if (lacking) return lacking;
    const here = room.filter(({ counts }) => counts).length;
    const papers = typed.votesFor + typed.votesAgainst + typed.votesAbstain;
    if (papers === 0) return refuse("conflict", "motion.noVote", {}, "votesFor");
    if (papers > here) return refuse("invalid", "motion.tooManyPapers", { here: String(here) }, "votesFor");
    const rule = ruleOf(articles, motion.rule, assembly.call);
    const base = { cast: typed.votesFor + typed.votesAgainst, present: here, all: room.length }[rule.base];
    const share = base === 0 ? NOTHING : fraction(typed.votesFor, base);
    const adopted = reaches(share, rule.majority);
    await insertResult(context, motionId, { adopted, share, colleges: [], ...typed });
    await setMotionStatus(context, motionId, "settled");
    context.audit({ subjectKind: "governance.motion", subjectId: motionId, details: { adopted } });
    return { assemblyId: assembly.id };
  },
});
