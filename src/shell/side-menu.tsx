import { Link, useLocation } from "react-router";
import { Icon } from "#ui/icon.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { Section } from "#ui/navigation.ts";
import type { Theme } from "#ui/preferences.ts";
import { type MenuItem, useShell } from "#ui/shell-context.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { ActivitySwitch } from "./activity-switch.tsx";
import { Brand } from "./brand.tsx";
import { currentEntry } from "./menu.ts";
import { en } from "./shell.en.ts";
import { fr } from "./shell.fr.ts";

const SECTIONS: readonly Section[] = ["activity", "network", "accompaniment", "cooperative", "support", "direction"];

/** The left menu of wide screens. */
export function SideMenu({ theme }: { readonly theme: Theme }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { entries, house } = useShell();
  const named = house === "network" ? words.networkSections : words.sections;
  const sections = SECTIONS.map((section) => ({
    section,
    items: entries.filter((entry) => entry.section === section),
  })).filter(({ items }) => items.length > 0);
  return (
    <nav
      aria-label={words.mainMenu}
      className="sticky top-0 z-30 hidden h-dvh flex-col border-r border-bordure bg-surface md:flex print:hidden"
    >
      <div className="flex flex-col gap-1 px-3 pt-3 pb-2">
        <Brand />
        <ActivitySwitch />
      </div>
      <div className="flex-1 overflow-y-auto px-3 pb-4">
        {sections.map(({ section, items }) => (
          <div key={section} className="pt-3 first:pt-1">
            {sections.length > 1 && (section !== "activity" || items.length > 1) ? (
              <p className="px-3 pb-1 text-legende font-semibold text-texte2">{named[section]}</p>
            ) : null}
            <MenuList items={items} />
          </div>
        ))}
      </div>
      <div className="border-t border-bordure p-3">
        <AccountMenu theme={theme} />
      </div>
    </nav>
  );
}

/** Whether an entry of the menu is the one that the page shown belongs to. */
export function useIsCurrent(): (item: MenuItem) => boolean {
  const { entries } = useShell();
  const current = currentEntry(entries, useLocation().pathname);
  return ({ key }) => key === current;
}

export function MenuList({ items }: { readonly items: readonly MenuItem[] }) {
  const isCurrent = useIsCurrent();
  return (
    <ul className="flex flex-col gap-0.5">
      {items.map((item) => (
        <li key={item.key}>
          <Link
            to={item.href}
            prefetch="intent"
            aria-current={isCurrent(item) ? "page" : undefined}
            className={`flex min-h-11 items-center gap-3 rounded-lg px-3 transition-colors duration-150 pointer-fine:min-h-10 ${
              isCurrent(item) ? "bg-marque-fond font-semibold text-texte" : "text-texte hover:bg-surface2"
            }`}
          >
            <Icon name={item.icon} className={`shrink-0 ${isCurrent(item) ? "text-marque" : "text-texte2"}`} />
            {item.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
