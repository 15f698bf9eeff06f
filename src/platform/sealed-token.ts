/** Addresses that open one thing of one cooperative to whoever holds them, without an account. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { OrganizationId } from "#kernel/id.ts";

export type SealedTokens = {
  /** An address piece that nobody can guess; the same for the same thing, so that nothing of it has to be kept. */
  make(purpose: string, organizationId: OrganizationId, id: string): string;
  /** What a piece of address names, when its seal is ours; null otherwise. No database is asked. */
  read(purpose: string, token: string): { readonly organizationId: OrganizationId; readonly id: string } | null;
};

const UUID_BYTES = 16;
const SEAL_BYTES = 32;
/** Two identifiers and a seal in base64url. */
const SHAPE = /^[\w-]{86}$/;

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");
const uuidOf = (bytes: Buffer) => bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** Seals with the instance's secret: another instance, or a new secret, opens none of these. */
export function sealedTokens(secret: string): SealedTokens {
  const seal = (purpose: string, names: Buffer) =>
    createHmac("sha256", secret).update(`sealed token ${purpose} `).update(names).digest();
  return {
    make(purpose, organizationId, id) {
      const names = Buffer.concat([bytesOf(organizationId), bytesOf(id)]);
      return Buffer.concat([names, seal(purpose, names)]).toString("base64url");
    },
    read(purpose, token) {
      if (!SHAPE.test(token)) return null;
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length !== 2 * UUID_BYTES + SEAL_BYTES) return null;
      const names = bytes.subarray(0, 2 * UUID_BYTES);
      if (!timingSafeEqual(seal(purpose, names), bytes.subarray(2 * UUID_BYTES))) return null;
      return {
        organizationId: uuidOf(names.subarray(0, UUID_BYTES)) as OrganizationId,
        id: uuidOf(names.subarray(UUID_BYTES)),
      };
    },
  };
}
