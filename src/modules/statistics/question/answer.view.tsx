import type { Language } from "#kernel/language.ts";
import { ButtonLink } from "#ui/button.tsx";
import { count } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { en } from "./question.en.ts";
import { fr } from "./question.fr.ts";
import type { QuestionData } from "./question.page.tsx";
import { questionSearch } from "./question-address.ts";
import { periodText, populationText } from "./wording.ts";

/** The number, what it counts in words, and the way to the persons behind it. */
export function AnswerCard({
  data: { slug, question, people, names, period },
  limited,
  language,
}: {
  readonly data: QuestionData;
  readonly limited: string | null;
  readonly language: Language;
}) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  return (
    <section
      aria-label={words.answer}
      className="flex flex-col gap-3 rounded-xl border border-bordure bg-surface p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <p>
          <span className="text-montant font-bold tabular-nums">{count(people, language)}</span>{" "}
          <span className="text-section font-semibold">{plural(people, words.one, words.many)}</span>
        </p>
        <ButtonLink to={`/${slug}/statistiques/personnes${questionSearch(question)}`}>{words.see}</ButtonLink>
      </div>
      <p className="max-w-prose text-texte2">
        {periodText(period, question.known, language)}. {populationText(question.who, language, names)}.
      </p>
      {limited === null ? null : <Notice>{limited}</Notice>}
    </section>
  );
}
