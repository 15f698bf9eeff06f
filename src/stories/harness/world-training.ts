import { addDays } from "#kernel/day.ts";
import { bookSeats, planRun, proposeCourse } from "#modules/training/index.server.ts";
import { today } from "./days.ts";
import type { Act } from "./world-sales.ts";

/** A course that a structure proposes to the network, with a session to come where it has one seat itself. */
export async function proposeTraining(act: Act, structureId: string, name: string) {
  const course = { title: `Former avec ${name}`, programme: "Un jour.", trainer: "Une formatrice", hours: "7" };
  const { courseId } = await act(proposeCourse, { structureId, ...course });
  const day = addDays(today(), 30);
  const session = { startsOn: day, endsOn: day, seats: "8", cost: "700", split: "seats" };
  const { runId } = await act(planRun, { courseId, ...session });
  await act(bookSeats, { runId, structureId, seats: "1" });
  return { courseId, runId };
}
