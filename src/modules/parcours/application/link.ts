/** Personal links of candidates: their address carries a seal of this instance, and nothing that is kept opens them. */
import type { Id } from "#kernel/id.ts";

export type CandidateLinkId = Id<"candidateLink">;

/** How long a link works: a candidacy takes months. */
export const LINK_DAYS = 120;

/** What the seal of an address is for: it opens nothing else. */
export const CANDIDATE_LINK = "candidate";

/** Where a kept message leaves room for the address. */
export function placeOf(linkId: CandidateLinkId): string {
  return `{lien ${linkId}}`;
}

const PLACE = /\{lien ([0-9a-f-]{36})\}/g;

/** A message as it leaves: each place says its address. */
export function withAddresses(body: string, addressOf: (linkId: string) => string): string {
  return body.replace(PLACE, (_, linkId: string) => addressOf(linkId));
}
