import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Refusal } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { oneOf, optionalText, requiredText, ticked } from "#platform/field.ts";
import type { RoomRefusalCode } from "./room.fr.ts";
import { mayFacilitate } from "./room.policy.ts";
import { insertRoom, type NewLane, roomOfCode } from "./room.store.ts";
import {
  codeOf,
  LANE_KINDS,
  linesOf,
  ROOM_KINDS,
  type RoomId,
  type RoomKind,
  type RoomSubject,
  refuseLines,
  type ScenarioId,
} from "./room.ts";

/** A code that opens no other room of the instance today. */
async function freeCode(tx: Tx): Promise<string> {
  for (;;) {
    const code = codeOf(randomBytes(16));
    if (code !== null && (await roomOfCode(tx, code)) === null) return code;
  }
}

type RoomToOpen = {
  readonly title: string;
  readonly question: string;
  readonly kind: RoomKind;
  readonly guests: boolean;
  /** One title each. */
  readonly scenarios: readonly string[];
  readonly columns: readonly string[];
  readonly subject: RoomSubject | null;
};

async function open(
  context: CommandContext,
  { title, question, kind, guests, scenarios, columns, subject }: RoomToOpen,
): Promise<{ roomId: RoomId; code: string } | Refusal<RoomRefusalCode>> {
  const refusal =
    mayFacilitate(context.actor) ??
    (kind === "scenario" ? refuseLines("scenarios", scenarios) : null) ??
    (kind === "free" ? refuseLines("columns", columns) : null);
  if (refusal) return refusal;
  const roomId = context.id<"room">();
  const named = kind === "scenario" ? scenarios.map((name) => ({ id: context.id<"scenario">(), title: name })) : [];
  const lane = (kind: NewLane["kind"], scenarioId: ScenarioId | null, name = ""): NewLane => ({
    ...{ id: context.id<"lane">(), scenarioId, kind, title: name },
  });
  const lanes =
    kind === "free"
      ? columns.map((name) => lane("free", null, name))
      : kind === "contributions"
        ? LANE_KINDS.contributions.map((own) => lane(own, null))
        : named.flatMap(({ id }) => LANE_KINDS.scenario.map((own) => lane(own, id)));
  const code = await freeCode(context.tx);
  const room = { id: roomId, title, question, kind, guests, subject, code };
  await insertRoom(context, context.actor.personId, room, named, lanes);
  context.audit({ subjectKind: "room.room", subjectId: roomId });
  return { roomId, code };
}

/** Opens a room: from now on its code lets people in. */
export const openRoom = defineCommand({
  name: "room.room.open",
  input: z.object({
    title: requiredText(160),
    question: optionalText(500),
    kind: oneOf(ROOM_KINDS),
    guests: ticked(),
    scenarios: optionalText(2000).transform(linesOf),
    columns: optionalText(2000).transform(linesOf),
    subject: z
      .object({ kind: z.string().min(1).max(60), id: z.uuid() })
      .nullable()
      .default(null),
  }),
  run: (context, input): Promise<{ roomId: RoomId; code: string } | Refusal> => open(context, input),
});
