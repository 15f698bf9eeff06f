import { useEffect, useRef } from "react";
import { Link, useNavigate } from "react-router";
import { useLanguage } from "#ui/language.tsx";
import { CardText, SupportCount } from "../card/wall.view.tsx";
import { PollCard } from "../poll/poll-results.view.tsx";
import { en } from "../room/room.en.ts";
import { fr } from "../room/room.fr.ts";
import { spokenCode } from "../room/room.ts";
import { type Board, cardsOf, lanesOf } from "./board.ts";
import { useLiveBoard } from "./live-board.island.ts";
import { LiveMark, useLaneName } from "./live-mark.view.tsx";

type Props = {
  readonly here: string;
  readonly loaded: Board;
  /** "sondage", the identifier of a scenario, or nothing: what matters now. */
  readonly view: string | null;
  readonly wayIn: { readonly code: string; readonly address: string; readonly qr: string } | null;
};
const POLL = "sondage";

/** The screen of a room. A poll that opens comes before everybody’s eyes, and stays there with its results. */
export function Projector({ here, loaded, view, wayIn }: Props) {
  const words = useLanguage().choose({ fr, en });
  const screen = `${here}/ecran`;
  const { board, connected } = useLiveBoard(loaded, `${here}/flux`);
  const open = board.polls.findLast(({ status }) => status === "open");
  const poll = open ?? board.polls.at(-1);
  const navigate = useNavigate();
  const shownPoll = useRef(open?.id ?? null);
  useEffect(() => {
    const opened = open?.id ?? null;
    if (opened !== null && opened !== shownPoll.current) navigate(`${screen}?vue=${POLL}`, { replace: true });
    shownPoll.current = opened;
  }, [open?.id, navigate, screen]);
  const shown = view ?? (open === undefined ? null : POLL);
  const scenario = board.scenarios.find(({ id }) => id === shown) ?? board.scenarios[0] ?? null;
  const views = [
    ...(board.scenarios.length > 0
      ? board.scenarios.map(({ id, title }) => ({ id: id as string, title }))
      : [{ id: "tableau", title: words.board }]),
    ...(poll === undefined ? [] : [{ id: POLL, title: words.poll }]),
  ];
  const current = shown === POLL && poll !== undefined ? POLL : (scenario?.id ?? "tableau");
  return (
    <main id="contenu" className="flex min-h-dvh flex-col gap-5 p-4 sm:p-8">
      <title>{`${board.title} · Essaim`}</title>
      <header className="flex flex-wrap items-start justify-between gap-6">
        <div className="min-w-0 flex-1">
          <h1 className="text-3xl font-bold [overflow-wrap:anywhere] xl:text-5xl">{board.title}</h1>
          {board.question === "" ? null : (
            <p className="mt-2 text-xl whitespace-pre-line xl:text-3xl">{board.question}</p>
          )}
          {board.closed ? (
            <p className="mt-2 text-texte2">{words.closedNotice}</p>
          ) : (
            <LiveMark connected={connected} here={screen} />
          )}
        </div>
        {wayIn === null || board.closed ? null : <WayIn {...wayIn} />}
      </header>
      {views.length < 2 ? null : (
        <nav aria-label={words.screenViews} className="flex flex-wrap gap-2">
          {views.map(({ id, title }) => (
            <Link
              key={id}
              to={`${screen}?vue=${id}`}
              aria-current={id === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center rounded-lg border border-bordure px-4 text-lg aria-[current=page]:border-marque aria-[current=page]:bg-marque-fond aria-[current=page]:font-semibold"
            >
              {title}
            </Link>
          ))}
        </nav>
      )}
      {current === POLL && poll !== undefined ? (
        <div className="text-xl">
          <PollCard poll={poll} />
        </div>
      ) : (
        <Columns board={board} scenario={scenario} />
      )}
      <footer>
        <Link to={here} className="text-marque underline underline-offset-4">
          {words.leave}
        </Link>
      </footer>
    </main>
  );
}

function WayIn({ code, address, qr }: NonNullable<Props["wayIn"]>) {
  const words = useLanguage().choose({ fr, en });
  return (
    <div className="flex items-center gap-4 rounded-xl border border-bordure bg-surface p-4">
      <img src={qr} alt={words.qr} width={160} height={160} className="rounded-lg bg-white" />
      <div>
        <p className="text-texte2">{words.joinAt}</p>
        <p className="text-xl font-semibold [overflow-wrap:anywhere]">{address}</p>
        <p className="text-4xl font-bold tracking-widest">{spokenCode(code)}</p>
      </div>
    </div>
  );
}

function Columns({ board, scenario }: { readonly board: Board; readonly scenario: Board["scenarios"][number] | null }) {
  const nameOf = useLaneName();
  return (
    <div className="grid grid-cols-1 gap-5 md:grid-cols-2 xl:grid-cols-4">
      {lanesOf(board, scenario?.id ?? null).map((lane) => (
        <section key={lane.id} aria-label={nameOf(lane)} className="min-w-0">
          <h2 className="mb-3 border-b-4 border-marque pb-1 text-2xl font-bold">{nameOf(lane)}</h2>
          <ul className="flex flex-col gap-3">
            {cardsOf(board, lane.id).map((card) => (
              <li key={card.id} className="rounded-xl border border-bordure bg-surface p-4 text-xl">
                <CardText card={card} />
                <SupportCount count={card.supports} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
