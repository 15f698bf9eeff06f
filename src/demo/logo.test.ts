import { expect, test } from "vitest";
import { checkLogo } from "#modules/membership/index.server.ts";
import { proposedColour } from "#modules/membership/index.ts";
import { colourOf, logoOf } from "./logo.ts";
import { ACTIVITIES } from "./people.ts";

test("chaque activité de l'histoire a un logo que le produit accepte, dans une couleur qui se lit", () => {
  for (const { code, trade } of ACTIVITIES) {
    expect([code, checkLogo(logoOf(code, trade)), proposedColour(colourOf(code))]).toEqual([code, "image/png", null]);
  }
  expect(new Set(ACTIVITIES.map(({ code }) => colourOf(code))).size).toBeGreaterThan(5);
  expect(new Set(ACTIVITIES.map(({ code, trade }) => logoOf(code, trade).join())).size).toBeGreaterThan(20);
});
