import { type Day, dayIn } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { type ClockTime, timeIn } from "#kernel/zoned.ts";
import { personNames } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { listWorkshops } from "./workshop.store.ts";
import { freeSeats, isOver, type SessionId, seated, type Workshop, type WorkshopId, waiting } from "./workshop.ts";

const MOST_COMING = 200;

/** A workshop in a list: its dates there, its seats, where its reader stands. */
export type WorkshopRow = {
  readonly id: WorkshopId;
  readonly title: string;
  readonly description: string;
  readonly themes: string;
  readonly place: string;
  readonly trainers: string;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  readonly open: boolean;
  readonly over: boolean;
  readonly cancelled: boolean;
  readonly mine: "seated" | "waiting" | "trainer" | null;
  readonly free: boolean;
  readonly dates: readonly {
    readonly id: SessionId;
    readonly day: Day;
    readonly time: ClockTime;
    readonly minutes: number;
    readonly begun: boolean;
  }[];
};

function standing(workshop: Workshop, personId: PersonId): WorkshopRow["mine"] {
  if (workshop.trainers.includes(personId)) return "trainer";
  const mine = workshop.registrations.find((one) => one.personId === personId);
  return mine === undefined ? null : mine.seatedAt === null ? "waiting" : "seated";
}

export async function workshopRows(
  { tx, actor, organizationId, timeZone, now }: Reader,
  workshops: readonly Workshop[],
): Promise<WorkshopRow[]> {
  const names = await personNames(tx, organizationId, [...new Set(workshops.flatMap(({ trainers }) => trainers))]);
  return workshops.map((workshop) => {
    const { id, title, description, themes, place, capacity, trainers, outsideTrainer } = workshop;
    return {
      ...{ id, title, description, themes, place, capacity },
      trainers: [...trainers.map((personId) => names.get(personId) ?? ""), outsideTrainer].filter(Boolean).join(", "),
      taken: seated(workshop).length,
      waiting: waiting(workshop).length,
      open: workshop.signup === "open",
      over: isOver(workshop, now),
      cancelled: workshop.cancelledAt !== null,
      mine: standing(workshop, actor.personId),
      free: freeSeats(workshop) > 0 && waiting(workshop).length === 0,
      dates: workshop.sessions.map((session) => ({
        id: session.id,
        day: dayIn(session.startsAt, timeZone),
        time: timeIn(session.startsAt, timeZone),
        minutes: session.minutes,
        begun: session.startsAt <= now,
      })),
    };
  });
}

/** The workshops that somebody may still join, the soonest first. */
export async function comingWorkshops(reader: Reader): Promise<WorkshopRow[]> {
  return workshopRows(reader, await listWorkshops(reader.tx, reader.organizationId, reader.now, "coming", MOST_COMING));
}
