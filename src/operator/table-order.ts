export type Reference = { readonly from: string; readonly to: string };

/**
 * Tables in an order where each comes after those it refers to; by name where nothing decides.
 * Throws on tables that refer to each other in a ring: rows could not be put back in any order.
 */
export function inOrderOfReferences(tables: readonly string[], references: readonly Reference[]): string[] {
  const waiting = new Map<string, Set<string>>(tables.map((table) => [table, new Set()]));
  for (const { from, to } of references) if (from !== to && waiting.has(to)) waiting.get(from)?.add(to);
  const order: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, needs]) => needs.size === 0).map(([table]) => table);
    if (free.length === 0) throw new Error(`tables refer to each other in a ring: ${[...waiting.keys()].join(", ")}`);
    for (const table of free.sort()) {
      order.push(table);
      waiting.delete(table);
    }
    for (const needs of waiting.values()) for (const table of free) needs.delete(table);
  }
  return order;
}
