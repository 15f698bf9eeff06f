/** Changes to a tree of criteria. A place is the rank of each branch from the top: "0.2"; "" is the whole. */
import { type Group, isGroup, MOST_NODES, type Node, nodesOf } from "./question.ts";

function ranks(place: string): number[] | null {
  if (place === "") return [];
  return /^\d{1,2}(\.\d{1,2}){0,9}$/.test(place) ? place.split(".").map(Number) : null;
}

/** Puts the outcome of `change` in place of a node; null takes it away. The tree itself when nothing stands there. */
function changeAt(group: Group, path: readonly number[], change: (node: Node) => Node | null): Group {
  const [rank, ...rest] = path;
  if (rank === undefined) {
    const changed = change(group);
    return changed !== null && isGroup(changed) ? changed : group;
  }
  const of = group.of.flatMap((node, index) => {
    if (index !== rank) return [node];
    if (rest.length > 0) return [isGroup(node) ? changeAt(node, rest, change) : node];
    const changed = change(node);
    return changed === null ? [] : [changed];
  });
  return { ...group, of };
}

function edit(who: Group, place: string, change: (node: Node) => Node | null): Group {
  const path = ranks(place);
  return path === null ? who : changeAt(who, path, change);
}

/** Adds a node to a group, unless the question has become too long. */
export function addTo(who: Group, place: string, node: Node): Group {
  if (nodesOf(who) >= MOST_NODES) return who;
  return edit(who, place, (at) => (isGroup(at) && at.of.length < 20 ? { ...at, of: [...at.of, node] } : at));
}

export const removeAt = (who: Group, place: string): Group => edit(who, place, () => null);

export const turnAt = (who: Group, place: string): Group => edit(who, place, (node) => ({ ...node, not: !node.not }));

/** « Toutes » becomes « une au moins », and back. */
export const joinAt = (who: Group, place: string): Group =>
  edit(who, place, (node) => (isGroup(node) ? { ...node, join: node.join === "all" ? "any" : "all" } : node));

/** The group at a place, the whole when there is none: what a new criterion joins. */
export function groupAt(who: Group, place: string): { readonly place: string; readonly group: Group } {
  let found: Group = who;
  for (const rank of ranks(place) ?? []) {
    const node = found.of[rank];
    if (node === undefined || !isGroup(node)) return { place: "", group: who };
    found = node;
  }
  return { place: ranks(place) === null ? "" : place, group: found };
}
