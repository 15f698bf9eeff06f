import { Form } from "react-router";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { type FormAnswer, sentencesOf } from "#ui/problem.ts";
import { SubmitButton } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { type Board, type BoardCard, type BoardLane, cardsOf } from "../board/board.ts";
import { useLaneName } from "../board/live-mark.view.tsx";
import { en as roomEn } from "../room/room.en.ts";
import { fr as roomFr } from "../room/room.fr.ts";
import { SORTINGS } from "../room/room.ts";
import { en } from "./card.en.ts";
import { fr } from "./card.fr.ts";
import { CardText, SupportCount } from "./wall.view.tsx";

type Props = {
  readonly board: Board;
  readonly lanes: readonly BoardLane[];
  readonly scenario: string | null;
  /** Whether the reader arranges them. */
  readonly runs: boolean;
  readonly answer: FormAnswer | null;
};
const ARRANGING = ["merge", "split", "move", "hide", "sort"];

/** The board, column beside column; whoever facilitates ticks cards and arranges them. */
export function ArrangeCards({ board, lanes, scenario, runs, answer }: Props) {
  const words = useLanguage().choose({ fr, en });
  const nameOf = useLaneName();
  const refused = ARRANGING.includes(answer?.typed?.intention ?? "") ? answer : null;
  const columns = (
    <div className="grid grid-cols-1 gap-4 md:grid-cols-2 xl:grid-cols-4">
      {lanes.map((lane) => (
        <section key={lane.id} aria-label={nameOf(lane)} className="min-w-0">
          <h3 className="mb-2 font-semibold">{nameOf(lane)}</h3>
          <ul className="flex flex-col gap-2">
            {cardsOf(board, lane.id).map((card) => (
              <BoardCardLine key={card.id} card={card} runs={runs} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
  return (
    <Card title={words.wall}>
      {board.cards.length === 0 ? <p className="mb-3 text-texte2">{words.none}</p> : null}
      {runs ? (
        <Form method="post" preventScrollReset className="flex flex-col gap-4">
          {scenario === null ? null : <input type="hidden" name="scenario" value={scenario} />}
          {refused === null ? null : (
            <Notice tone="erreur" alert>
              {sentencesOf(refused.problem)}
            </Notice>
          )}
          <Tools board={board} />
          {columns}
        </Form>
      ) : (
        columns
      )}
    </Card>
  );
}

function Tools({ board }: { readonly board: Board }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const rooms = choose({ fr: roomFr, en: roomEn });
  const nameOf = useLaneName();
  const scenarioOf = (lane: BoardLane) => board.scenarios.find(({ id }) => id === lane.scenarioId)?.title;
  return (
    <fieldset className="flex flex-col gap-2 rounded-lg bg-surface2 p-3">
      <legend className="sr-only">{words.arrange}</legend>
      <div className="flex flex-wrap items-end gap-2">
        <SubmitButton name="intention" value="merge" variant="secondary" size="small">
          {words.merge}
        </SubmitButton>
        <SubmitButton name="intention" value="split" variant="secondary" size="small">
          {words.split}
        </SubmitButton>
        <SubmitButton name="intention" value="hide" variant="secondary" size="small">
          {words.hide}
        </SubmitButton>
        <Select
          name="laneId"
          label={words.moveTo}
          options={board.lanes.map((lane) => ({
            value: lane.id,
            label: [scenarioOf(lane), nameOf(lane)].filter(Boolean).join(", "),
          }))}
        />
        <SubmitButton name="intention" value="move" variant="secondary" size="small">
          {words.move}
        </SubmitButton>
        <Select
          name="sorting"
          label={rooms.sorting}
          defaultValue={board.sorting}
          options={SORTINGS.map((value) => ({ value, label: rooms.sortings[value] }))}
        />
        <SubmitButton name="intention" value="sort" variant="secondary" size="small">
          {rooms.sort}
        </SubmitButton>
      </div>
      <p className="text-aide text-texte2">{words.mergeHelp}</p>
    </fieldset>
  );
}

function BoardCardLine({ card, runs }: { readonly card: BoardCard; readonly runs: boolean }) {
  const words = useLanguage().choose({ fr, en });
  const content = (
    <div className="min-w-0">
      <CardText card={card} />
      <SupportCount count={card.supports} />
    </div>
  );
  return (
    <li className="rounded-lg border border-bordure bg-surface2 p-3">
      {runs ? (
        <div className="flex items-start gap-3">
          <input
            type="checkbox"
            name="card"
            value={card.id}
            aria-label={fill(words.choose, { body: card.body })}
            className="mt-0.5 size-6 shrink-0"
          />
          {content}
        </div>
      ) : (
        content
      )}
    </li>
  );
}
