import { describe, expect, it } from "vitest";
import type { OrganizationId } from "#kernel/id.ts";
import { pace } from "./http/pace.ts";
import { sealedTokens } from "./sealed-token.ts";

const HOUSE = "0190a0b0-c0d0-7e0f-8a1b-2c3d4e5f6a7b" as OrganizationId;
const THING = "0190a0b0-c0d0-7e0f-8a1b-000000000001";

describe("Une adresse scellée", () => {
  const tokens = sealedTokens("le secret d'une instance, assez long");
  const token = tokens.make("test", HOUSE, THING);

  it("rend ce qu'elle nomme, à cette instance et pour cet usage seulement", () => {
    expect(tokens.read("test", token)).toEqual({ organizationId: HOUSE, id: THING });
    expect(tokens.read("autre", token)).toBeNull();
    expect(sealedTokens("un autre secret, assez long aussi").read("test", token)).toBeNull();
  });

  it("changée d'une lettre, coupée ou allongée, elle n'ouvre rien", () => {
    for (let at = 0; at < token.length; at++) {
      const other = `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
      // The last letter carries bits that no byte holds: the same bytes are the same address.
      const opened = tokens.read("test", other);
      if (opened !== null) expect([at, opened]).toEqual([token.length - 1, { organizationId: HOUSE, id: THING }]);
    }
    for (const wrong of ["", "x", token.slice(1), `${token}A`, "../".repeat(30), token.replace(/^../, "é")]) {
      expect(tokens.read("test", wrong)).toBeNull();
    }
  });

  it("qui demande trop attend; les autres non, et lui non plus ensuite", () => {
    const asked = pace(2, 1000);
    expect([1, 2, 3].map((now) => asked.allows("a", now))).toEqual([true, true, false]);
    expect(asked.allows("b", 3)).toBe(true);
    expect(asked.allows("a", 1002)).toBe(true);
  });
});
