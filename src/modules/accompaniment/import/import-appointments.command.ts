import { z } from "zod";
import { addDays, dayIn, parseDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type ClockTime, dayStart, timeIn } from "#kernel/zoned.ts";
import { listFollowers, organizationProfile, resemblingPersons } from "#modules/membership/index.server.ts";
import { type Kept, keepImport, LineRefused, type Made, play, playLines } from "#modules/parcours/index.server.ts";
import { type ImportRefusalCode, MAX_IMPORT_LINES, type Outcome } from "#modules/parcours/index.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { oneOf, optionalText, ticked } from "#platform/field.ts";
import { accompanies } from "../appointment/appointment.policy.ts";
import { findAppointment, listAppointments } from "../appointment/appointment.store.ts";
import { type Appointment, type AppointmentId, MODES, NATURES, USUAL_MINUTES } from "../appointment/appointment.ts";
import { holdAppointment } from "../appointment/hold-appointment.command.ts";
import { lastNotes } from "../appointment/note.store.ts";
import { planAppointment, updateAppointment } from "../appointment/plan-appointment.command.ts";
import { fundedActions } from "../setup/funded-action.store.ts";
import {
  APPOINTMENT_KEYS,
  type AppointmentLine,
  isAppointmentColumn,
  readAppointmentLines,
  sameName,
} from "./appointment-sheet.ts";
import type { AppointmentImportRefusalCode } from "./import.fr.ts";

const columnText = z
  .string()
  .nullable()
  .transform((text) => (text !== null && isAppointmentColumn(text) ? text : null));

const input = z.object({
  rows: z.array(z.array(z.string()).max(200)).max(MAX_IMPORT_LINES),
  columns: z.array(columnText).max(200),
  key: oneOf(APPOINTMENT_KEYS),
  /** What a line is when it does not say: the law counts interviews, so nothing is one by itself. */
  nature: oneOf(NATURES),
  tell: ticked(),
  allOrNothing: z.boolean(),
  fileName: optionalText(200),
});
type Input = z.output<typeof input>;
type Cells = AppointmentLine["cells"];
/** What the whole sheet is read with, asked for once. */
type Sheet = Pick<Input, "key" | "nature"> & {
  readonly timeZone: string;
  readonly team: Awaited<ReturnType<typeof listFollowers>>;
  readonly actions: Awaited<ReturnType<typeof fundedActions>>;
  /** Appointments that a line spoke of already. */
  readonly touched: Set<AppointmentId>;
};

const wrong = (code: AppointmentImportRefusalCode, field: string): never => {
  throw new LineRefused(refuse("invalid", code, {}, field));
};

/**
 * Plans, keeps and corrects appointments from the lines of a sheet, each by the acts that a form would play: what is over is
 * held. Nobody is written to unless it is asked.
 */
export const importAppointments = defineCommand({
  name: "accompaniment.appointment.import",
  input,
  async run(context, asked): Promise<Kept | Refusal<ImportRefusalCode | AppointmentImportRefusalCode>> {
    if (!accompanies(context.actor)) return refuse("forbidden", "appointmentImport.notAllowed");
    const { tx, organizationId } = context;
    const { timeZone } = await organizationProfile(tx, organizationId);
    const sheet: Sheet = {
      ...{ key: asked.key, nature: asked.nature, timeZone, touched: new Set() },
      ...{ team: await listFollowers(tx, organizationId), actions: await fundedActions(tx, organizationId) },
    };
    const lines = readAppointmentLines(asked.rows, asked.columns, context.today);
    const played = await playLines(context, lines, async (own, cells, made) => {
      const quiet: CommandContext = asked.tell ? own : { ...own, emit: () => {} };
      return playLine(quiet, cells, sheet, made);
    });
    const { fileName, allOrNothing, tell } = asked;
    return keepImport(context, played, { kind: "appointments", fileName, allOrNothing, told: tell });
  },
});

async function playLine(
  context: CommandContext,
  cells: Cells,
  sheet: Sheet,
  made: (one: Made) => void,
): Promise<Exclude<Outcome, "refused">> {
  const { tx, organizationId } = context;
  const { timeZone, touched } = sheet;
  const personId = await knownPerson(context, cells);
  if (cells.day === undefined) wrong("appointmentImport.noDay", "day");
  if (cells.status === "cancelled") wrong("appointmentImport.cancelled", "status");
  if (cells.status !== undefined && !["held", "planned"].includes(cells.status))
    wrong("appointmentImport.status", "status");
  if (cells.mode !== undefined && !MODES.some((mode) => mode === cells.mode)) wrong("appointmentImport.mode", "mode");
  if (cells.nature !== undefined && !NATURES.some((nature) => nature === cells.nature))
    wrong("appointmentImport.nature", "nature");
  const there = await alreadyThere(context, personId, cells, sheet);
  if (there !== null && touched.has(there.id)) wrong("appointmentImport.twice", "");
  const fields = fieldsOf(cells, there, sheet);
  const before = there === null ? null : await stateBefore(context, there, timeZone);
  // What a sheet says was agreed: a diary elsewhere does not answer it.
  const agreed = { ...fields, evenBusy: true };
  let id = there?.id;
  let changed = there === null;
  if (id === undefined) {
    const adviserIds = advisersNamed(context, cells.adviser ?? "", sheet);
    id = (await play(context, planAppointment, { personIds: [personId], adviserIds, ...agreed })).appointmentId;
  } else if (there !== null && there.status === "planned" && differs(there, fields, timeZone)) {
    await play(context, updateAppointment, { appointmentId: id, version: there.version, ...agreed });
    changed = true;
  }
  const now = (await findAppointment(tx, organizationId, id)) as Appointment;
  const over =
    now.status === "held" || cells.status === "held" || (cells.status === undefined && now.startsAt <= context.now);
  if (over && (await keepReport(context, now, personId, cells))) changed = true;
  if (!changed) return "unchanged";
  const { version } = (await findAppointment(tx, organizationId, id)) as Appointment;
  const kind = there === null ? "appointment" : "appointmentChange";
  const was = before === null ? { version } : { version, before };
  made({ kind, subjectId: id, personId, was });
  touched.add(id);
  return there === null ? "added" : "updated";
}

/** Who the line speaks of, within reach: by their address, else by their whole name. */
async function knownPerson(context: CommandContext, cells: Cells): Promise<PersonId> {
  const { firstName = "", lastName = "", email = "" } = cells;
  if (email === "" && `${firstName}${lastName}` === "") wrong("appointmentImport.noPerson", "lastName");
  const alike = await resemblingPersons(context.tx, context.actor, { firstName, lastName, email, phone: "" });
  const found = alike.filter((one) =>
    one.archived
      ? false
      : email !== ""
        ? one.email.toLowerCase() === email
        : sameName(`${one.firstName} ${one.lastName}`, `${firstName} ${lastName}`),
  );
  if (found.length > 1) wrong("appointmentImport.severalPersons", "lastName");
  return found[0]?.personId ?? wrong("appointmentImport.unknownPerson", email === "" ? "lastName" : "email");
}

async function alreadyThere(
  { tx, organizationId }: CommandContext,
  personId: PersonId,
  cells: Cells,
  { key, timeZone }: Sheet,
): Promise<Appointment | null> {
  const day = parseDay(cells.day ?? "");
  if (day === null) return null;
  const all = await listAppointments(tx, {
    ...{ organizationId, personId, part: "person", limit: 100 },
    ...{ from: dayStart(day, timeZone), until: dayStart(addDays(day, 1), timeZone) },
  });
  const same = all.filter(
    ({ status, startsAt }) =>
      status !== "cancelled" && (key === "day" || timeIn(startsAt, timeZone) === (cells.time as ClockTime | undefined)),
  );
  if (same.length > 1) wrong("appointmentImport.severalThere", "day");
  return same[0] ?? null;
}

/** What the acts are given: the cells of the line, else what was there, else what is usual. */
function fieldsOf(cells: Cells, there: Appointment | null, { nature, actions, timeZone }: Sheet) {
  let fundedActionId: string | null = there?.fundedActionId ?? null;
  if (cells.fundedAction !== undefined) {
    const named = actions.find(
      ({ name, archivedAt }) => archivedAt === null && sameName(name, cells.fundedAction ?? ""),
    );
    fundedActionId = named?.id ?? wrong("appointmentImport.unknownAction", "fundedAction");
  }
  return {
    day: cells.day ?? "",
    time: cells.time ?? (there === null ? "" : timeIn(there.startsAt, timeZone)),
    minutes: cells.minutes ?? String(there?.minutes ?? USUAL_MINUTES),
    mode: cells.mode ?? there?.mode ?? "onSite",
    nature: cells.nature ?? there?.nature ?? nature,
    subject: cells.subject ?? there?.subject ?? "",
    place: cells.place ?? there?.place ?? "",
    activityId: there?.activityId ?? null,
    fundedActionId,
  };
}
type Fields = ReturnType<typeof fieldsOf>;

function differs(there: Appointment, fields: Fields, timeZone: string): boolean {
  const same = { time: timeIn(there.startsAt, timeZone), minutes: String(there.minutes) };
  return (["time", "minutes", "mode", "nature", "subject", "place", "fundedActionId"] as const).some(
    (name) => fields[name] !== ({ ...there, ...same } as Record<string, unknown>)[name],
  );
}

function advisersNamed({ actor }: CommandContext, name: string, { team }: Sheet): PersonId[] {
  if (name === "") return [actor.personId];
  const found = team.filter((one) => sameName(one.name, name));
  return found.length === 1 && found[0] ? [found[0].personId] : wrong("appointmentImport.unknownAdviser", "adviser");
}

/** Keeps what took place, where the line says something else than what is kept. */
async function keepReport(
  context: CommandContext,
  now: Appointment,
  personId: PersonId,
  cells: Cells,
): Promise<boolean> {
  const before = await lastNotes(context.tx, context.organizationId, now.id, context.actor.personId);
  const note = (privacy: "shared" | "team" | "mine") => before.get(privacy)?.body ?? "";
  const attended = Object.fromEntries(now.parties.map((party) => [party.personId, party.attendance] as const));
  const notes = { shared: cells.shared ?? note("shared"), team: cells.team ?? note("team"), mine: note("mine") };
  const minutes = cells.minutes ?? String(now.minutes);
  const held = now.status === "held";
  const attendance = held ? { ...attended } : ({} as Record<string, string>);
  if (cells.attendance !== undefined) attendance[personId] = cells.attendance;
  const same =
    held &&
    minutes === String(now.minutes) &&
    attendance[personId] === attended[personId] &&
    notes.shared === note("shared") &&
    notes.team === note("team");
  if (same) return false;
  const seen = { shared: before.get("shared")?.version ?? 0, team: before.get("team")?.version ?? 0 };
  await play(context, holdAppointment, { appointmentId: now.id, minutes, attendance, notes, seen });
  return true;
}

/** What is needed to put an appointment back as it was; its notes by their versions. */
async function stateBefore({ tx, organizationId, actor }: CommandContext, there: Appointment, timeZone: string) {
  const { status, minutes, mode, nature, subject, place, activityId, fundedActionId, parties, startsAt } = there;
  const when = { day: dayIn(startsAt, timeZone) as string, time: timeIn(startsAt, timeZone) as string };
  const notes = await lastNotes(tx, organizationId, there.id, actor.personId);
  return {
    ...{ status, minutes, mode, nature, subject, place, activityId, fundedActionId, ...when },
    attendance: Object.fromEntries(parties.map(({ personId, attendance }) => [personId as string, attendance])),
    notes: { shared: notes.get("shared")?.version ?? 0, team: notes.get("team")?.version ?? 0 },
  };
}
export type StateBefore = Awaited<ReturnType<typeof stateBefore>>;
