import { describe, expect, it } from "vitest";
import type { Day } from "#kernel/day.ts";
import { type Capacity, matchesOf, meet, readHundredths } from "./capacity.ts";

const TODAY = "2026-06-01" as Day;
const said = (id: string, changes: Partial<Capacity>): Capacity =>
  ({
    ...{ id, structureId: id, structureName: id, functionId: "paie", side: "need", quantity: 200, unit: "days" },
    ...{ startsOn: "2026-01-01", endsOn: null, note: "" },
    ...changes,
  }) as Capacity;
const need = said("A", {});
const offer = said("B", { side: "offer", quantity: 300 });

describe("Un besoin et une offre", () => {
  it("se rencontrent sur la même fonction, la même unité et des jours communs", () => {
    expect(meet(need, offer, TODAY)).toMatchObject({ common: 200, whole: true, from: "2026-01-01", to: null });
    const short = { ...offer, quantity: 150, endsOn: "2026-12-31" as Day, startsOn: "2026-09-01" as Day };
    expect(meet(need, short, TODAY)).toMatchObject({ common: 150, whole: false, from: "2026-09-01", to: "2026-12-31" });
    expect(meet({ ...need, unit: "fte" }, offer, TODAY)).toBeNull();
    expect(meet({ ...need, functionId: "autre" as Capacity["functionId"] }, offer, TODAY)).toBeNull();
    expect(meet(need, { ...offer, structureId: need.structureId }, TODAY)).toBeNull();
    expect(meet(need, { ...offer, side: "need" }, TODAY)).toBeNull();
  });

  it("ne se rencontrent pas quand les périodes se suivent, ni une fois passées", () => {
    expect(
      meet({ ...need, endsOn: "2026-06-30" as Day }, { ...offer, startsOn: "2026-07-01" as Day }, TODAY),
    ).toBeNull();
    expect(
      meet({ ...need, endsOn: "2026-07-01" as Day }, { ...offer, startsOn: "2026-07-01" as Day }, TODAY),
    ).not.toBeNull();
    expect(meet({ ...need, endsOn: "2026-05-31" as Day }, offer, TODAY)).toBeNull();
  });

  it("sont proposés par ce qui répond au besoin entier, puis par volume", () => {
    const small = said("C", { side: "offer", quantity: 100 });
    expect(matchesOf([small, need, offer], TODAY).map((match) => match.offer.id)).toEqual(["B", "C"]);
  });

  it("ont un volume de deux décimales au plus", () => {
    expect([readHundredths("2,5"), readHundredths("0.25"), readHundredths("3")]).toEqual([250, 25, 300]);
    expect([readHundredths("0"), readHundredths("2,555"), readHundredths("deux")]).toEqual([null, null, null]);
  });
});
