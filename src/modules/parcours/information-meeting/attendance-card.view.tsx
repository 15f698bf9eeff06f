import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "./information-meeting.en.ts";
import { fr } from "./information-meeting.fr.ts";
import type { Registered } from "./information-meeting.store.ts";
import type { InformationMeeting } from "./information-meeting.ts";

/** Who registered, with who came once the day is there. Two big targets for each line: it is filled standing, on a phone. */
export function AttendanceCard({
  slug,
  today,
  meeting,
  registered,
  answer,
}: {
  readonly slug: string;
  readonly today: Day;
  readonly meeting: InformationMeeting;
  readonly registered: readonly Registered[];
  readonly answer: FormAnswer | undefined;
}) {
  const { choose } = useLanguage();
  const all = choose({ fr, en });
  const words = all.page;
  const standing = registered.filter(({ cancelled }) => !cancelled);
  const notes = !meeting.cancelled && meeting.heldOn <= today;
  const contact = ({ phone, email }: Registered) => [phone, email].filter((text) => text !== "").join(" · ");
  return (
    <Card
      title={words.registered}
      description={fill(all.taken, { taken: String(meeting.taken), seats: String(meeting.seats) })}
    >
      {registered.length === 0 ? <p className="text-texte2">{words.nobody}</p> : null}
      {!notes && standing.length > 0 && !meeting.cancelled ? <p className="mb-3 text-texte2">{words.notYet}</p> : null}
      <SubmitForm intent="attendance" answer={answer} className="flex flex-col gap-4">
        <ul className="flex flex-col divide-y divide-bordure">
          {registered.map((one) => (
            <li key={one.candidateId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span className="min-w-0">
                <TextLink to={`/${slug}/candidatures/${one.candidateId}`}>{one.name}</TextLink>
                <span className="block text-aide text-texte2 [overflow-wrap:anywhere]">{contact(one)}</span>
              </span>
              {one.cancelled ? (
                <span className="text-aide text-texte2">{words.gaveBack}</span>
              ) : notes ? (
                <fieldset className="flex gap-4">
                  <legend className="sr-only">{`${words.attendance} : ${one.name}`}</legend>
                  {(["present", "absent"] as const).map((value) => (
                    <label key={value} className="flex min-h-11 cursor-pointer items-center gap-2">
                      <input
                        type="radio"
                        name={`venue.${one.candidateId}`}
                        value={value}
                        defaultChecked={one.attendance === value}
                        className="size-5"
                      />
                      {words[value]}
                    </label>
                  ))}
                </fieldset>
              ) : null}
            </li>
          ))}
        </ul>
        {notes && standing.length > 0 ? <SubmitButton className="w-fit">{words.note}</SubmitButton> : null}
      </SubmitForm>
    </Card>
  );
}
