import { Link } from "react-router";
import { useLanguage } from "#ui/language.tsx";
import type { Board } from "../board/board.ts";
import { en } from "../room/room.en.ts";
import { fr } from "../room/room.fr.ts";

type Props = {
  readonly here: string;
  readonly scenarios: Board["scenarios"];
  readonly current: string | null;
};

/** Scenarios side by side, one shown at a time. Nothing where there are none. */
export function ScenarioTabs({ here, scenarios, current }: Props) {
  const words = useLanguage().choose({ fr, en });
  if (scenarios.length < 2) return null;
  return (
    <nav aria-label={words.scenarios} className="flex flex-col gap-1 sm:flex-row sm:flex-wrap">
      {scenarios.map(({ id, title }) => (
        <Link
          key={id}
          to={`${here}?scenario=${id}`}
          preventScrollReset
          aria-current={id === current ? "page" : undefined}
          className="inline-flex min-h-11 items-center rounded-lg border border-bordure px-3 py-1 aria-[current=page]:border-marque aria-[current=page]:bg-marque-fond aria-[current=page]:font-semibold"
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
