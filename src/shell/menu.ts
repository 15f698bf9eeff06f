import type { Language } from "#kernel/language.ts";
import { type ActorSummary, type CreationEntry, type NavigationEntry, stands } from "#ui/navigation.ts";
import type { MenuItem } from "#ui/shell-context.tsx";

type Entries<Entry> = readonly Entry[];

const itemOf = (entry: NavigationEntry | CreationEntry, slug: string, language: Language): MenuItem => ({
  key: entry.key,
  href: entry.href(slug),
  icon: entry.icon,
  label: entry.words[language],
  letter: entry.letter,
  ...("section" in entry ? { section: entry.section, mobile: entry.mobile, short: entry.short?.[language] } : {}),
});

/** The menu of this person, the pages that its entries' tabs hold, and what they may start. */
export function menuOf(
  { entries, creations }: { readonly entries: Entries<NavigationEntry>; readonly creations: Entries<CreationEntry> },
  actor: ActorSummary,
  slug: string,
  language: Language,
) {
  const visible = entries.filter((entry) => stands(entry, actor));
  const tabs = visible.filter(({ within }) => within !== undefined);
  return {
    entries: visible
      .filter(({ within }) => within === undefined)
      .map((entry) => ({
        ...itemOf(entry, slug, language),
        holds: [
          ...tabs.filter(({ within }) => within === entry.key).map(({ href }) => href(slug)),
          ...(entry.holds?.(slug) ?? []),
        ],
      })),
    tabPages: tabs.map((entry) => itemOf(entry, slug, language)),
    creations: creations.filter((entry) => stands(entry, actor)).map((entry) => itemOf(entry, slug, language)),
  };
}

/**
 * The entry of the menu that a page belongs to: of the addresses that entries stand for, the one that goes furthest along the
 * page's. An entry that stands above another one (settings, then those of sales) is the current one on its own page only.
 */
export function currentEntry(entries: readonly MenuItem[], pathname: string): string | null {
  let current: { readonly key: string; readonly length: number } | null = null;
  for (const { key, href, holds = [] } of entries) {
    const isAbove = entries.some((other) => other.href.startsWith(`${href}/`));
    for (const address of [href, ...holds]) {
      const isWithin = pathname.startsWith(`${address}/`) && !(isAbove && address === href);
      if (pathname !== address && !isWithin) continue;
      if (current === null || address.length > current.length) current = { key, length: address.length };
    }
  }
  return current?.key ?? null;
}
