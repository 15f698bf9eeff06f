import { expect, it } from "vitest";
import { isUnit } from "../facturx/unit.ts";
import { UNITS } from "./unit.ts";

it("chaque unité proposée sur une ligne peut être facturée", () => {
  expect(Object.keys(UNITS).filter((code) => !isUnit(code))).toEqual([]);
});
