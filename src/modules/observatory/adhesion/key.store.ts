/** SQL of the keys of a house. The private part is a cipher of the vault, bound to its house and to its row. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Vault } from "#platform/vault.ts";
import { newKeyPair, type Purpose, signText } from "../observation/signature.server.ts";
import type { SigningKeyId } from "../tables.ts";

export type HouseKey = {
  readonly id: SigningKeyId;
  readonly publicKey: string;
  sign(purpose: Purpose, text: string): string;
};

type Row = { readonly id: SigningKeyId; readonly publicKey: string; readonly sealed: string };
const sealedFor = (organizationId: OrganizationId, id: SigningKeyId) => ({
  organizationId,
  personId: id,
  column: "signing_key.sealed",
});

function opened(vault: Vault, organizationId: OrganizationId, { id, publicKey, sealed }: Row): HouseKey {
  return {
    id,
    publicKey,
    sign(purpose, text) {
      const key = vault.open(sealed, sealedFor(organizationId, id));
      if (!("plain" in key)) throw new Error(`the signing key ${id} does not open: ${key.fault}`);
      return signText(key.plain, purpose, text);
    },
  };
}

type Place = Pick<CommandContext, "tx" | "organizationId" | "vault" | "id"> & { readonly now: Instant };

export async function makeKey({ tx, organizationId, vault, now, ...context }: Place): Promise<HouseKey> {
  const { publicKey, privateKey } = newKeyPair();
  const id = context.id<"signingKey">();
  const sealed = vault.seal(privateKey, sealedFor(organizationId, id));
  await sql`insert into observatory.signing_key (organization_id, id, public_key, sealed, created_at)
    values (${organizationId}, ${id}, ${publicKey}, ${sealed}, ${now})`.execute(tx);
  return opened(vault, organizationId, { id, publicKey, sealed });
}

export async function findKey(
  { tx, organizationId, vault }: { tx: Tx; organizationId: OrganizationId; vault: Vault },
  id: SigningKeyId | null,
): Promise<HouseKey | null> {
  const { rows } = await sql<Row>`select id, public_key as "publicKey", sealed from observatory.signing_key
    where organization_id = ${organizationId} and ${id === null ? sql`true` : sql`id = ${id}`}
    order by created_at desc, id desc limit 1`.execute(tx);
  return rows[0] === undefined ? null : opened(vault, organizationId, rows[0]);
}

/** The key of a network: made once. */
export const ownKey = async (place: Place): Promise<HouseKey> => (await findKey(place, null)) ?? makeKey(place);
