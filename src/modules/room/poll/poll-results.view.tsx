import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { StackedBars } from "#ui/chart-stack.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { BoardPoll } from "../board/board.ts";
import { en } from "./poll.en.ts";
import { fr } from "./poll.fr.ts";
import { ANSWERS } from "./poll.ts";

/** « 12 personnes ont répondu ». */
export function useAnswered(): (count: number) => string {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  return (count) =>
    count === 0
      ? words.answeredNone
      : fill(plural(count, words.answeredOne, words.answeredMany), { count: String(count) });
}

/** A poll that is read: how many answered, and what, once it may be known. Always told to be consultative. */
export function PollCard({ poll }: { readonly poll: BoardPoll }) {
  const words = useLanguage().choose({ fr, en });
  const answered = useAnswered();
  const [tone, word] =
    poll.status === "open" ? (["ok", words.statuses.open] as const) : (["neutre", words.statuses.closed] as const);
  return (
    <Card
      title={poll.title}
      description={`${words.consultative}. ${words.consultativeHelp}`}
      actions={<Badge tone={tone}>{word}</Badge>}
    >
      <p>{answered(poll.answered)}</p>
      <PollFigures poll={poll} />
    </Card>
  );
}

/** Bars, and the same figures to read; before they may be known, when they will be. */
export function PollFigures({ poll }: { readonly poll: BoardPoll }) {
  const words = useLanguage().choose({ fr, en });
  if (poll.items.some(({ counts }) => counts === null))
    return <p className="text-aide text-texte2">{words.atClosing}</p>;
  const title = fill(words.results, { title: poll.title });
  return (
    <div className="mt-4 flex flex-col gap-3">
      <StackedBars
        title={title}
        series={ANSWERS.map((answer) => words.answers[answer])}
        bars={poll.items.map(({ label, counts }) => ({ label, parts: ANSWERS.map((answer) => counts?.[answer] ?? 0) }))}
      />
      <details className="text-tableau">
        <summary className="inline-flex min-h-8 items-center text-marque underline underline-offset-4">
          {words.seeFigures}
        </summary>
        <div className="mt-2 overflow-x-auto">
          <table className="w-full border-collapse tabular-nums">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr className="border-b border-bordure-forte">
                <th scope="col" className="py-1.5 pr-4 text-left font-semibold">
                  {words.subject}
                </th>
                {ANSWERS.map((answer) => (
                  <th key={answer} scope="col" className="py-1.5 pl-4 text-right font-semibold">
                    {words.answers[answer]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {poll.items.map(({ id, label, counts }) => (
                <tr key={id} className="border-b border-bordure">
                  <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                    {label}
                  </th>
                  {ANSWERS.map((answer) => (
                    <td key={answer} className="py-1.5 pl-4 text-right">
                      {counts?.[answer] ?? 0}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}
