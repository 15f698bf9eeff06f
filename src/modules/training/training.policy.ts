import type { Actor } from "#kernel/actor.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { mayEnter, maySpeakFor, type Seat } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import type { Course } from "./course/course.ts";

type Refused = Refusal<NetworkRefusalCode> | null;
type Seats = readonly Pick<Seat, "structureId">[];

/** The catalogue, its runs and who booked how many seats are read by the whole network. */
export const mayReadTraining = (actor: Actor): Refused => mayEnter(actor);

/** A course is kept, and its runs planned, cancelled and settled, by whoever speaks for the structure that proposes it. */
export const mayKeepCourse = (actor: Actor, seats: Seats, course: Pick<Course, "structureId">): Refused =>
  maySpeakFor(actor, seats, course.structureId);
