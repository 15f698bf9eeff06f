import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { type Seat, seatsOf } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import type { Tx } from "#platform/database/database.ts";
import { findCourse } from "./course/course.store.ts";
import type { Course, CourseId } from "./course/course.ts";
import { bookingsOf, findRun } from "./run/run.store.ts";
import type { Booking, Run, RunId } from "./run/run.ts";
import type { TrainingRefusalCode } from "./training.fr.ts";
import { mayKeepCourse, mayReadTraining } from "./training.policy.ts";

type Reader = { readonly tx: Tx; readonly actor: Actor; readonly today: Day };
type Refused = Refusal<NetworkRefusalCode | TrainingRefusalCode>;
/** What the reader came for: reading, or keeping. */
type Allow = (actor: Actor, seats: readonly Seat[], course: Course) => Refused | null;
export type LoadedCourse = { readonly course: Course; readonly keeps: boolean };
export type LoadedRun = LoadedCourse & { readonly run: Run; readonly bookings: readonly Booking[] };

/** A course, for whoever may, and whether they keep it; held: until the transaction ends. */
export async function loadCourse(
  { tx, actor, today }: Reader,
  id: CourseId | null,
  allow: Allow,
  held = false,
): Promise<LoadedCourse | Refused> {
  const { organizationId } = actor;
  const entered = mayReadTraining(actor);
  if (entered) return entered;
  const course = await findCourse(tx, organizationId, id, held);
  if (course === null) return refuse("missing", "training.missing");
  const seats = await seatsOf(tx, organizationId, actor.personId, today);
  return allow(actor, seats, course) ?? { course, keeps: mayKeepCourse(actor, seats, course) === null };
}

/** A run with its course and its seats, for whoever may. */
export async function loadRun(
  reader: Reader,
  id: RunId | null,
  allow: Allow,
  held = false,
): Promise<LoadedRun | Refused> {
  const { tx, actor } = reader;
  const { organizationId } = actor;
  const entered = mayReadTraining(actor);
  if (entered) return entered;
  const run = await findRun(tx, organizationId, id, held);
  if (run === null) return refuse("missing", "training.runMissing");
  const loaded = await loadCourse(reader, run.courseId, allow);
  if (isRefusal(loaded)) return loaded;
  return { ...loaded, run, bookings: (await bookingsOf(tx, organizationId, [run.id])).get(run.id) ?? [] };
}
