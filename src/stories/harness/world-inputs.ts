/** What the acts that make the world are given, and what is taken for granted of their answers. */
import type { PersonId } from "#kernel/id.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { drawPng } from "#platform/files/png-writer.ts";
import { inDays, today } from "./days.ts";
import { WORDS } from "./words.ts";

export const PASSWORD = "une phrase pour les histoires";

export function accepted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result as T;
}

export const informationMeeting = () => ({
  ...{ heldOn: inDays(20), startsAt: "18h30", minutes: "90" },
  ...{ place: "Salle commune", seats: "400", published: "oui" },
});

/** The same square for every activity: its bytes tell nothing. */
export const LOGO = drawPng(160, 160, () => [11, 92, 85, 255]);

export const emailOf = (role: string) => `${role.toLowerCase()}@histoires.example`;

export const person = (role: string, lastName: string) => ({
  firstName: "Dominique",
  lastName,
  email: emailOf(role),
  invite: true,
});

export const opening = (name: string) => ({ name: `${name} et compagnie`, trade: "Métier", openedOn: "2025-01-01" });

export const appointment = (personId: PersonId, word: string) => ({
  ...{ personIds: [personId], day: inDays(1), time: "10:00", minutes: "60", mode: "onSite", nature: "interview" },
  subject: `Point ${word}`,
});

/** An expense of the shared services: nobody's activity. */
export function sharedEntry() {
  const line = (account: string, debit: string, credit: string) => ({ account, activityId: "", debit, credit });
  return {
    journalCode: "OD",
    date: today(),
    label: `Loyer ${WORDS.shared}`,
    pieceRef: `${WORDS.shared}-1`,
    lines: [line("613", "66149", "0"), line("512", "0", "66149")],
  };
}
