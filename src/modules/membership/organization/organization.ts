/** A cooperative: the legal entity that invoices, and its address in Essaim ("/{slug}/…"). */

import { betterColour, colourToText, parseColour } from "#ui/contrast.ts";

/** Time zones of the French territories where a cooperative may sit, Paris first. */
export const TIME_ZONES = [
  "Europe/Paris",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "Indian/Reunion",
  "Indian/Mayotte",
  "America/Miquelon",
  "America/St_Barthelemy",
  "America/Marigot",
  "Pacific/Noumea",
  "Pacific/Tahiti",
  "Pacific/Wallis",
] as const;

/** First segments of addresses that are pages of the instance: no cooperative can be called so. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  "calendrier",
  "api",
  "apparence",
  "assets",
  "compte",
  "connexion",
  "cooperatives",
  "deconnexion",
  "demonstration",
  "document",
  "favicon",
  "healthz",
  "langue",
  "marque",
  "verifier",
  "mot-de-passe",
  "mot-de-passe-oublie",
  "premiers-pas",
  "r",
  "readyz",
]);

/** The nearest colour that reads on light screens and paper, or null when this one ("#rrggbb") already does. */
export function proposedColour(colour: string): string | null {
  const parsed = parseColour(colour);
  const better = parsed === null ? null : betterColour(parsed);
  return better === null ? null : colourToText(better);
}

/** "Coopérative L’Établi" → "cooperative-l-etabli": letters, digits and hyphens, forty at most. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "cooperative" : slug;
}
