import { createHash, randomBytes } from "node:crypto";
import type { Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";

/** A UUIDv7 (RFC 9562): its first 48 bits are the moment, so that rows written together lie together. */
export function newId<Noun extends string>(now: Instant): Id<Noun> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.parse(now), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Noun>;
}

/** An identifier that the same words always give (UUIDv8): what runs twice is written once. */
export function derivedId(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
