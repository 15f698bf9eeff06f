import { Heart } from "lucide-react";
import { Form } from "react-router";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { type Board, type BoardCard, type BoardLane, cardsOf } from "../board/board.ts";
import { useLaneName } from "../board/live-mark.view.tsx";
import { en } from "./card.en.ts";
import { fr } from "./card.fr.ts";

type Props = {
  readonly board: Board;
  readonly lanes: readonly BoardLane[];
  /** The cards that the reader supports; null when nobody supports any more. */
  readonly supports: readonly string[] | null;
  /** One's own are not supported by oneself. */
  readonly own: readonly string[];
  /** The scenario that the page comes back to. */
  readonly keep: string | null;
};

/** The cards of all, column after column, each with its support. */
export function Wall({ board, lanes, supports, own, keep }: Props) {
  const words = useLanguage().choose({ fr, en });
  const nameOf = useLaneName();
  return (
    <Card title={words.wall}>
      <div className="flex flex-col gap-5">
        {lanes.map((lane) => {
          const cards = cardsOf(board, lane.id);
          return (
            <section key={lane.id} aria-label={nameOf(lane)}>
              <h3 className="mb-2 font-semibold">{nameOf(lane)}</h3>
              {cards.length === 0 ? (
                <p className="text-texte2">{words.noneHere}</p>
              ) : (
                <ul className="flex flex-col gap-2">
                  {cards.map((card) => (
                    <li key={card.id} className="rounded-lg border border-bordure bg-surface2 p-3">
                      <CardText card={card} />
                      <div className="mt-1 flex min-h-11 flex-wrap items-center justify-between gap-2">
                        <SupportCount count={card.supports} />
                        {supports === null || own.includes(card.id) ? null : (
                          <Support card={card} given={supports.includes(card.id)} keep={keep} />
                        )}
                      </div>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
    </Card>
  );
}

/** What a card says, and what those gathered under it say. */
export function CardText({ card }: { readonly card: BoardCard }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{card.body}</p>
      {card.gathered.length === 0 ? null : (
        <div className="mt-1 border-l-3 border-bordure-forte pl-3 text-aide text-texte2">
          <p>{words.gathered}</p>
          <ul className="list-disc pl-5">
            {card.gathered.map(({ id, body }) => (
              <li key={id} className="[overflow-wrap:anywhere]">
                {body}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

export function SupportCount({ count }: { readonly count: number }) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  if (count === 0) return <span />;
  return (
    <span className="inline-flex items-center gap-1.5 text-aide text-texte2 tabular-nums">
      <Heart aria-hidden="true" size={16} className="fill-current" />
      {fill(plural(count, words.supportsOne, words.supportsMany), { count: String(count) })}
    </span>
  );
}

function Support({
  card,
  given,
  keep,
}: {
  readonly card: BoardCard;
  readonly given: boolean;
  readonly keep: string | null;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intention" value="support" />
      <input type="hidden" name="cardId" value={card.id} />
      {keep === null ? null : <input type="hidden" name="scenario" value={keep} />}
      {given ? <input type="hidden" name="withdrawn" value="oui" /> : null}
      <button
        type="submit"
        aria-label={fill(given ? words.unsupportOf : words.supportOf, { body: card.body })}
        className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-lg border border-bordure-forte bg-surface px-3 text-tableau font-semibold"
      >
        <Heart aria-hidden="true" size={18} className={given ? "fill-current text-marque" : ""} />
        {given ? words.unsupport : words.support}
      </button>
    </Form>
  );
}
