import type { Topic } from "#kernel/topic.ts";
import { seatsOn } from "#modules/network/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import { day } from "#ui/format.ts";
import type { Course } from "../course/course.ts";
import type { Booking, Run } from "./run.ts";

/** Those who speak for the structures that booked, or (null) for any, learn what happens to a run. */
export async function tellRun(
  context: CommandContext,
  topic: Topic,
  run: Pick<Run, "id" | "startsOn">,
  course: Pick<Course, "id" | "title">,
  bookings: readonly Booking[] | null,
): Promise<void> {
  const { tx, organizationId, today } = context;
  const booked = new Set(bookings?.map(({ structureId }) => structureId));
  const seats = (await seatsOn(tx, organizationId, today)).filter(
    ({ structureId }) => bookings === null || booked.has(structureId),
  );
  await notify(context, {
    ...{ to: seats.map(({ personId }) => personId), topic, subject: { kind: "training.run", id: run.id } },
    ...{ path: `formations/${course.id}/sessions/${run.id}`, facts: { title: course.title, day: day(run.startsOn) } },
  });
}
