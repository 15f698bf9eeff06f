import { type Day, dayIn, type Instant } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { type ClockTime, timeIn } from "#kernel/zoned.ts";
import { personNames } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import type { Appointment, AppointmentId, AppointmentStatus, Attendance, Mode, Nature } from "./appointment.ts";

export type NamedParty = { readonly personId: PersonId; readonly name: string; readonly attendance: Attendance };

/** An appointment as a screen shows it: its day and hour there, its people by name. */
export type AppointmentRow = {
  readonly id: AppointmentId;
  readonly status: AppointmentStatus;
  readonly startsAt: Instant;
  readonly day: Day;
  readonly time: ClockTime;
  readonly minutes: number;
  readonly mode: Mode;
  readonly nature: Nature;
  readonly subject: string;
  readonly place: string;
  readonly version: number;
  readonly persons: readonly NamedParty[];
  readonly advisers: readonly NamedParty[];
  /** Its moment has come. */
  readonly begun: boolean;
};

export async function appointmentRows(
  { tx, organizationId, timeZone, now }: Reader,
  appointments: readonly Appointment[],
): Promise<AppointmentRow[]> {
  const ids = [...new Set(appointments.flatMap(({ parties }) => parties.map(({ personId }) => personId)))];
  const names = await personNames(tx, organizationId, ids);
  return appointments.map((appointment) => {
    const { id, status, startsAt, minutes, mode, nature, subject, place, version, parties } = appointment;
    const named = (part: "adviser" | "person") =>
      parties
        .filter((party) => party.part === part)
        .map(({ personId, attendance }) => ({ personId, attendance, name: names.get(personId) ?? "" }));
    return {
      ...{ id, status, startsAt, minutes, mode, nature, subject, place, version },
      day: dayIn(startsAt, timeZone),
      time: timeIn(startsAt, timeZone),
      persons: named("person"),
      advisers: named("adviser"),
      begun: startsAt <= now,
    };
  });
}
