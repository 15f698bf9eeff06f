import { fill } from "#kernel/language.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "../workshop/workshop.en.ts";
import { fr } from "../workshop/workshop.fr.ts";

type Shown = {
  readonly slug: string;
  readonly demands: readonly {
    readonly id: string;
    readonly title: string;
    readonly details: string;
    readonly votes: number;
    readonly mine: boolean;
  }[];
  readonly organizes: boolean;
  /** What somebody came to ask for. */
  readonly asked: string;
  readonly idempotencyKey: string;
  readonly answer: FormAnswer | undefined;
};

/** What people would like to learn, the most wanted first, and the line where one asks. */
export function Demands({ slug, demands, organizes, asked, idempotencyKey, answer }: Shown) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.demands} description={words.demandsHelp}>
      <Refused intent="vote" answer={answer} />
      {demands.length === 0 ? <p className="text-texte2">{words.noDemand}</p> : null}
      <ul className="divide-y divide-bordure">
        {demands.map(({ id, title, details, votes, mine }) => (
          <li key={id} data-row={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <span className="min-w-0 flex-[1_1_14rem]">
              <span className="block font-semibold">{title}</span>
              <span className="block text-aide text-texte2">
                {[details, plural(votes, words.voteOne, words.votes)].filter(Boolean).join(" · ")}
              </span>
            </span>
            <span className="flex flex-wrap gap-2">
              <SubmitForm intent="vote" hidden={{ demandId: id, withdrawn: mine ? "oui" : "" }} answer={null}>
                <SubmitButton
                  variant={mine ? "quiet" : "secondary"}
                  size="small"
                  aria-label={fill(mine ? words.unvoteOf : words.voteOf, { title })}
                >
                  {mine ? words.unvote : words.vote}
                </SubmitButton>
              </SubmitForm>
              {organizes ? (
                <ButtonLink
                  size="small"
                  to={`/${slug}/ateliers/nouveau?demande=${id}`}
                  aria-label={fill(words.answerOf, { title })}
                >
                  {words.answer}
                </ButtonLink>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <SubmitForm
        id="demander"
        intent="ask"
        idempotencyKey={idempotencyKey}
        answer={answer ?? null}
        className="mt-4 flex max-w-2xl flex-col gap-4 border-t border-bordure pt-4"
      >
        <TextInput name="title" label={words.ask} defaultValue={asked} maxLength={120} required />
        <Textarea name="details" label={words.askDetails} maxLength={1000} rows={2} optional />
        <SubmitButton variant="secondary" className="self-start">
          {words.askSend}
        </SubmitButton>
      </SubmitForm>
    </Card>
  );
}
