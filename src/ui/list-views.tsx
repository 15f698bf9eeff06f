import { BookmarkPlus } from "lucide-react";
import { Link, useLocation } from "react-router";
import { Button } from "./button.tsx";
import { useLanguage } from "./language.tsx";
import { listOf, useArrangement } from "./list-display.tsx";
import { Disclosure } from "./menu.island.tsx";
import { useFrame } from "./shell-context.tsx";
import { SubmitForm } from "./submit-form.island.tsx";
import { TextInput } from "./text-input.tsx";
import { viewSearch, withParameters } from "./url.ts";

const CHIP =
  "inline-flex min-h-11 items-center rounded-lg px-3 text-tableau pointer-fine:min-h-9 hover:bg-surface2 aria-[current]:bg-marque-fond aria-[current]:font-semibold aria-[current]:text-marque";

/** The views that the reader saved of this list, and what saves the one that is shown. Nothing, while there is neither. */
export function ListViews() {
  const { words } = useLanguage();
  const { pathname, search } = useLocation();
  const frame = useFrame();
  const arranged = useArrangement();
  if (frame === null || arranged === null) return null;
  const list = listOf(pathname);
  const views = frame.lists.views.filter((view) => view.list === list);
  // A view is whole in its address: whoever is sent it sees the same columns.
  const whole = viewSearch(withParameters(search, { sans: arranged.hidden.join() }));
  const shown = viewSearch(search);
  const current = views.find((view) => view.search === whole || view.search === shown);
  const savable = current === undefined && whole !== "";
  if (views.length === 0 && !savable) return null;
  return (
    <nav aria-label={words.views} className="flex flex-wrap items-center gap-1 print:hidden">
      {views.length === 0 ? null : (
        <ul className="flex flex-wrap items-center gap-1">
          <li>
            <Link to={pathname} preventScrollReset aria-current={shown === "" ? "page" : undefined} className={CHIP}>
              {words.allRows}
            </Link>
          </li>
          {views.map((view) => (
            <li key={view.id} className="min-w-0">
              <Link
                to={`${pathname}?${view.search}`}
                preventScrollReset
                aria-current={view === current ? "page" : undefined}
                className={`${CHIP} [overflow-wrap:anywhere]`}
              >
                {view.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {savable ? (
        <Disclosure
          align="start"
          panelClassName="w-72 max-w-[calc(100vw-2rem)]"
          summaryClassName={`${CHIP} cursor-pointer gap-2 text-marque`}
          summary={
            <>
              <BookmarkPlus aria-hidden="true" size={18} />
              {words.saveView}
            </>
          }
        >
          <SubmitForm
            action={`/${frame.slug}/vues`}
            intent="enregistrer"
            hidden={{ liste: list, recherche: whole, retour: `${pathname}?${whole}` }}
            className="flex flex-col gap-3 p-2"
          >
            <TextInput name="name" label={words.viewName} help={words.viewHelp} maxLength={60} required />
            <Button type="submit" variant="primary" size="small">
              {words.save}
            </Button>
          </SubmitForm>
        </Disclosure>
      ) : null}
      {views.length === 0 ? null : (
        <Link to={`/${frame.slug}/vues`} className={`${CHIP} text-texte2 underline`}>
          {words.manageViews}
        </Link>
      )}
    </nav>
  );
}
