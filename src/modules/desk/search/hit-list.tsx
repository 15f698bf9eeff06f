import { Link } from "react-router";
import { Icon } from "#ui/icon.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { MenuItem } from "#ui/shell-context.tsx";
import type { Acts } from "./acts.island.ts";
import { en } from "./search.en.ts";
import { fr } from "./search.fr.ts";
import type { SearchHit } from "./search.ts";

export type Found = {
  readonly key: string;
  readonly group: string;
  readonly href: string;
  readonly icon: SearchHit["icon"];
  readonly title: string;
  readonly detail?: string;
};

/** Things first, grouped by what they are; then what to create and where to go. */
export function foundOf(
  hits: readonly SearchHit[],
  groups: Acts,
  words: { readonly do: string; readonly go: string },
): Found[] {
  const act = (group: string) => (item: MenuItem) => ({
    key: `${group}:${item.key}`,
    group,
    href: item.href,
    icon: item.icon,
    title: item.label,
  });
  return [
    ...hits.map((hit) => ({ ...hit, group: hit.kind })),
    ...groups.creations.map(act(words.do)),
    ...groups.places.map(act(words.go)),
  ];
}

/** The found things of each group, in the order of the groups' first appearance. */
export function byGroup(found: readonly Found[]): [string, Found[]][] {
  const groups = new Map<string, Found[]>();
  for (const item of found) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups];
}

export function HitList({ hits, groups }: { readonly hits: readonly SearchHit[]; readonly groups: Acts }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <div className="flex flex-col gap-5">
      {byGroup(foundOf(hits, groups, words)).map(([group, items]) => (
        <section key={group} aria-label={group}>
          <h2 className="mb-1 text-aide font-semibold text-texte2">{group}</h2>
          <ul className="overflow-hidden rounded-xl border border-bordure bg-surface">
            {items.map((item) => (
              <li key={item.key} className="border-b border-bordure last:border-b-0">
                <Link
                  to={item.href}
                  className="flex min-h-12 items-center gap-3 px-4 py-2 -outline-offset-3 hover:bg-surface2"
                >
                  <Icon name={item.icon} className="shrink-0 text-texte2" />
                  <span className="min-w-0">
                    <span className="block font-medium">{item.title}</span>
                    {item.detail ? <span className="block text-aide text-texte2">{item.detail}</span> : null}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
