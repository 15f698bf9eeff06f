import { Link } from "react-router";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./rule-screen.en.ts";
import { fr } from "./rule-screen.fr.ts";
import { TEMPLATE_KEYS } from "./rule-start.ts";
import type { RuleTemplateKey } from "./rule-template.ts";

const CHIP =
  "inline-flex min-h-11 items-center rounded-full border px-3.5 text-tableau no-underline pointer-fine:min-h-9";

/** The six models, as links that fill the form. */
export function TemplateLinks({ chosen }: { readonly chosen: RuleTemplateKey | null }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <nav aria-label={words.start}>
      <ul className="flex flex-wrap gap-2">
        {TEMPLATE_KEYS.map((key) => (
          <li key={key}>
            <Link
              to={{ search: `?modele=${key}` }}
              preventScrollReset
              aria-current={key === chosen ? "true" : undefined}
              className={`${CHIP} ${
                key === chosen
                  ? "border-marque bg-marque-fond font-semibold"
                  : "border-bordure-forte bg-surface hover:bg-surface2"
              }`}
            >
              {words.templates[key]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
