import { Ellipsis } from "lucide-react";
import { Link } from "react-router";
import { Icon } from "#ui/icon.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Disclosure } from "#ui/menu.island.tsx";
import type { Theme } from "#ui/preferences.ts";
import { type MenuItem, useShell } from "#ui/shell-context.tsx";
import { AccountLinks } from "./account-menu.tsx";
import { ActivityChoices } from "./activity-switch.tsx";
import { en } from "./shell.en.ts";
import { fr } from "./shell.fr.ts";
import { MenuList, useIsCurrent } from "./side-menu.tsx";

const PLACES = 4;
const CELL = "flex min-h-14 w-full flex-col items-center justify-center text-legende -outline-offset-3";

/** The four entries a thumb reaches: those that ask for it first. */
export function bottomEntries(entries: readonly MenuItem[]): MenuItem[] {
  const wanted = entries.filter((entry) => entry.mobile);
  const others = entries.filter((entry) => !entry.mobile);
  const chosen = new Set([...wanted, ...others].slice(0, PLACES).map((entry) => entry.key));
  return entries.filter((entry) => chosen.has(entry.key));
}

/** The bar at the foot of narrow screens: four places and « Plus », which holds everything else. */
export function BottomBar({ theme }: { readonly theme: Theme }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { entries, activities } = useShell();
  const isCurrent = useIsCurrent();
  const places = bottomEntries(entries);
  const rest = entries.filter((entry) => !places.includes(entry));
  return (
    <nav
      aria-label={words.bottomMenu}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-bordure bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex">
        {places.map((item) => (
          <li key={item.key} className="min-w-0 flex-1">
            <Link
              to={item.href}
              aria-current={isCurrent(item) ? "page" : undefined}
              className={`${CELL} ${isCurrent(item) ? "font-bold text-marque" : "text-texte"}`}
            >
              <span className={`rounded-full px-4 py-0.5 ${isCurrent(item) ? "bg-marque-fond" : ""}`}>
                <Icon name={item.icon} size={22} />
              </span>
              <span className="max-w-full truncate">{item.short ?? item.label}</span>
            </Link>
          </li>
        ))}
        <li className="min-w-0 flex-1">
          <Disclosure
            side="above"
            panelClassName="mr-2 w-72 max-h-[75dvh] overflow-y-auto"
            summaryClassName={`${CELL} text-texte`}
            summary={
              <>
                <span className="px-4 py-0.5">
                  <Ellipsis aria-hidden="true" size={22} />
                </span>
                {words.more}
              </>
            }
          >
            {activities.length > 1 ? (
              <>
                <p className="px-3 pt-1 pb-1 text-legende font-semibold text-texte2">{words.currentActivity}</p>
                <ActivityChoices />
                <hr className="my-1.5 border-bordure" />
              </>
            ) : null}
            <MenuList items={rest} />
            {rest.length > 0 ? <hr className="my-1.5 border-bordure" /> : null}
            <AccountLinks theme={theme} />
          </Disclosure>
        </li>
      </ul>
    </nav>
  );
}
