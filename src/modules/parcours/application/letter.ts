import { addDays, type Day, type Instant } from "#kernel/day.ts";
import { writeCalendar } from "#kernel/ical.ts";
import { fill, type Language } from "#kernel/language.ts";
import { type ClockTime, instantAt } from "#kernel/zoned.ts";
import { longDay } from "#ui/format.ts";
import { timeText } from "#ui/time-input.ts";
import { en } from "./letter.en.ts";
import { fr } from "./letter.fr.ts";
import { LINK_DAYS } from "./link.ts";

/** A meeting as a message tells it. */
export type ToldMeeting = {
  readonly meetingId: string;
  readonly heldOn: Day;
  readonly startsAt: ClockTime;
  readonly minutes: number;
  readonly place: string;
  readonly link: string;
  readonly version: number;
};

export type LetterFacts = {
  readonly language: Language;
  readonly name: string;
  readonly cooperative: string;
  readonly meeting: ToldMeeting | null;
  /** The candidate's own page. */
  readonly link: string;
  readonly today: Day;
};

export type LetterKind = "applied" | "changed" | "meetingCancelled";

const wordsOf = (language: Language) => (language === "fr" ? fr : en);

/** The subject and the text of a message to a candidate. */
export function letterOf(kind: LetterKind, facts: LetterFacts): { readonly subject: string; readonly body: string } {
  const words = wordsOf(facts.language);
  const { meeting, language } = facts;
  const when: Record<string, string> =
    meeting === null ? {} : { day: longDay(meeting.heldOn, language), time: timeText(meeting.startsAt, language) };
  const where = meeting === null ? "" : [meeting.place, meeting.link].filter((text) => text !== "").join("\n");
  const told = meeting === null ? (kind === "changed" ? words.noMeeting : "") : fill(words.meeting, { ...when, where });
  const until = longDay(addDays(facts.today, LINK_DAYS), language);
  const { name, cooperative, link } = facts;
  const all = { name, cooperative, link, meeting: told, until, ...when };
  return { subject: fill(words[kind].subject, all), body: fill(words[kind].body, all) };
}

/** What is proposed to be written to somebody who is refused: whoever decides changes it as they like. */
export function refusalLetter(language: Language, facts: { name: string; cooperative: string; author: string }) {
  const words = wordsOf(language).refused;
  return { subject: fill(words.subject, facts), body: fill(words.body, facts) };
}

/** The meeting for a calendar. */
export function meetingFile(
  meeting: ToldMeeting,
  { language, cooperative, timeZone, now }: { language: Language; cooperative: string; timeZone: string; now: Instant },
): { readonly name: string; readonly text: string; readonly mediaType: string } {
  const words = wordsOf(language);
  const event = {
    uid: `${meeting.meetingId}@essaim`,
    sequence: meeting.version,
    when: { startsAt: instantAt(meeting.heldOn, meeting.startsAt, timeZone), minutes: meeting.minutes },
    summary: fill(words.event, { cooperative }),
    location: meeting.place === "" ? meeting.link : meeting.place,
    description: meeting.link,
  };
  const text = writeCalendar([event], { now });
  return { name: `${words.file}.ics`, text, mediaType: "text/calendar; charset=utf-8" };
}
