import type { ReactNode } from "react";
import { Form, useLocation } from "react-router";
import { useLanguage } from "./language.tsx";

/** The colour of style.css: nothing to change. */
const DEFAULT_ACCENT = "#0b5c55";

/** The frame of pages that anybody may open: the name and colour of a house, one column, the choice of language. */
export function PublicFrame({
  name,
  accentColour,
  wide = false,
  children,
}: {
  readonly name: string;
  readonly accentColour: string;
  /** For lists and maps; a form reads better in a narrow column. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const { words: all, language } = useLanguage();
  const words = all.publicFrame;
  const { pathname } = useLocation();
  const width = wide ? "max-w-5xl" : "max-w-2xl";
  return (
    <div className="flex min-h-dvh flex-col">
      {accentColour === DEFAULT_ACCENT ? null : (
        <link rel="stylesheet" href={`/marque/${accentColour.slice(1)}.css`} precedence="high" />
      )}
      <a
        href="#contenu"
        className="sr-only z-50 rounded-lg bg-marque px-4 py-3 font-semibold text-sur-marque focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {words.skip}
      </a>
      <header className="cadre py-4 sm:py-6">
        <p className={`mx-auto text-section font-bold text-marque ${width}`}>{name}</p>
      </header>
      <main id="contenu" tabIndex={-1} className="cadre flex-1 pb-12 outline-none">
        <div className={`mx-auto ${width}`}>{children}</div>
      </main>
      <footer className="cadre pb-6">
        <Form method="post" action="/langue" preventScrollReset>
          <input type="hidden" name="retour" value={pathname} />
          <fieldset className="mx-auto flex w-fit gap-1">
            <legend className="sr-only">{words.language}</legend>
            {(["fr", "en"] as const).map((value) => (
              <button
                key={value}
                type="submit"
                name="langue"
                value={value}
                aria-pressed={value === language}
                className="min-h-11 cursor-pointer rounded-lg px-3 text-aide hover:bg-surface2 aria-pressed:font-semibold pointer-fine:min-h-9"
              >
                {value === "fr" ? words.french : words.english}
              </button>
            ))}
          </fieldset>
        </Form>
      </footer>
    </div>
  );
}
