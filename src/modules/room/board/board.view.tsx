import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { ArrangeCards } from "../card/arrange-cards.view.tsx";
import { HiddenCards } from "../card/hidden-cards.view.tsx";
import { ScenarioTabs } from "../card/scenario-tabs.view.tsx";
import { PollCard } from "../poll/poll-results.view.tsx";
import { RunPolls } from "../poll/run-polls.view.tsx";
import { en } from "../room/room.en.ts";
import { fr } from "../room/room.fr.ts";
import type { RoomShown } from "../room/room.page.tsx";
import { spokenCode } from "../room/room.ts";
import { lanesOf } from "./board.ts";
import { useLiveBoard } from "./live-board.island.ts";
import { LiveMark } from "./live-mark.view.tsx";

type Props = { readonly shown: RoomShown; readonly here: string; readonly answer: FormAnswer | null };

/** A room as people of the network read it; whoever facilitates finds what they need beside each thing. */
export function BoardOfRoom({ shown, here, answer }: Props) {
  const words = useLanguage().choose({ fr, en });
  const { attendance, runs } = shown;
  const { board, connected } = useLiveBoard(shown.board, `${here}/flux`);
  const scenario = board.scenarios.find(({ id }) => id === shown.scenario) ?? board.scenarios[0] ?? null;
  const lanes = lanesOf(board, scenario?.id ?? null);
  return (
    <>
      {shown.code === null || shown.qr === null ? null : (
        <WayIn code={shown.code} address={shown.address} qr={shown.qr} />
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {board.closed ? null : <LiveMark connected={connected} here={here} />}
        <p className="text-texte2">
          {fill(words.reach, {
            people: String(board.participants),
            guests: String(attendance.guests),
            structures: String(attendance.structures),
          })}
        </p>
      </div>
      {shown.facilitates && shown.guests ? <p className="text-aide text-texte2">{words.namesErased}</p> : null}
      {runs ? (
        <RunPolls shown={shown} board={board} answer={answer} />
      ) : (
        board.polls.map((poll) => <PollCard key={poll.id} poll={poll} />)
      )}
      <ScenarioTabs here={here} scenarios={board.scenarios} current={scenario?.id ?? null} />
      <ArrangeCards
        key={shown.key}
        board={board}
        lanes={lanes}
        scenario={scenario?.id ?? null}
        runs={runs && !board.closed}
        answer={answer}
      />
      <HiddenCards cards={shown.hidden} runs={runs} answer={answer} />
      {runs ? (
        <Confirm trigger={words.close} title={words.closeTitle} variant="quiet">
          <p>{words.closeHelp}</p>
          <SubmitForm intent="close" answer={answer}>
            <SubmitButton variant="danger">{words.close}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
    </>
  );
}

function WayIn({ code, address, qr }: { readonly code: string; readonly address: string; readonly qr: string }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-5">
        <img src={qr} alt={words.qr} width={120} height={120} className="rounded-lg bg-white" />
        <div className="min-w-0">
          <p className="text-aide text-texte2">{words.code}</p>
          <p className="text-titre font-bold tracking-widest">{spokenCode(code)}</p>
          <p className="text-texte2 [overflow-wrap:anywhere]">{fill(words.codeHelp, { address })}</p>
        </div>
      </div>
    </Card>
  );
}
