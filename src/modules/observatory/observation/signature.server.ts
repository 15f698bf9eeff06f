/** Ed25519 signatures (RFC 8032) of texts, each for one use: a signature of one kind is worth nothing as another. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";

export type Purpose = "essaim-adhesion" | "essaim-adhesion-answer" | "essaim-observation" | "essaim-receipt";

const bytesFor = (purpose: Purpose, text: string): Buffer => Buffer.from(`${purpose}\n1\n${text}`, "utf8");

/** A new pair: the public part as base64url of its DER, the private one as PEM. */
export function newKeyPair(): { readonly publicKey: string; readonly privateKey: string } {
  const pair = generateKeyPairSync("ed25519");
  return {
    publicKey: pair.publicKey.export({ type: "spki", format: "der" }).toString("base64url"),
    privateKey: pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

export function signText(privateKey: string, purpose: Purpose, text: string): string {
  return sign(null, bytesFor(purpose, text), createPrivateKey(privateKey)).toString("base64url");
}

/** False for a signature, a key or a text that do not go together, and for what is no key at all. */
export function isSigned(publicKey: string, purpose: Purpose, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64url"), format: "der", type: "spki" });
    if (key.asymmetricKeyType !== "ed25519") return false;
    return verify(null, bytesFor(purpose, text), key, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}

export const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
