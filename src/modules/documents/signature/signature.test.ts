import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, type Instant, toDay } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import {
  checkCode,
  drawingOf,
  holdsTogether,
  maskedEmail,
  networkOf,
  nextSigner,
  readCheckCode,
  type SignatureEvent,
  type Signer,
  sealOf,
  statusOf,
} from "./signature.ts";
import { momentInWords } from "./trail.ts";

const line = (number: number, kind: SignatureEvent["kind"], rank: number | null): Omit<SignatureEvent, "seal"> => ({
  ...{
    number,
    kind,
    rank,
    personId: "p" as PersonId,
    at: "2026-11-27T10:00:00.000Z" as Instant,
    timeZone: "Europe/Paris",
  },
  details: { typedName: `n${number}` },
});

function chain(lines: readonly Omit<SignatureEvent, "seal">[]): SignatureEvent[] {
  const events: SignatureEvent[] = [];
  for (const one of lines) events.push({ ...one, seal: sealOf(events.at(-1)?.seal ?? "", one) });
  return events;
}

const signer = (rank: number): Signer => ({
  rank,
  personId: `p${rank}` as PersonId,
  side: "person",
  name: "",
  email: "",
});

describe("Le déroulé d’une signature", () => {
  it("chacun signe à son tour", () => {
    const signers = [signer(1), signer(2)];
    expect(nextSigner(signers, chain([line(1, "sent", null)]))?.rank).toBe(1);
    expect(nextSigner(signers, chain([line(1, "sent", null), line(2, "signed", 1)]))?.rank).toBe(2);
    expect(nextSigner(signers, chain([line(1, "signed", 1), line(2, "signed", 2)]))).toBeNull();
  });

  it("une demande expire le lendemain de son dernier jour", () => {
    const request = { outcome: null, expiresOn: toDay("2026-02-28") };
    const on = (day: string) => statusOf(request, day as Day);
    expect([on("2026-02-27"), on("2026-02-28"), on("2026-03-01")]).toEqual(["waiting", "waiting", "expired"]);
    expect(statusOf({ ...request, outcome: "signed" }, "2026-03-01" as Day)).toBe("signed");
  });

  it("une ligne changée, retirée ou déplacée se voit", () => {
    const events = chain([line(1, "sent", null), line(2, "reminded", 1), line(3, "signed", 1)]);
    expect(holdsTogether(events)).toBe(true);
    for (const [index, event] of events.entries()) {
      expect(holdsTogether(events.with(index, { ...event, details: { typedName: "autre" } }))).toBe(false);
      expect(holdsTogether(events.with(index, { ...event, at: "2026-11-28T10:00:00.000Z" as Instant }))).toBe(false);
    }
    expect(holdsTogether(events.slice(1))).toBe(false);
    expect(holdsTogether([events[0], events[2], events[1]] as SignatureEvent[])).toBe(false);
  });

  it("l’heure se lit là où l’on est, et en temps universel", () => {
    const at = "2026-06-30T22:30:05.000Z" as Instant;
    expect(momentInWords({ at, timeZone: "Indian/Reunion" })).toBe(
      "01/07/2026 à 02:30:05 (Indian/Reunion, 22:30:05 UTC)",
    );
  });
});

describe("Ce qui se garde d’un signataire", () => {
  it("le réseau, jamais l’adresse entière ; de quoi reconnaître son courriel, pas l’apprendre", () => {
    expect(networkOf("203.0.113.250")).toBe("203.0.113.x");
    expect(networkOf("::ffff:203.0.113.250")).toBe("203.0.113.x");
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1::");
    expect(networkOf("nulle part")).toBe("");
    expect(maskedEmail("samira@etabli.example")).toBe("s•••@etabli.example");
  });

  it("le code de vérification se relit, et rien d’autre n’en est un", () => {
    const [organizationId, requestId] = [
      "01a21edc-0f91-763c-9605-6968af7dea1c",
      "01a21edc-0f91-763c-9605-6968af7dea1d",
    ];
    const code = checkCode(organizationId as OrganizationId, requestId as Id<"signatureRequest">);
    expect(readCheckCode(code)).toEqual({ organizationId, requestId });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        (text) => text === code || readCheckCode(text) === null || text.length === 43,
      ),
    );
    expect(readCheckCode(`${code}a`)).toBeNull();
  });

  it("un dessin devient un SVG que nous écrivons ; le reste n’est rien", () => {
    expect(drawingOf("[[[0,0],[600,200]],[[5,5]]]")).toContain('d="M0 0L600 200M5 5h1"');
    for (const text of [
      "",
      "[]",
      "{}",
      "[[]]",
      '[[["a",1]]]',
      "[[[601,0]]]",
      "[[[1.5,0]]]",
      '[[[0,"0\\"/><script>"]]]',
      `[${"[[1,1]],".repeat(100)}[[1,1]]]`,
    ]) {
      expect([text, drawingOf(text)]).toEqual([text, null]);
    }
    fc.assert(fc.property(fc.json(), (text) => drawingOf(text)?.includes("<script") !== true));
  });
});
