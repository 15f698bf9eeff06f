/** The page of a document for its customer: what it is about, how long it lasts, where a message names it. */
import type { Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { Refusal } from "#kernel/refusal.ts";
import type { fr } from "./link.fr.ts";

export type LinkId = Id<"link">;
export type LinkedKind = "quote" | "invoice";
export type LinkRefusal = Refusal<keyof typeof fr.refusals>;

export type DocumentLink = {
  readonly id: LinkId;
  readonly kind: LinkedKind;
  readonly documentId: string;
  readonly expiresAt: Instant;
};

/** Long enough for a quote to be thought over and for an invoice to be found again. */
export const LINK_DAYS = 180;

/** Where a message gives the address, written when it leaves: what is kept of the message opens nothing. */
export const LINK_PLACE = "{lien}";

/** What the seal of these addresses is for. */
export const LINK_PURPOSE = "sales.document";

export function expiryOf(now: Instant): Instant {
  return new Date(Date.parse(now) + LINK_DAYS * 86_400_000).toISOString() as Instant;
}

/** The message with its address; without one, less the lines that would give it. */
export function withAddress(body: string, address: string | null): string {
  if (address !== null) return body.replaceAll(LINK_PLACE, address);
  return body
    .split("\n")
    .filter((line) => !line.includes(LINK_PLACE))
    .join("\n");
}
