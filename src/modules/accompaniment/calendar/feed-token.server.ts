import { createHash, randomBytes } from "node:crypto";
import { type OrganizationId, parseId } from "#kernel/id.ts";

/** Sixteen bytes say whose cooperative it is, so that its rows alone are read; twenty-four are the secret. */
const ORGANIZATION_BYTES = 16;
const SECRET_BYTES = 24;

export type FeedToken = { readonly organizationId: OrganizationId; readonly hash: string };

const hashOf = (token: string): string => createHash("sha256").update(`calendar ${token}`).digest("hex");

/** A new secret address: shown once, kept nowhere. */
export function newFeedToken(organizationId: OrganizationId): { readonly token: string; readonly hash: string } {
  const bytes = Buffer.concat([Buffer.from(organizationId.replaceAll("-", ""), "hex"), randomBytes(SECRET_BYTES)]);
  const token = bytes.toString("base64url");
  return { token, hash: hashOf(token) };
}

/** Reads a token of an address; null when it cannot be one. */
export function readFeedToken(token: string): FeedToken | null {
  if (!/^[A-Za-z0-9_-]+$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  if (bytes.byteLength !== ORGANIZATION_BYTES + SECRET_BYTES) return null;
  const hex = bytes.subarray(0, ORGANIZATION_BYTES).toString("hex");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  const organizationId = parseId<"organization">(id);
  return organizationId === null ? null : { organizationId, hash: hashOf(token) };
}

/** Diaries ask once an hour or so: more than this within ten minutes is somebody else's program. */
const MOST = 30;
const WINDOW_MS = 600_000;
const REMEMBERED = 10_000;
const asked = new Map<string, { since: number; count: number }>();

/** True when this address is asked too often, in this process. */
export function isAskedTooOften(hash: string, now: number): boolean {
  const known = asked.get(hash);
  if (known === undefined || now - known.since > WINDOW_MS) {
    if (asked.size >= REMEMBERED) asked.clear();
    asked.set(hash, { since: now, count: 1 });
    return false;
  }
  known.count += 1;
  return known.count > MOST;
}
