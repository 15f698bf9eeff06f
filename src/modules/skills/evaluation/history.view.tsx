import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./evaluation.en.ts";
import { fr } from "./evaluation.fr.ts";
import type { SkillsData } from "./read-skills.store.ts";

/** Every evaluation, the latest first, each in the words of its day. */
export function HistoryCard({ data }: { readonly data: SkillsData }) {
  const { choose, language, plural } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.history} description={words.historyHelp}>
      <ol className="divide-y divide-bordure">
        {data.evaluations.map(({ id, on, by, comment, answers }) => {
          const facts = { date: longDay(on, language), name: by };
          return (
            <li key={id} className="py-3">
              <p className="font-semibold first-letter:uppercase">{fill(words.historyLine, facts)}</p>
              {comment === "" ? null : <p className="whitespace-pre-line">{comment}</p>}
              <details>
                <summary
                  className="min-h-11 cursor-pointer py-2 text-marque pointer-fine:min-h-9"
                  aria-label={fill(words.openOf, facts)}
                >
                  {words.open} ({plural(answers.length, words.rated, words.ratedMany)})
                </summary>
                <dl className="grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-2">
                  {answers.map(({ skillId, skill, level, note }) => (
                    <div key={skillId} className="contents">
                      <dt className="text-texte2">{skill}</dt>
                      <dd>
                        {level}
                        {note === "" ? null : <span className="block text-aide text-texte2">{note}</span>}
                      </dd>
                    </div>
                  ))}
                </dl>
              </details>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
