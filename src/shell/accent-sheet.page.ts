import { accentSheet, parseColour } from "#ui/contrast.ts";
import type { Route } from "./+types/accent-sheet.page";

/** "/marque/0b5c55.css": the shades of a colour. Nothing of anybody's: the address says it all, so it never changes. */
export function loader({ params }: Route.LoaderArgs) {
  const colour = parseColour(`#${(params.colour ?? "").replace(/\.css$/, "")}`);
  if (colour === null) return new Response("", { status: 404 });
  return new Response(accentSheet(colour), {
    headers: { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=31536000, immutable" },
  });
}
