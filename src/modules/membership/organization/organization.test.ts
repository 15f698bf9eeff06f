import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugOf } from "./organization.ts";

describe("L'adresse d'une coopérative", () => {
  it.each([
    ["Coopérative L’Établi", "cooperative-l-etabli"],
    ["  Œuvre & Cie !", "oeuvre-cie"],
    ["日本", "cooperative"],
  ])("se déduit de son nom: %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("convient toujours à la base", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (name) => /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/.test(slugOf(name))),
    );
  });
});
