import { Form, Outlet, useLocation } from "react-router";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { readPublic } from "#platform/http/public-tenant.ts";
import { useLanguage } from "#ui/language.tsx";
import type { Route } from "./+types/public-frame.page";
import { en } from "./application.en.ts";
import { fr } from "./application.fr.ts";

/** The colour of style.css: nothing to change. */
const DEFAULT_ACCENT = "#0b5c55";

export function loader(args: Route.LoaderArgs) {
  return readPublic(args, async ({ tx, organizationId }) => {
    const { legalName, accentColour } = await organizationProfile(tx, organizationId);
    return { legalName, accentColour };
  });
}

/** The frame of the public pages of a cooperative: its name and colour, one column, the choice of language. */
export default function PublicFrame({ loaderData: { legalName, accentColour } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en }).frame;
  const { pathname } = useLocation();
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
        <p className="mx-auto max-w-2xl text-section font-bold text-marque">{legalName}</p>
      </header>
      <main id="contenu" tabIndex={-1} className="cadre flex-1 pb-12 outline-none">
        <div className="mx-auto max-w-2xl">
          <Outlet />
        </div>
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
