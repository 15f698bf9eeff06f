import { expect, test } from "vitest";
import { parsePrefixes, precision, prefixesText } from "./account-prefixes.ts";
import { checkTreasurySetting, treasurySetting } from "./treasury-setting.ts";

test("des débuts de comptes, avec des exclusions", () => {
  const prefixes = parsePrefixes("42, −421,-425;43 44");
  expect(prefixes).toEqual({ include: ["42", "43", "44"], exclude: ["421", "425"] });
  if ("refused" in prefixes) throw new Error("refused");
  expect(["4282", "4211", "425", "431", "401"].map((account) => precision(prefixes, account))).toEqual([2, 0, 0, 2, 0]);
  expect(prefixesText(prefixes)).toBe("42,43,44,-421,-425");
});

test("le plus précis l'emporte : 421 nommé dans une famille exclue", () => {
  expect(precision({ include: ["421"], exclude: ["42"] }, "4211")).toBe(3);
  expect(precision({ include: ["42"], exclude: ["42"] }, "4211")).toBe(0);
});

test.each(["4x", "--42", "42.1", "<script>", "4".repeat(40)])("« %s » n'est pas un début de compte", (text) => {
  expect(parsePrefixes(text)).toMatchObject({ refused: true, code: "treasury.accountsUnreadable", facts: { text } });
});

test("au moins un compte compté", () => {
  expect(parsePrefixes("-42")).toMatchObject({ code: "treasury.accountsMissing" });
  expect(parsePrefixes(" ")).toMatchObject({ code: "treasury.accountsMissing" });
});

test("les réglages proposés sont cohérents", () => {
  for (const buildingTrades of [true, false]) {
    expect(checkTreasurySetting(treasurySetting({ buildingTrades }))).toEqual([]);
  }
});

test("un compte de résultat, un compte en double, un nom en double sont refusés", () => {
  const line = (key: string, ...include: string[]) => ({
    key,
    label: null,
    section: "reference" as const,
    accounts: { include, exclude: [] },
  });
  const faults = checkTreasurySetting({ lines: [line("a", "5"), line("a", "706"), line("b", "5")] });
  expect(faults.map((fault) => [fault.code, fault.field])).toEqual([
    ["treasury.keyTwice", "lines.1.key"],
    ["treasury.notBalanceSheet", "lines.1.accounts"],
    ["treasury.prefixTwice", "lines.2.accounts"],
  ]);
});
