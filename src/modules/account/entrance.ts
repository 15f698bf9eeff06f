import { localPath } from "#ui/local-path.ts";

/** Where one goes once signed in: the page that was asked for, else one's cooperative (or the choice among several). */
export function entrance(next: string): string {
  const path = localPath(next);
  return path === "/" || path.startsWith("/connexion") ? "/cooperatives?entree=oui" : path;
}
