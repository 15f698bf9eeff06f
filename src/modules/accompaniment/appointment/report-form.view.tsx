import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day as dayText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "./appointment.en.ts";
import { fr } from "./appointment.fr.ts";
import { ATTENDANCES, PRIVACIES, type Privacy } from "./appointment.ts";
import type { AppointmentRow } from "./appointment-rows.store.ts";

export type ShownNote = {
  readonly privacy: Privacy;
  readonly version: number;
  readonly body: string;
  readonly by: string;
  readonly on: Day;
};

/** How many next steps a form offers at once; more come with the next saving. */
const STEPS = 3;
const lastOf = (notes: readonly ShownNote[], privacy: Privacy) =>
  notes.filter((note) => note.privacy === privacy).at(-1);

/** Who came, what was said by degrees of privacy, what comes next: one page, one button. */
export function ReportForm({
  row,
  today,
  notes,
  idempotencyKey,
  answer,
}: {
  readonly row: AppointmentRow;
  readonly today: Day;
  readonly notes: readonly ShownNote[];
  readonly idempotencyKey: string;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr, en });
  const helps: Readonly<Record<Privacy, [string, string]>> = {
    shared: [words.notesShared, words.notesSharedHelp],
    team: [words.notesTeam, words.notesTeamHelp],
    mine: [words.notesMine, words.notesMineHelp],
  };
  const everybody = [...row.persons, ...row.advisers];
  const seen = (privacy: Privacy) => String(lastOf(notes, privacy)?.version ?? 0);
  return (
    <Card title={words.hold} description={words.holdHelp}>
      <SubmitForm
        key={row.version}
        intent="hold"
        idempotencyKey={idempotencyKey}
        answer={answer ?? null}
        hidden={{ "seen.shared": seen("shared"), "seen.team": seen("team") }}
        className="flex flex-col gap-5"
      >
        {PRIVACIES.map((privacy) => (
          <Textarea
            key={privacy}
            name={`notes.${privacy}`}
            label={helps[privacy][0]}
            help={helps[privacy][1]}
            rows={privacy === "shared" ? 6 : 3}
            defaultValue={lastOf(notes, privacy)?.body ?? ""}
            maxLength={20_000}
          />
        ))}
        <fieldset className="flex flex-col gap-3">
          <legend className="font-semibold">{words.who}</legend>
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            {everybody.map(({ personId, name, attendance }) => (
              <Select
                key={personId}
                name={`attendance.${personId}`}
                label={name}
                defaultValue={row.status === "held" ? attendance : "present"}
                options={ATTENDANCES.filter((value) => value !== "registered").map((value) => ({
                  value,
                  label: words.attendances[value],
                }))}
              />
            ))}
          </div>
          <TextInput
            name="minutes"
            label={words.minutesHeld}
            inputMode="numeric"
            defaultValue={String(row.minutes)}
            fieldClassName="max-w-56"
          />
        </fieldset>
        <fieldset className="flex flex-col gap-3">
          <legend className="font-semibold">{words.steps}</legend>
          {Array.from({ length: STEPS }, (_, index) => `steps.${index}`).map((name) => (
            <div key={name} className="grid grid-cols-1 gap-3 border-t border-bordure pt-3 sm:grid-cols-[2fr_1fr_1fr]">
              <TextInput name={`${name}.title`} label={words.step} maxLength={200} />
              <Select
                name={`${name}.assigneeId`}
                label={words.stepWho}
                defaultValue={row.persons[0]?.personId ?? ""}
                options={everybody.map(({ personId, name: label }) => ({ value: personId, label }))}
              />
              <DayInput name={`${name}.dueOn`} label={words.stepDue} today={today} optional />
            </div>
          ))}
        </fieldset>
        <SubmitButton className="self-start">{words.holdSave}</SubmitButton>
      </SubmitForm>
      <Versions notes={notes} />
    </Card>
  );
}

function Versions({ notes }: { readonly notes: readonly ShownNote[] }) {
  const words = useLanguage().choose({ fr, en });
  const older = notes.filter((note) => note !== lastOf(notes, note.privacy));
  if (older.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="cursor-pointer py-2 font-semibold text-marque">{words.versions}</summary>
      <ul className="flex flex-col gap-3">
        {older.map((note) => (
          <li key={`${note.privacy}-${note.version}`}>
            <p className="text-aide text-texte2">
              {words.privacies[note.privacy]}.{" "}
              {fill(words.version, { number: String(note.version), name: note.by, date: dayText(note.on) })}
            </p>
            <p className="max-w-prose whitespace-pre-line">{note.body}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
