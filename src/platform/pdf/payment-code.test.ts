import { expect, test } from "vitest";
import { drawCode, transferText } from "./payment-code.ts";
import { cents } from "./sample-printable.ts";

const bank = {
  accountName: "Red Cross of Belgium",
  iban: "BE72 0000 0000 1616",
  bic: "BPOTBEB1",
  reference: "Urgency fund",
};

test("le texte du code est celui de l'exemple public de la norme (EPC069-12, Croix-Rouge de Belgique)", () => {
  expect(transferText(bank, cents("1.00"))).toBe(
    "BCD\n002\n1\nSCT\nBPOTBEB1\nRed Cross of Belgium\nBE72000000001616\nEUR1.00\n\n\nUrgency fund",
  );
});

test("sans BIC ni référence, les lignes vides du milieu restent et celles de la fin s'en vont", () => {
  expect(transferText({ accountName: "L’Établi", iban: "FR7630006000011234567890189" }, cents("1234.50"))).toBe(
    "BCD\n002\n1\nSCT\n\nL'Établi\nFR7630006000011234567890189\nEUR1234.50",
  );
});

test("ce que la norme ne sait pas dire n'a pas de code : rien à payer, trop, un compte qui n'est pas un IBAN", () => {
  expect(transferText(bank, cents("0"))).toBeNull();
  expect(transferText(bank, cents("-5.00"))).toBeNull();
  expect(transferText(bank, cents("1000000000.00"))).toBeNull();
  expect(transferText(bank, cents("999999999.99"))).not.toBeNull();
  expect(transferText({ ...bank, iban: "12345" }, cents("1.00"))).toBeNull();
  expect(transferText({ ...bank, accountName: " \n" }, cents("1.00"))).toBeNull();
});

test("les textes longs sont coupés aux octets permis, jamais au milieu d'une lettre", () => {
  const long = { ...bank, accountName: "é".repeat(80), reference: "F2026-1\nligne\tdeux ".repeat(20) };
  const lines = transferText(long, cents("1.00"))?.split("\n") ?? [];
  expect(lines).toHaveLength(11);
  expect(lines[5]).toBe("é".repeat(35));
  expect(Buffer.byteLength(lines[10] ?? "")).toBeLessThanOrEqual(140);
});

test("le dessin est un carré avec sa marge, dans les limites de la norme (version 13 au plus)", () => {
  const svg = drawCode(transferText(bank, cents("1.00")) ?? "");
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  // Version 13 has 69 squares a side, and the margin four on each.
  expect(side).toBeGreaterThan(28);
  expect(side).toBeLessThanOrEqual(77);
  expect(svg).toContain("M4 4h7v1h-7z");
});
