/** Who may do each act of accompaniment, with an example: a growing list. */
import { addDays, toDay } from "#kernel/day.ts";
import { type ActLine, CHIEFS, of, PAY, SUPPORT } from "./act-line.ts";

const chiefly = of(CHIEFS, "none");
const EVERYBODY = ["entrepreneur", "scoped", "accountant", ...PAY] as const;
const WORDS = { title: "Fixer ses prix", capacity: "8", signup: "open" };
const organized = of(SUPPORT, "none");
const organizedLater = of(SUPPORT, "none", "refused");
const open = of(EVERYBODY, "none");
const openLater = of(EVERYBODY, "none", "refused");
/** Nobody of these has a seat: its own tests give them one. */
const keptLater = of(CHIEFS, "none", "refused");
const supported = of(SUPPORT, "activity");
/** Both sides of an appointment: the one whom it is for, and those who accompany them. */
const accompanied = (example: ActLine["example"]): ActLine => ({
  ...of(["entrepreneur", ...SUPPORT], "activity")(example),
  ownOnly: true,
});

export const ACCOMPANIMENT_ACTS: Readonly<Record<string, ActLine>> = {
  "accompaniment.appointment.plan": supported(({ accompaniedId }, today) => ({
    ...{ personIds: [accompaniedId], day: today, time: "23:59", minutes: "60", mode: "phone", nature: "interview" },
  })),
  "accompaniment.appointment.update": supported(({ appointmentId }, today) => ({
    ...{ appointmentId, version: 1, day: today, time: "23:59", minutes: "60", mode: "phone", nature: "other" },
  })),
  // Still to come: its own tests wait for its hour.
  "accompaniment.appointment.hold": of(
    SUPPORT,
    "activity",
    "refused",
  )(({ appointmentId }) => ({ appointmentId, minutes: "60", notes: {} })),
  "accompaniment.appointment.cancel": accompanied(({ appointmentId }) => ({ appointmentId, reason: "Malade" })),
  "accompaniment.appointment.askToMove": accompanied(({ appointmentId }) => ({ appointmentId, reason: "Jeudi ?" })),
  "accompaniment.appointment.import": supported((_, day) => ({
    ...{ rows: [["Personne", day, "10:00"]], columns: ["lastName", "day", "time"], key: "moment", nature: "other" },
    allOrNothing: false,
  })),
  "accompaniment.appointment.undoImport": of(
    SUPPORT,
    "none",
    "refused",
  )(({ appointmentId: importId }) => ({ importId })),
  "accompaniment.task.add": supported(({ accompaniedId }) => ({
    personId: accompaniedId,
    assigneeId: accompaniedId,
    title: "Un devis",
  })),
  "accompaniment.task.finish": of(SUPPORT, "none", "refused")(({ appointmentId }) => ({ taskId: appointmentId })),
  "accompaniment.settings.save": chiefly(() => ({
    version: 0,
    monthsWithoutAppointment: "3",
    weeksWithoutInvoice: "8",
  })),
  "accompaniment.fundedAction.add": chiefly(() => ({ name: "FSE" })),
  "accompaniment.fundedAction.archive": of(
    CHIEFS,
    "none",
    "refused",
  )(({ appointmentId }) => ({ fundedActionId: appointmentId })),
  "accompaniment.workshop.create": organized((_, day) => ({
    ...{ ...WORDS, outsideTrainer: "Dominique", dates: [{ day, time: "23:30", minutes: "60" }] },
  })),
  "accompaniment.workshop.update": organized(({ workshopId }) => ({ workshopId, version: 1, ...WORDS })),
  "accompaniment.workshop.cancel": organized(({ workshopId }) => ({ workshopId, reason: "Salle fermée" })),
  "accompaniment.workshop.join": open(({ workshopId }) => ({ workshopId })),
  "accompaniment.workshop.leave": openLater(({ workshopId }) => ({ workshopId })),
  "accompaniment.demand.ask": open(() => ({ title: "Vendre en ligne" })),
  "accompaniment.demand.vote": openLater(({ appointmentId }) => ({ demandId: appointmentId })),
  "accompaniment.attendance.sign": keptLater(({ sessionId, accompaniedId: personId }) => ({ sessionId, personId })),
  "accompaniment.attendance.keep": keptLater(({ sessionId, accompaniedId: personId }) => ({
    ...{ sessionId, personId, seen: "absent" },
  })),
  "accompaniment.calendar.open": open(() => ({ tokenHash: "0".repeat(64) })),
  "accompaniment.calendar.close": openLater(() => ({})),
  "accompaniment.externalCalendar.add": organized(() => ({ address: "https://agenda.example/prive.ics" })),
  "accompaniment.externalCalendar.refresh": organizedLater(() => ({})),
  "accompaniment.externalCalendar.remove": organizedLater(() => ({})),
  "accompaniment.permanence.open": organized((_, today) => {
    const day = addDays(toDay(today), 1);
    return { town: "Quimper", day, weekly: "", untilDay: day, starts: "10:00", ends: "11:00", slotMinutes: "30" };
  }),
  "accompaniment.permanence.close": organizedLater(({ appointmentId }) => ({ permanenceId: appointmentId })),
  "accompaniment.permanence.book": openLater(({ appointmentId }, day) => ({
    ...{ permanenceId: appointmentId, day, time: "09:00" },
  })),
};
