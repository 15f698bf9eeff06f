import { Link } from "react-router";
import { useLanguage } from "#ui/language.tsx";
import { en } from "../consultation/consultation.en.ts";
import { fr } from "../consultation/consultation.fr.ts";

/** Which phase a page speaks of, as links. */
export function PhaseChoice({
  phases,
  chosen,
}: {
  readonly phases: readonly { readonly id: string; readonly title: string }[];
  readonly chosen: string;
}) {
  const words = useLanguage().choose({ fr, en });
  if (phases.length < 2) return null;
  return (
    <nav aria-label={words.phasesTitle}>
      <ul className="flex flex-wrap gap-2">
        {phases.map(({ id, title }) => (
          <li key={id}>
            <Link
              to={`?phase=${id}`}
              aria-current={id === chosen ? "page" : undefined}
              className={`inline-flex min-h-11 items-center rounded-full border px-4 ${
                id === chosen ? "border-marque bg-marque-fond font-semibold" : "border-bordure-forte"
              }`}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
