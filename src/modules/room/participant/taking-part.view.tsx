import type { ReactNode } from "react";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { type Board, lanesOf } from "../board/board.ts";
import { useLiveBoard } from "../board/live-board.island.ts";
import { LiveMark } from "../board/live-mark.view.tsx";
import { CardForm } from "../card/card-form.island.tsx";
import { OwnCards } from "../card/own-cards.view.tsx";
import { ScenarioTabs } from "../card/scenario-tabs.view.tsx";
import { Wall } from "../card/wall.view.tsx";
import { PollForm } from "../poll/poll-form.view.tsx";
import { PollCard } from "../poll/poll-results.view.tsx";
import type { Mine } from "./take-part.page.tsx";

type Props = {
  readonly code: string;
  readonly loaded: Board;
  readonly mine: Mine;
  readonly idempotencyKey: string;
  readonly asked: { readonly scenario: string | null; readonly lane: string | null };
  readonly answer: FormAnswer | null;
  /** What is said once the room is closed. */
  readonly children: (closed: boolean) => ReactNode;
};

/** A room on the telephone of somebody who takes part: what is asked now first, then one's cards, then those of all. */
export function TakingPart({ code, loaded, mine, idempotencyKey, asked, answer, children }: Props) {
  const { language } = useLanguage();
  const here = `/r/${code}`;
  const { board, connected } = useLiveBoard(loaded, `${here}/flux`);
  const scenario = board.scenarios.find(({ id }) => id === asked.scenario) ?? board.scenarios[0] ?? null;
  const lanes = lanesOf(board, scenario?.id ?? null);
  const polls = [...board.polls].sort((one, other) => Number(other.status === "open") - Number(one.status === "open"));
  return (
    <Page
      title={board.title}
      description={board.question === "" ? null : <span className="whitespace-pre-line">{board.question}</span>}
    >
      <LiveMark connected={connected} here={here} />
      {children(board.closed)}
      {polls.map((poll) =>
        poll.status === "open" && !board.closed ? (
          <PollForm key={poll.id} poll={poll} answers={mine.answers} answer={answer} />
        ) : (
          <PollCard key={poll.id} poll={poll} />
        ),
      )}
      <ScenarioTabs here={here} scenarios={board.scenarios} current={scenario?.id ?? null} />
      {board.closed ? null : (
        <CardForm
          // Once a card is written the form begins anew.
          key={`${mine.written} ${scenario?.id} ${language}`}
          written={mine.written}
          lanes={lanes}
          lane={asked.lane}
          scenario={scenario?.id ?? null}
          idempotencyKey={idempotencyKey}
          answer={answer}
        />
      )}
      <OwnCards cards={mine.cards} lanes={board.lanes} open={!board.closed} answer={answer} />
      <Wall
        board={board}
        lanes={lanes}
        supports={board.closed ? null : mine.supports}
        own={mine.cards.map(({ id }) => id)}
        keep={scenario?.id ?? null}
      />
    </Page>
  );
}
