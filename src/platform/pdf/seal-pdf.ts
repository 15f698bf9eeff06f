/**
 * The seal of the instance on a PDF: a PAdES signature (B-B, ETSI.CAdES.detached) with a key that derives from the
 * instance's secret and a certificate of its own. It shows that not a byte changed since; it is no qualified signature.
 */
import { createECDH, createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from "node:crypto";
import { PDF, type Signer } from "@libpdf/core";
import type { Instant } from "#kernel/day.ts";

export type SealPdf = (
  pdf: Uint8Array,
  seal: { readonly name: string; readonly reason: string; readonly at: Instant },
) => Promise<Uint8Array>;

const length = (size: number): Buffer =>
  size < 128
    ? Buffer.from([size])
    : size < 256
      ? Buffer.from([0x81, size])
      : Buffer.from([0x82, size >> 8, size & 255]);
const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), length(body.length), body]);
};
const sequence = (...parts: readonly Uint8Array[]) => tlv(0x30, ...parts);
const identifier = (hex: string) => tlv(0x06, Buffer.from(hex, "hex"));

const ECDSA_SHA256 = sequence(identifier("2a8648ce3d040302"));
const COMMON_NAME = identifier("550403");
/** digitalSignature and nonRepudiation, critical (RFC 5280 §4.2.1.3). */
const KEY_USAGE = sequence(
  identifier("551d0f"),
  tlv(0x01, Buffer.from([255])),
  tlv(0x04, tlv(0x03, Buffer.from([6, 0xc0]))),
);
const FROM = tlv(0x17, Buffer.from("260101000000Z"));
const UNTIL = tlv(0x18, Buffer.from("20760101000000Z"));

/** A certificate that the key signs for itself (X.509 v3): nobody vouches for it but the instance. */
function certificateOf(key: KeyObject, name: string): Buffer {
  const publicKey = createPublicKey(key).export({ type: "spki", format: "der" });
  const serial = createHash("sha256").update(publicKey).update(name).digest().subarray(0, 15);
  const subject = sequence(tlv(0x31, sequence(COMMON_NAME, tlv(0x0c, Buffer.from(name.slice(0, 64))))));
  const told = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.from([1]), serial),
    ECDSA_SHA256,
    subject,
    sequence(FROM, UNTIL),
    subject,
    publicKey,
    tlv(0xa3, sequence(KEY_USAGE)),
  );
  return sequence(told, ECDSA_SHA256, tlv(0x03, Buffer.from([0]), sign("sha256", told, key)));
}

/** The same secret gives the same key on every start: nothing more to keep, nothing more to lose. */
export function openSeal(secret: string): SealPdf {
  const scalar = Buffer.from(hkdfSync("sha256", secret, "", "essaim document seal 1", 32));
  const curve = createECDH("prime256v1");
  curve.setPrivateKey(scalar);
  const point = curve.getPublicKey();
  const jwk = {
    kty: "EC",
    crv: "P-256",
    d: scalar.toString("base64url"),
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const key = createPrivateKey({ key: jwk, format: "jwk" });
  return async (pdf, { name, reason, at }) => {
    const signer: Signer = {
      certificate: certificateOf(key, name),
      keyType: "EC",
      signatureAlgorithm: "ECDSA",
      // DER, as CMS wants it (RFC 5753).
      sign: async (bytes) => new Uint8Array(sign("sha256", bytes, key)),
    };
    const document = await PDF.load(pdf);
    const { bytes } = await document.sign({ signer, reason, signingTime: new Date(at), level: "B-B" });
    return bytes;
  };
}
