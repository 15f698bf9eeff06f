import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** A key of the vault: thirty-two bytes, under a name that what it encrypted keeps. */
export type DataKey = { readonly id: string; readonly key: Buffer };

/** What an encrypted value belongs to: moved to another person, column or cooperative, it does not open. */
export type SealedFor = { readonly organizationId: string; readonly personId: string; readonly column: string };

/** "key": encrypted under a key that this instance does not have; "altered": changed since, or moved. */
export type Opened = { readonly plain: string } | { readonly fault: "key" | "altered" };

/** Encrypts what the database must not be able to tell. Its keys are kept outside of it. */
export type Vault = {
  readonly seal: (plain: string, about: SealedFor) => string;
  readonly open: (sealed: string, about: SealedFor) => Opened;
  /** The key that encrypts today. */
  readonly currentKey: () => string;
};

const FORMAT = "1";
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Lengths are rounded up to this: "yes" is as long as "no". */
const BLOCK = 64;

/** The key that a value was encrypted under. */
export const keyOf = (sealed: string): string => sealed.split(".")[1] ?? "";

/**
 * A vault over these keys: the first encrypts, all of them decrypt. They are read again for each value that is encrypted, and
 * for a value under a key not seen yet: a rotation needs no restart.
 */
export function openVault(read: () => readonly DataKey[]): Vault {
  let keys = read();
  const first = (): DataKey => {
    keys = read();
    const [current] = keys;
    if (current === undefined) throw new Error("the vault has no key");
    return current;
  };
  const named = (id: string) => keys.find((key) => key.id === id);
  return {
    currentKey: () => first().id,
    seal(plain, about) {
      const { id, key } = first();
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(contextOf(id, about));
      const content = Buffer.concat([cipher.update(padded(plain)), cipher.final(), cipher.getAuthTag()]);
      return [FORMAT, id, nonce.toString("base64url"), content.toString("base64url")].join(".");
    },
    open(sealed, about) {
      const [format, id = "", nonce = "", content = ""] = sealed.split(".");
      if (format !== FORMAT) return { fault: "altered" };
      if (named(id) === undefined) keys = read();
      const key = named(id)?.key;
      if (key === undefined) return { fault: "key" };
      const bytes = Buffer.from(content, "base64url");
      const end = bytes.length - TAG_BYTES;
      try {
        const decipher = createDecipheriv(CIPHER, key, Buffer.from(nonce, "base64url"), { authTagLength: TAG_BYTES });
        decipher.setAAD(contextOf(id, about)).setAuthTag(bytes.subarray(end));
        return { plain: unpadded(Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()])) };
      } catch {
        // The library says no more than that: a byte, the tag, or what it belongs to.
        return { fault: "altered" };
      }
    },
  };
}

function contextOf(id: string, { organizationId, personId, column }: SealedFor): Buffer {
  return Buffer.from(["essaim", FORMAT, id, organizationId, personId, column].join("\n"));
}

/** The length, then the text, then zeros up to a whole number of blocks. */
function padded(plain: string): Buffer {
  const text = Buffer.from(plain, "utf8");
  const bytes = Buffer.alloc(Math.ceil((text.length + 4) / BLOCK) * BLOCK);
  bytes.writeUInt32BE(text.length);
  text.copy(bytes, 4);
  return bytes;
}

function unpadded(bytes: Buffer): string {
  return bytes.subarray(4, 4 + bytes.readUInt32BE()).toString("utf8");
}
