import { Bell as BellIcon, Plus, Search } from "lucide-react";
import { Link } from "react-router";
import { fill } from "#kernel/language.ts";
import { buttonClass } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";
import { KeyHint } from "#ui/key-hint.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Disclosure, MENU_ITEM } from "#ui/menu.island.tsx";
import { useShell } from "#ui/shell-context.tsx";
import { en } from "./shell.en.ts";
import { fr } from "./shell.fr.ts";

/** How many things wait for the reader, in words for those who do not see the number. */
function Bell({ waiting }: { readonly waiting: number }) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  const { slug } = useShell();
  const state =
    waiting === 0
      ? words.bellNothing
      : fill(plural(waiting, words.bellOne, words.bellMany), { count: String(waiting) });
  return (
    <Link
      to={`/${slug}/notifications`}
      aria-label={fill(words.bell, { state })}
      title={state}
      className="relative flex size-11 shrink-0 items-center justify-center rounded-lg text-texte2 hover:bg-surface2"
    >
      <BellIcon aria-hidden="true" size={22} />
      {waiting > 0 ? (
        <span
          aria-hidden="true"
          className="absolute top-0.5 right-0 min-w-5 rounded-full bg-marque px-1 text-center text-xs leading-5 font-bold text-sur-marque tabular-nums"
        >
          {waiting > 99 ? "99+" : waiting}
        </span>
      ) : null}
    </Link>
  );
}

/** « Rechercher ou faire » and « Créer ». The search is a link to its page, that opens the palette when the script runs. */
export function TopBar({ onPalette, waiting }: { readonly onPalette: () => void; readonly waiting: number }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { slug, creations } = useShell();
  return (
    <header className="sticky top-0 z-20 border-b border-bordure bg-surface print:hidden">
      <div className="cadre flex items-center gap-3 py-2">
        <search className="min-w-0 flex-1">
          <Link
            to={`/${slug}/recherche`}
            aria-keyshortcuts="Control+K"
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              onPalette();
            }}
            className="flex min-h-11 w-full max-w-md items-center gap-2.5 rounded-lg border border-bordure-forte bg-surface px-3 text-texte2 hover:bg-surface2"
          >
            <Search aria-hidden="true" size={20} className="shrink-0" />
            <span className="min-w-0 flex-1 truncate">{words.searchOrDo}</span>
            <span aria-hidden="true" className="hidden md:pointer-fine:block">
              <KeyHint>Ctrl K</KeyHint>
            </span>
          </Link>
        </search>
        <Bell waiting={waiting} />
        {creations.length > 0 ? (
          <Disclosure
            summaryClassName={`${buttonClass("primary")} pr-4!`}
            summary={
              <>
                <Plus aria-hidden="true" size={20} />
                {words.create}
              </>
            }
          >
            <ul>
              {creations.map((item) => (
                <li key={item.key}>
                  <Link to={item.href} prefetch="intent" className={MENU_ITEM}>
                    <Icon name={item.icon} className="shrink-0 text-marque" />
                    <span className="flex-1">{item.label}</span>
                    {item.letter ? (
                      <span aria-hidden="true" className="hidden gap-1 pointer-fine:flex">
                        <KeyHint>n</KeyHint>
                        <KeyHint>{item.letter}</KeyHint>
                      </span>
                    ) : null}
                  </Link>
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
    </header>
  );
}
