import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import { RadioGroup } from "#ui/checkbox.tsx";
import { duration, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { timeText } from "#ui/time-input.ts";
import { en } from "./application.en.ts";
import { fr } from "./application.fr.ts";

/** What anybody may know of a meeting: never who comes. The link of a call is sent to those who registered. */
export type PublicMeeting = {
  readonly meetingId: string;
  readonly heldOn: Day;
  readonly startsAt: ClockTime;
  readonly minutes: number;
  readonly place: string;
  readonly notes: string;
  readonly left: number;
};

/** The meetings that are left to choose from; a full one is told and cannot be chosen. */
export function MeetingChoice({
  meetings,
  label,
  none,
  chosen,
}: {
  readonly meetings: readonly PublicMeeting[];
  readonly label: string;
  readonly none: string;
  readonly chosen?: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const seats = (left: number) =>
    left === 0 ? words.full : left === 1 ? words.seatOne : fill(words.seats, { count: String(left) });
  const free = meetings.filter(({ left, meetingId }) => left > 0 || meetingId === chosen);
  const full = meetings.filter((meeting) => !free.includes(meeting));
  const when = ({ heldOn, startsAt }: PublicMeeting) =>
    fill(words.meetingWhen, { day: longDay(heldOn, language), time: timeText(startsAt, language) });
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        name="meetingId"
        label={label}
        defaultValue={chosen ?? ""}
        options={[
          ...free.map((meeting) => ({
            value: meeting.meetingId,
            label: (
              <span className="block">
                <span className="block font-semibold first-letter:uppercase">{when(meeting)}</span>
                <span className="block text-aide text-texte2">
                  {[meeting.place, fill(words.duration, { duration: duration(meeting.minutes) })]
                    .filter((text) => text !== "")
                    .join(" · ")}
                </span>
                {meeting.notes === "" ? null : (
                  <span className="block text-aide whitespace-pre-line text-texte2">{meeting.notes}</span>
                )}
                <span className="block text-aide font-medium text-marque">{seats(meeting.left)}</span>
              </span>
            ),
          })),
          { value: "", label: none },
        ]}
      />
      {full.map((meeting) => (
        <p key={meeting.meetingId} className="text-aide text-texte2 first-letter:uppercase">
          {when(meeting)} · {words.full}
        </p>
      ))}
    </div>
  );
}
