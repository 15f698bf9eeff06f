import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { idText } from "#platform/field.ts";
import { definePublicCommand } from "#platform/public-command.ts";
import { findParticipant } from "../participant/participant.store.ts";
import { enterRoom } from "../room/room.store.ts";
import { findPoll, itemsOf, writeAnswer } from "./poll.store.ts";
import { ANSWERS, type PollId } from "./poll.ts";

/** A participant says what they think of each; what they leave out keeps its earlier answer. */
export const answerPoll = definePublicCommand({
  public: true,
  name: "room.answer.give",
  input: z.object({
    participantId: idText<"participant">(),
    pollId: idText<"poll">(),
    answers: z.record(z.string(), z.enum(ANSWERS, "field.choose")),
  }),
  async act(context, { participantId, pollId, answers }): Promise<{ pollId: PollId } | Refusal> {
    const { tx, organizationId } = context;
    const participant = await findParticipant(tx, organizationId, participantId);
    if (participant === null) return refuse("missing", "room.missing");
    const room = await enterRoom(context, participant.roomId);
    if (isRefusal(room)) return room;
    const poll = await findPoll(tx, organizationId, pollId);
    if (poll === null || poll.roomId !== room.id) return refuse("missing", "poll.missing");
    if (poll.status !== "open") return refuse("conflict", "poll.notOpen");
    const given = (await itemsOf(tx, organizationId, pollId)).flatMap((id) => {
      const answer = answers[id];
      return answer === undefined ? [] : [{ id, answer }];
    });
    if (given.length === 0) return refuse("invalid", "poll.nothingAnswered");
    for (const { id, answer } of given) await writeAnswer(context, pollId, id, participantId, answer);
    context.audit({ subjectKind: "room.poll", subjectId: pollId });
    return { pollId };
  },
});
