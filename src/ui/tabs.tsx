import { Link, NavLink } from "react-router";
import { useLanguage } from "./language.tsx";
import type { SharedPages } from "./shared-pages.ts";

export type Tab = {
  readonly to: string;
  readonly label: string;
  readonly count?: number;
  readonly end?: boolean;
  /** Said where the addresses differ by what follows « ? » only. */
  readonly current?: boolean;
};

const tabClass = (isActive: boolean) =>
  `inline-flex min-h-11 items-center gap-2 border-b-3 px-3 whitespace-nowrap -outline-offset-3 ${
    isActive
      ? "border-marque font-semibold text-texte"
      : "border-transparent text-texte2 hover:border-bordure-forte hover:text-texte"
  }`;

/** Pages of one thing, side by side: links, so that each has its address. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-bordure">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            {tab.current === undefined ? (
              <NavLink
                to={tab.to}
                end={tab.end ?? false}
                prefetch="intent"
                className={({ isActive }) => tabClass(isActive)}
              >
                <TabWords tab={tab} />
              </NavLink>
            ) : (
              <Link
                to={tab.to}
                prefetch="intent"
                aria-current={tab.current ? "page" : undefined}
                className={tabClass(tab.current)}
              >
                <TabWords tab={tab} />
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TabWords({ tab }: { readonly tab: Tab }) {
  return (
    <>
      {tab.label}
      {tab.count === undefined ? null : (
        <span className="rounded-full bg-neutre-fond px-2 text-legende text-neutre tabular-nums">{tab.count}</span>
      )}
    </>
  );
}

/** The pages of several modules under one entry of the menu. */
export function SharedTabs({ slug, of }: { readonly slug: string; readonly of: SharedPages }) {
  const { language } = useLanguage();
  const tabs = of.pages.map(({ path, end, words }) => ({ to: `/${slug}/${path}`, label: words[language], end }));
  return <Tabs label={of.label[language]} tabs={tabs} />;
}
