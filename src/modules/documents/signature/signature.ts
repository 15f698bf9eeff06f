/** Signing in the application: whose turn it is, where a request stands, what proves it. Pure. */
import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { Day, Instant } from "#kernel/day.ts";
import { type Id, type OrganizationId, type PersonId, parseId } from "#kernel/id.ts";

export type RequestId = Id<"signatureRequest">;
export type Side = "person" | "cooperative";
export type EventKind = "sent" | "reminded" | "signed" | "declined" | "cancelled";
export type Outcome = "signed" | "declined" | "cancelled";
/** How a signer was recognised, again, at the moment of signing. */
export const RECOGNITIONS = ["password", "mailCode"] as const;
export type Recognition = (typeof RECOGNITIONS)[number];

export type Signer = {
  readonly rank: number;
  readonly personId: PersonId;
  readonly side: Side;
  readonly name: string;
  readonly email: string;
};

export type SignatureEvent = {
  readonly number: number;
  readonly kind: EventKind;
  readonly rank: number | null;
  readonly personId: PersonId;
  readonly at: Instant;
  readonly timeZone: string;
  readonly details: Readonly<Record<string, Json>>;
  readonly seal: string;
};

export type SignatureRequest = {
  readonly id: RequestId;
  readonly documentId: Id<"document">;
  readonly documentHash: string;
  readonly sentAt: Instant;
  readonly sentBy: PersonId;
  readonly expiresOn: Day;
  readonly outcome: Outcome | null;
  readonly closedAt: Instant | null;
  readonly signedHash: string | null;
  readonly signers: readonly Signer[];
  readonly events: readonly SignatureEvent[];
};

export type SignatureStatus = "waiting" | "expired" | Outcome;

export function statusOf(
  request: { readonly outcome: Outcome | null; readonly expiresOn: Day },
  today: Day,
): SignatureStatus {
  return request.outcome ?? (request.expiresOn < today ? "expired" : "waiting");
}

/** The next to sign, in the order of their ranks; null when everybody has. */
export function nextSigner(signers: readonly Signer[], events: readonly SignatureEvent[]): Signer | null {
  const signed = new Set(events.filter(({ kind }) => kind === "signed").map(({ rank }) => rank));
  return signers.find(({ rank }) => !signed.has(rank)) ?? null;
}

/** SHA-256 of a line and of the seal before it: no line can be changed, moved or taken away unseen. */
export function sealOf(before: string, event: Omit<SignatureEvent, "seal">): string {
  const text = canonicalJson({ ...event, before } as unknown as Json);
  return createHash("sha256").update(text).digest("hex");
}

/** Whether the trail holds together, from its first line to its last. */
export function holdsTogether(events: readonly SignatureEvent[]): boolean {
  return events.every(({ seal, ...event }, index) => seal === sealOf(events[index - 1]?.seal ?? "", event));
}

/** The network of an address, never the whole: "203.0.113.x", "2001:db8:1::". */
export function networkOf(address: string): string {
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (four) return `${four[1]}.x`;
  return address.includes(":") ? `${address.split(":").slice(0, 3).join(":")}::` : "";
}

/** "s•••@etabli.example": enough to know one's own, too little to learn another's. */
export function maskedEmail(email: string): string {
  const [local = "", domain = ""] = email.split("@");
  return `${local.slice(0, 1)}•••@${domain}`;
}

/** What stands in the address that checks a signed document: the cooperative and the request. */
export function checkCode(organizationId: OrganizationId, requestId: RequestId): string {
  return Buffer.from(`${organizationId}${requestId}`.replaceAll("-", ""), "hex").toString("base64url");
}

export function readCheckCode(code: string): { organizationId: OrganizationId; requestId: RequestId } | null {
  const hex = Buffer.from(code, "base64url").toString("hex");
  if (hex.length !== 64 || Buffer.from(hex, "hex").toString("base64url") !== code) return null;
  const uuid = (text: string) => text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const organizationId = parseId<"organization">(uuid(hex.slice(0, 32)));
  const requestId = parseId<"signatureRequest">(uuid(hex.slice(32)));
  return organizationId === null || requestId === null ? null : { organizationId, requestId };
}

/** The name of a signed file. */
export const signedName = (title: string): string => `${title} (signé)`;

/** The frame in which one draws, in points. */
export const PAD = { width: 600, height: 200 } as const;
const MOST_STROKES = 80;
const MOST_POINTS = 3_000;

/** A drawn signature as SVG that we write, from strokes that a form gives; null when there is none, or nonsense. */
export function drawingOf(text: string): string | null {
  let strokes: unknown;
  try {
    strokes = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(strokes) || strokes.length === 0 || strokes.length > MOST_STROKES) return null;
  let points = 0;
  const paths: string[] = [];
  for (const stroke of strokes as unknown[]) {
    if (!Array.isArray(stroke) || stroke.length === 0) return null;
    const places = stroke.map((point: unknown) => {
      const [x, y] = Array.isArray(point) ? (point as unknown[]) : [];
      const inside =
        Number.isInteger(x) &&
        Number.isInteger(y) &&
        inFrame(x as number, PAD.width) &&
        inFrame(y as number, PAD.height);
      return inside ? `${x} ${y}` : null;
    });
    points += places.length;
    if (places.includes(null) || points > MOST_POINTS) return null;
    paths.push(`M${places.join("L")}${places.length === 1 ? "h1" : ""}`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAD.width} ${PAD.height}"><path d="${paths.join("")}" fill="none" stroke="#1c2128" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

const inFrame = (value: number, most: number) => value >= 0 && value <= most;
