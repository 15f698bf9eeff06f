import { matchesWords } from "#ui/fold.ts";
import { type MenuItem, useShell } from "#ui/shell-context.tsx";

export type Acts = { readonly creations: readonly MenuItem[]; readonly places: readonly MenuItem[] };

/** What one may do and where one may go, among what matches: from the frame's own menu, so nothing is asked. */
export function useActs(query: string): Acts {
  const { entries, tabPages, creations } = useShell();
  const matching = (items: readonly MenuItem[]) => items.filter((item) => matchesWords(item.label, query));
  return { creations: matching(creations), places: matching([...entries, ...tabPages]) };
}
