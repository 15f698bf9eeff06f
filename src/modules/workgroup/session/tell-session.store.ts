import type { Day } from "#kernel/day.ts";
import { notify } from "#modules/notification/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import { day } from "#ui/format.ts";
import type { LoadedGroup } from "../group/load-group.store.ts";
import { SESSION_CALLED } from "../topics.ts";
import type { SessionId } from "./session.store.ts";

/** The members learn of a session to come, and nobody of one that is past: whether they did. */
export async function tellSession(
  context: CommandContext,
  { group, members }: LoadedGroup,
  { sessionId, heldOn }: { readonly sessionId: SessionId; readonly heldOn: Day },
): Promise<boolean> {
  if (heldOn < context.today) return false;
  await notify(context, {
    ...{ to: members.map(({ personId }) => personId), topic: SESSION_CALLED },
    ...{ subject: { kind: "workgroup.session", id: sessionId }, facts: { group: group.title, day: day(heldOn) } },
    path: `groupes-de-travail/${group.id}/seances/${sessionId}`,
  });
  return true;
}
