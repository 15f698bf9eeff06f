import { NavLink } from "react-router";
import { useLanguage } from "./language.tsx";
import type { SharedPages } from "./shared-pages.ts";

export type Tab = { readonly to: string; readonly label: string; readonly count?: number; readonly end?: boolean };

/** Pages of one thing, side by side: links, so that each has its address. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-bordure">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink
              to={tab.to}
              end={tab.end ?? false}
              prefetch="intent"
              className={({ isActive }) =>
                `inline-flex min-h-11 items-center gap-2 border-b-3 px-3 whitespace-nowrap -outline-offset-3 ${
                  isActive
                    ? "border-marque font-semibold text-texte"
                    : "border-transparent text-texte2 hover:border-bordure-forte hover:text-texte"
                }`
              }
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="rounded-full bg-neutre-fond px-2 text-legende text-neutre tabular-nums">
                  {tab.count}
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The pages of several modules under one entry of the menu. */
export function SharedTabs({ slug, of }: { readonly slug: string; readonly of: SharedPages }) {
  const { language } = useLanguage();
  const tabs = of.pages.map(({ path, end, words }) => ({ to: `/${slug}/${path}`, label: words[language], end }));
  return <Tabs label={of.label[language]} tabs={tabs} />;
}
