import type { Topic } from "#kernel/topic.ts";
import { seatsOn } from "#modules/network/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import { day } from "#ui/format.ts";
import { attendeesOf } from "./event.store.ts";
import type { NetworkEvent } from "./event.ts";

type Told = Pick<NetworkEvent, "id" | "title" | "startsOn" | "place">;

/** Those who represent a structure, and those who are registered with an account, learn of an event. */
export async function tellEvent(context: CommandContext, event: Told, topic: Topic): Promise<void> {
  const { tx, organizationId, today } = context;
  const seats = await seatsOn(tx, organizationId, today);
  const registered = await attendeesOf(tx, organizationId, event.id);
  const to = [...seats, ...registered].flatMap(({ personId }) => personId ?? []);
  await notify(context, {
    ...{ to, topic, subject: { kind: "consultation.event", id: event.id }, path: `evenements/${event.id}` },
    facts: { title: event.title, day: day(event.startsOn), place: event.place },
  });
}
