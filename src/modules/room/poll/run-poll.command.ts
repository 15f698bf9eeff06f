import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, optionalText, requiredText, ticked } from "#platform/field.ts";
import { mayFacilitate } from "../room/room.policy.ts";
import { enterRoom, scenariosOf } from "../room/room.store.ts";
import { linesOf, refuseLines } from "../room/room.ts";
import { closePolls, findPoll, insertPoll, setOpened } from "./poll.store.ts";
import { type Poll, type PollId, pollTransitions } from "./poll.ts";

type Done = { readonly pollId: PollId };

/** Prepares a poll on each scenario of the room, or on each of the lines written. */
export const preparePoll = defineCommand({
  name: "room.poll.prepare",
  input: z.object({
    roomId: idText<"room">(),
    title: requiredText(160),
    live: ticked(),
    scenarios: optionalText(2000).transform(linesOf),
  }),
  async run(context, { roomId, title, live, scenarios }): Promise<Done | Refusal> {
    const refusal = mayFacilitate(context.actor);
    if (refusal) return refusal;
    const room = await enterRoom(context, roomId);
    if (isRefusal(room)) return room;
    const known = await scenariosOf(context.tx, context.organizationId, roomId);
    if (known.length === 0) {
      const missing = refuseLines("scenarios", scenarios);
      if (missing) return missing;
    }
    const asked =
      known.length > 0
        ? known.map(({ id, title: label }) => ({ label, scenarioId: id }))
        : scenarios.map((label) => ({ label, scenarioId: null }));
    const pollId = context.id<"poll">();
    const items = asked.map((item) => ({ ...item, id: context.id<"pollItem">() }));
    await insertPoll(context, { id: pollId, roomId, title, live }, items);
    context.audit({ subjectKind: "room.poll", subjectId: pollId });
    return { pollId };
  },
});

/** The poll of an act of its room, whose turn it is. */
async function turnOf(context: CommandContext, pollId: PollId): Promise<Poll | Refusal> {
  const refusal = mayFacilitate(context.actor);
  if (refusal) return refusal;
  const found = await findPoll(context.tx, context.organizationId, pollId);
  if (found === null) return refuse("missing", "poll.missing");
  const room = await enterRoom(context, found.roomId);
  if (isRefusal(room)) return room;
  // As it is now that nobody else acts in its room.
  return (await findPoll(context.tx, context.organizationId, pollId)) ?? refuse("missing", "poll.missing");
}

/** Everybody answers from now on. */
export const openPoll = defineCommand({
  name: "room.poll.open",
  input: z.object({ pollId: idText<"poll">() }),
  async run(context, { pollId }): Promise<Done | Refusal> {
    const poll = await turnOf(context, pollId);
    if (isRefusal(poll)) return poll;
    if (next(pollTransitions, poll.status, "open") === null) return refuse("conflict", "poll.openedAlready");
    await setOpened(context, pollId);
    context.audit({ subjectKind: "room.poll", subjectId: pollId });
    return { pollId };
  },
});

/** Nobody answers any more, and everybody reads what was answered. */
export const closePoll = defineCommand({
  name: "room.poll.close",
  input: z.object({ pollId: idText<"poll">() }),
  async run(context, { pollId }): Promise<Done | Refusal> {
    const poll = await turnOf(context, pollId);
    if (isRefusal(poll)) return poll;
    if (next(pollTransitions, poll.status, "close") === null) return refuse("conflict", "poll.notOpen");
    await closePolls(context, poll.roomId, pollId);
    context.audit({ subjectKind: "room.poll", subjectId: pollId });
    return { pollId };
  },
});
