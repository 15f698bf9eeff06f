/** Who may do each act of accompaniment, with an example: a growing list. */
import { type ActLine, CHIEFS, of, SUPPORT } from "./act-line.ts";

const chiefly = of(CHIEFS, "none");
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
};
