import { describe, expect, it } from "vitest";
import type { Instant } from "#kernel/day.ts";
import { sealer } from "#platform/seal.ts";
import { paceOf, senderOf, stampOf } from "./spam-guard.ts";

const seal = sealer("the secret of an instance");
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 27, 10) + seconds * 1000).toISOString() as Instant;

describe("Le temps de remplir", () => {
  const stamp = stampOf(at(0), "etabli", seal);

  it("deux secondes au moins, un jour au plus", () => {
    expect(paceOf(stamp, at(1.999), "etabli", seal)).toBe("tooFast");
    expect(paceOf(stamp, at(2), "etabli", seal)).toBe("right");
    expect(paceOf(stamp, at(86_400), "etabli", seal)).toBe("right");
    expect(paceOf(stamp, at(86_400.001), "etabli", seal)).toBe("tooOld");
  });

  it("une heure écrite par quelqu’un d’autre, pour une autre page ou avec un autre secret ne vaut rien", () => {
    expect(paceOf(`${Date.parse(at(0))}.abc`, at(10), "etabli", seal)).toBe("tooOld");
    expect(paceOf("", at(10), "etabli", seal)).toBe("tooOld");
    expect(paceOf(stamp, at(10), "ailleurs", seal)).toBe("tooOld");
    expect(paceOf(stamp, at(10), "etabli", sealer("another"))).toBe("tooOld");
  });

  it("à venir, elle est trop rapide", () => {
    expect(paceOf(stampOf(at(60), "etabli", seal), at(10), "etabli", seal)).toBe("tooFast");
  });
});

describe("Qui envoie", () => {
  it("l’adresse ne se relit pas ; un même foyer est un même envoyeur, un autre un autre", () => {
    const sender = (address: string, slug = "etabli") => senderOf(address, slug, seal);
    expect(sender("203.0.113.9")).not.toContain("203");
    expect(sender("203.0.113.9")).toBe(sender("203.0.113.9"));
    expect(sender("203.0.113.9")).not.toBe(sender("203.0.113.10"));
    expect(sender("203.0.113.9")).not.toBe(sender("203.0.113.9", "ailleurs"));
    expect(sender("2001:db8:1:2:aaaa::1")).toBe(sender("2001:0db8:1:2:bbbb:1:2:3"));
    expect(sender("2001:db8:1:2::1")).not.toBe(sender("2001:db8:1:3::1"));
    expect(sender("::1")).toBe(sender("0:0:0:0:1:2:3:4"));
  });
});
