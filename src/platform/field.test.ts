/** Ce qu’un champ laisse passer, tel que les gens l’écrivent. */
import { describe, expect, it } from "vitest";
import { optionalTime, optionalWebAddress, readWebAddress } from "./field.ts";

const refused = (result: { error?: { issues: readonly { message: string }[] } | undefined }) =>
  result.error?.issues.map(({ message }) => message);

describe("Une adresse de page", () => {
  it("se complète, et s’écrit en entier", () => {
    expect(["exemple.fr", "HTTPS://exemple.fr/Page", " http://exemple.fr?a=1 ".trim()].map(readWebAddress)).toEqual([
      "https://exemple.fr",
      "https://exemple.fr/Page",
      "http://exemple.fr?a=1",
    ]);
    expect(optionalWebAddress(40).parse("  exemple.fr ")).toBe("https://exemple.fr");
    expect(optionalWebAddress(40).parse(undefined)).toBe("");
  });

  it("n’est ni un mot, ni un ordre, ni plus longue qu’elle ne sera gardée", () => {
    const bad = [
      "exemple",
      "javascript:alert(1)//a.fr",
      "data:text/html,<b>.fr",
      "https://exemple.fr /page",
      "ftp://a.fr",
    ];
    for (const text of bad) expect([text, readWebAddress(text)]).toEqual([text, null]);
    expect(refused(optionalWebAddress(40).safeParse("exemple"))).toEqual(["field.website"]);
    // Forty signs as typed, more with its scheme.
    expect(refused(optionalWebAddress(40).safeParse(`${"a".repeat(37)}.fr`))).toEqual(["field.tooLong"]);
  });
});

describe("Une heure que l’on peut taire", () => {
  it("est une heure du jour, ou rien", () => {
    expect(["", "00:00", "23:59"].map((text) => optionalTime().parse(text))).toEqual(["", "00:00", "23:59"]);
    expect(optionalTime().parse(undefined)).toBe("");
    for (const text of ["24:00", "9:00", "midi"]) {
      expect(refused(optionalTime().safeParse(text))).toEqual(["field.time"]);
    }
  });
});
