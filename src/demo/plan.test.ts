import { describe, expect, it } from "vitest";
import type { Instant } from "#kernel/day.ts";
import { parseSiren, parseSiret } from "#modules/membership/index.server.ts";
import { chanceOf } from "./chance.ts";
import { clientsOf } from "./client.ts";
import { inventedSiren, inventedSiret } from "./invented-number.ts";
import { ACTIVITIES, ENTREPRENEURS } from "./people.ts";
import { planStory } from "./plan.ts";

const UNTIL = "2026-11-22T18:00:00.000Z" as Instant;

describe("Le récit de la démonstration", () => {
  const acts = planStory({ until: UNTIL });

  it("quarante personnes, une qui a deux activités, une activité de deux, trois sortes de contrats", () => {
    expect(ENTREPRENEURS).toHaveLength(40);
    expect(new Set(ENTREPRENEURS.map((person) => person.key)).size).toBe(40);
    expect(ACTIVITIES.filter((activity) => activity.people.includes("elise"))).toHaveLength(2);
    expect(ACTIVITIES.filter((activity) => activity.people.length === 2)).toHaveLength(1);
    expect(new Set(ENTREPRENEURS.map((person) => person.status))).toEqual(new Set(["cape", "cesa", "none"]));
    expect(new Set(ACTIVITIES.flatMap((activity) => activity.people))).toEqual(
      new Set(ENTREPRENEURS.map((person) => person.key)),
    );
  });

  it("chaque acte a sa clé, dans l’ordre du temps, jamais dans l’avenir", () => {
    expect(new Set(acts.map((act) => act.key)).size).toBe(acts.length);
    for (const [rank, act] of acts.entries()) {
      expect(act.at <= UNTIL).toBe(true);
      if (rank > 0) expect(act.at >= (acts[rank - 1]?.at ?? "")).toBe(true);
      expect(act.key.length).toBeLessThan(150);
    }
  });

  it("le même récit sur chaque machine ; un jour de plus ne change rien au passé, hors de la dernière scène", () => {
    expect(planStory({ until: UNTIL })).toEqual(acts);
    const past = (list: typeof acts) => list.filter((act) => !act.key.startsWith("scene:") && act.at < "2026-10-01");
    const later = planStory({ until: "2026-12-15T18:00:00.000Z" as Instant });
    expect(past(later)).toEqual(past(acts));
  });

  it("le volume d’une vraie coopérative, sans faire attendre", () => {
    const count = (verb: string) => acts.filter((act) => act.deed.verb === verb).length;
    expect(count("issueInvoice")).toBeGreaterThan(800);
    expect(count("draftQuote")).toBeGreaterThan(150);
    expect(count("recordPayment")).toBeGreaterThan(700);
    expect(count("postEntry")).toBeGreaterThan(800);
    expect(acts.length).toBeLessThan(12_000);
  });

  it("des numéros justes et inventés, chacun son client", () => {
    for (const rank of [0, 1, 19, 799, 79_999]) {
      const siren = inventedSiren(rank);
      expect(parseSiren(siren)).toBe(siren);
      expect(parseSiret(inventedSiret(siren))).toBe(inventedSiret(siren));
    }
    const sirens = ACTIVITIES.flatMap((activity, rank) => clientsOf(activity, rank)).flatMap(
      (client) => client.text.siren ?? [],
    );
    expect(new Set(sirens).size).toBe(sirens.length);
  });

  it("le hasard tombe toujours de la même façon, et bien réparti", () => {
    const first = chanceOf("graine");
    const again = chanceOf("graine");
    expect([first.next(), first.next(), first.next()]).toEqual([again.next(), again.next(), again.next()]);
    const chance = chanceOf("répartition");
    const rolls = Array.from({ length: 4_000 }, () => chance.between(0, 3));
    for (const value of [0, 1, 2, 3]) {
      const share = rolls.filter((roll) => roll === value).length;
      expect(share).toBeGreaterThan(900);
      expect(share).toBeLessThan(1_100);
    }
  });
});
