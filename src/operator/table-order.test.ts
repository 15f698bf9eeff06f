import { expect, test } from "vitest";
import { migrationGap } from "./backup-format.ts";
import { inOrderOfReferences } from "./table-order.ts";

test("une table vient après celles dont elle dépend, une table qui se cite elle-même ne gêne pas", () => {
  const references = [
    { from: "line", to: "entry" },
    { from: "entry", to: "journal" },
    { from: "person", to: "person" },
    { from: "entry", to: "elsewhere" },
  ];
  expect(inOrderOfReferences(["entry", "journal", "line", "person"], references)).toEqual([
    "journal",
    "person",
    "entry",
    "line",
  ]);
});

test("deux tables qui se citent l'une l'autre sont refusées", () => {
  const ring = [
    { from: "a", to: "b" },
    { from: "b", to: "a" },
  ];
  expect(() => inOrderOfReferences(["a", "b", "c"], ring)).toThrow("a, b");
});

test("une sauvegarde plus récente, ou d'une mise à jour changée, est reconnue", () => {
  const ours = [
    { name: "1.sql", checksum: "a" },
    { name: "2.sql", checksum: "b" },
  ];
  expect(migrationGap([{ name: "1.sql", checksum: "a" }], ours)).toBeNull();
  expect(migrationGap([{ name: "1.sql", checksum: "z" }], ours)).toBe("1.sql");
  expect(migrationGap([...ours, { name: "3.sql", checksum: "c" }], ours)).toBe("3.sql");
});
