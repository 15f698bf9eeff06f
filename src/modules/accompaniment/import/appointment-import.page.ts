import { refuse } from "#kernel/refusal.ts";
import type { SheetImport } from "#modules/parcours/index.server.ts";
import { accompanies } from "../appointment/appointment.policy.ts";
import { NATURES, type Nature } from "../appointment/appointment.ts";
import {
  APPOINTMENT_KEYS,
  type AppointmentColumn,
  guessAppointmentColumns,
  isAppointmentColumn,
  readAppointmentLines,
} from "./appointment-sheet.ts";
import { importAppointments } from "./import-appointments.command.ts";
import { undoAppointments } from "./undo-appointments.command.ts";

export const appointmentImport: SheetImport<AppointmentColumn, { readonly nature: Nature; readonly tell: boolean }> = {
  kind: "appointments",
  place: "rendez-vous",
  may: (actor) => (accompanies(actor) ? null : refuse("forbidden", "appointmentImport.notAllowed")),
  command: importAppointments,
  undo: undoAppointments,
  guess: guessAppointmentColumns,
  isColumn: isAppointmentColumn,
  read: readAppointmentLines,
  keys: APPOINTMENT_KEYS,
  asked: (text) => ({
    nature: NATURES.find((one) => one === text("nature")) ?? "other",
    tell: text("tell") === "oui",
  }),
};
