import { data, Form, Outlet, useLocation } from "react-router";
import { appContext } from "#platform/http/context.ts";
import { FLASH_SHOWN, readFlash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { Mark } from "#ui/mark.tsx";
import { Notice } from "#ui/notice.tsx";
import { StoryBanner } from "#ui/story-banner.island.tsx";
import type { Route } from "./+types/frame.page";
import { en } from "./account.en.ts";
import { fr } from "./account.fr.ts";

/** A message that the last act left for this page. */
export function loader({ request, context }: Route.LoaderArgs) {
  const story = context.get(appContext).demo?.()?.progress ?? null;
  const message = readFlash(request.headers.get("cookie"));
  return data({ message, story }, message === null ? undefined : { headers: { "set-cookie": FLASH_SHOWN } });
}

/** The frame of the pages outside of any cooperative: the brand, one column, the choice of language. */
export default function Frame({ loaderData: { message, story } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en }).frame;
  const { pathname, search } = useLocation();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#contenu"
        className="sr-only z-50 rounded-lg bg-marque px-4 py-3 font-semibold text-sur-marque focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {words.skip}
      </a>
      {story === null ? null : <StoryBanner first={story} href="/demonstration/etat" />}
      <header className="cadre flex items-center gap-2.5 py-4 sm:py-6">
        <Mark className="size-9 shrink-0" />
        <span className="text-section font-bold text-marque">Essaim</span>
      </header>
      <main id="contenu" tabIndex={-1} className="cadre flex-1 pb-12 outline-none">
        {message ? (
          <div className="mx-auto mb-5 max-w-2xl">
            <Notice tone="ok">{message[language]}</Notice>
          </div>
        ) : null}
        <Outlet />
      </main>
      <footer className="cadre pb-6">
        <Form method="post" action="/langue" preventScrollReset>
          <input type="hidden" name="retour" value={pathname + search} />
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
