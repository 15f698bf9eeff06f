import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "../consultation/consultation.en.ts";
import { fr } from "../consultation/consultation.fr.ts";

export type ShownAnswer = {
  readonly ranks: readonly { readonly rank: number; readonly axis: string; readonly note: string }[];
  readonly comment: string;
  readonly by: string;
  readonly recordedOn: Day;
  readonly gathering: {
    readonly place: string;
    readonly heldOn: Day;
    readonly attendees: number | null;
    readonly minutes: string;
  } | null;
};

/** What was said: the ranking with its words, then the minutes of the meeting it comes from. */
export function OneAnswer({ answer }: { readonly answer: ShownAnswer }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { gathering } = answer;
  return (
    <>
      <ol className="mt-2 flex flex-col gap-1">
        {answer.ranks.map(({ rank, axis, note }) => (
          <li key={rank}>
            <span className="font-semibold">{fill(words.answerRank, { rank: String(rank), axis })}</span>
            {note === "" ? null : <p className="pl-5 whitespace-pre-line text-texte2">{note}</p>}
          </li>
        ))}
      </ol>
      {answer.comment === "" ? null : <p className="mt-2 whitespace-pre-line">{answer.comment}</p>}
      {gathering === null ? null : (
        <details className="mt-2">
          <summary className="cursor-pointer text-marque underline underline-offset-2">
            {words.minutes} :{" "}
            {fill(words.gatheringLine, { place: gathering.place, day: longDay(gathering.heldOn, language) })}
          </summary>
          {gathering.attendees === null ? null : (
            <p className="mt-2 text-texte2">{fill(words.gatheringPeople, { count: String(gathering.attendees) })}</p>
          )}
          <p className="mt-2 max-w-prose whitespace-pre-line">{gathering.minutes}</p>
        </details>
      )}
      <p className="mt-2 text-aide text-texte2">
        {fill(words.answerBy, { name: answer.by, day: longDay(answer.recordedOn, language) })}
      </p>
    </>
  );
}
