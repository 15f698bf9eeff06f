/** Reading a sheet of appointments: which column is what, and what each cell says. Nothing is written here. */
import type { Day } from "#kernel/day.ts";
import { bareWord, type Choice, guessBy, readBy, type SheetLine } from "#modules/parcours/index.ts";
import { parseDayInput } from "#ui/parse.ts";
import { en } from "../appointment/appointment.en.ts";
import { fr } from "../appointment/appointment.fr.ts";
import { MODES, NATURES } from "../appointment/appointment.ts";

export const APPOINTMENT_COLUMNS = [
  ...["email", "firstName", "lastName", "adviser", "day", "time", "minutes", "mode", "nature"],
  ...["subject", "place", "status", "attendance", "fundedAction", "shared", "team"],
] as const satisfies readonly string[];
export type AppointmentColumn =
  | ("email" | "firstName" | "lastName" | "adviser" | "day" | "time" | "minutes" | "mode" | "nature")
  | ("subject" | "place" | "status" | "attendance" | "fundedAction" | "shared" | "team");

export const isAppointmentColumn = (text: string): text is AppointmentColumn =>
  APPOINTMENT_COLUMNS.some((column) => column === text);

/** By what a line is known as an appointment already there, of the same person. */
export const APPOINTMENT_KEYS = ["moment", "day"] as const;
export type AppointmentKey = (typeof APPOINTMENT_KEYS)[number];

/** Words that headings use, the most telling first. */
const HEADINGS: readonly (readonly [AppointmentColumn, RegExp])[] = [
  ["adviser", /accompagnat|conseill|referent|animat|adviser|advisor/],
  ["fundedAction", /action|financ|dispositif|funded/],
  ["attendance", /presen|venu|absen|attend/],
  ["team", /note.*(equipe|interne|team)|(equipe|interne|team).*note/],
  ["shared", /note|compterendu|bilan|remarque|shared/],
  ["minutes", /duree|minute|duration/],
  ["time", /heure|horaire|time|hour/],
  ["day", /^date|jour|^day/],
  ["mode", /mode|comment|canal|modalite/],
  ["nature", /nature|type/],
  ["subject", /sujet|objet|theme|subject/],
  ["place", /lieu|place|adresse$|salle|lien/],
  ["status", /statut|etat|status/],
  ["email", /mail|courriel/],
  ["firstName", /prenom|firstname/],
  ["lastName", /^nom|lastname|surname|personne|entrepreneur|beneficiaire|person/],
];

export const guessAppointmentColumns = (headings: readonly string[]): Choice<AppointmentColumn> =>
  guessBy(headings, HEADINGS);

const STATUSES: Readonly<Record<string, string>> = {
  ...{ tenu: "held", fait: "held", realise: "held", held: "held", effectue: "held", honore: "held" },
  ...{ prevu: "planned", avenir: "planned", planifie: "planned", planned: "planned" },
  ...{ annule: "cancelled", cancelled: "cancelled", reporte: "cancelled" },
};
const ATTENDED: Readonly<Record<string, string>> = {
  ...{ oui: "present", present: "present", presente: "present", presence: "present", yes: "present", x: "present" },
  ...{ non: "absent", absent: "absent", absente: "absent", absence: "absent", no: "absent" },
  ...{ excuse: "excused", excusee: "excused", absenceexcusee: "excused", excused: "excused" },
};

/** "14h30", "14 h", "9:05", "0905" as "14:30"; as typed when it is no hour. */
export function readTime(typed: string): string {
  const [, hour = "", minute = ""] = /^(\d{1,2})\s*(?:[h:.]\s*)?(\d{2})?\s*(?:min)?$/i.exec(typed) ?? [];
  if (hour === "") return typed;
  return `${hour.padStart(2, "0")}:${minute || "00"}`;
}

/** "1h30", "90 min", "1,5 h" as minutes; as typed when it is no length. */
export function readMinutes(typed: string): string {
  const text = typed.replace(",", ".").toLowerCase().replace(/\s+/g, "");
  const hours = /^(\d+(?:\.\d+)?)h(\d{1,2})?(?:min)?$/.exec(text);
  if (hours) return String(Math.round(Number(hours[1]) * 60) + Number(hours[2] ?? 0));
  const clock = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (clock) return String(Number(clock[1]) * 60 + Number(clock[2]));
  return text.replace(/(min|mn|minutes?)$/, "");
}

/** The value that words name whole, else the only one that they begin like: « Entretien », « Tél. », « Visioconférence ». */
function choiceOf(typed: string, values: readonly string[], ...words: readonly Readonly<Record<string, string>>[]) {
  const word = bareWord(typed);
  const named = (fits: (label: string) => boolean) =>
    values.filter((value) => value === typed || words.some((of) => fits(bareWord(of[value] ?? value))));
  const [whole] = named((label) => label === word);
  if (whole !== undefined || word.length < 3) return whole ?? typed;
  const [near, another] = named((label) => label.startsWith(word) || word.startsWith(label));
  return near !== undefined && another === undefined ? near : typed;
}

/** What a cell says of its column, as the acts read it; as typed when it says nothing they know, so that they refuse it. */
export function readAppointmentCell(column: AppointmentColumn, typed: string, today: Day): string {
  const text = typed.trim();
  if (text === "") return "";
  if (column === "day") return parseDayInput(text.replace(/[ T]\d{2}:\d{2}$/, ""), today) ?? text;
  if (column === "time") return readTime(text);
  if (column === "minutes") return readMinutes(text);
  if (column === "mode") return choiceOf(text, MODES, fr.modes, en.modes);
  if (column === "nature") return choiceOf(text, NATURES, fr.natures, en.natures);
  if (column === "status") return STATUSES[bareWord(text)] ?? text;
  if (column === "attendance") return ATTENDED[bareWord(text)] ?? text;
  return column === "email" ? text.toLowerCase() : text;
}

export type AppointmentLine = SheetLine<AppointmentColumn>;

export const readAppointmentLines = (
  rows: readonly (readonly string[])[],
  choice: Choice<AppointmentColumn>,
  today: Day,
): AppointmentLine[] => readBy(rows, choice, (column, typed) => readAppointmentCell(column, typed, today));

/** A name whatever the order of its words: « ROUX Samira » is « Samira Roux ». */
export const sameName = (one: string, other: string): boolean => {
  const wordsOf = (name: string) =>
    name
      .split(/[\s-]+/)
      .map(bareWord)
      .filter(Boolean)
      .sort()
      .join(" ");
  return wordsOf(one) !== "" && wordsOf(one) === wordsOf(other);
};
