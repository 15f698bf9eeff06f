import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import { toCents } from "#kernel/money.ts";
import type { FiscalYearId } from "../fiscal-year/fiscal-year.ts";
import type { EntryId } from "./entry.ts";
import { CHAIN_START, FIRST_PREVIOUS, isBroken, type SealedEntry, seal, sealText, verify } from "./seal.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function unsealed(position: number): Omit<SealedEntry, "hash"> {
  return {
    id: `entry-${position}` as EntryId,
    organizationId: "org" as OrganizationId,
    fiscalYearId: "fy" as FiscalYearId,
    position: BigInt(position),
    number: BigInt(position),
    postedOn: toDay("2026-03-15"),
    journalCode: "OD",
    date: toDay("2026-03-14"),
    label: 'Achat "bois" à 5 %',
    pieceRef: "F-12",
    pieceDate: toDay("2026-03-10"),
    source: { kind: "ledger.manual", id: "s" },
    lines: [
      { account: "606", activityId: "a1" as ActivityId, label: "bois", debit: toCents(1_000), credit: toCents(0) },
      {
        account: "401",
        auxiliary: { code: "F1", label: "Scierie" },
        activityId: "a1" as ActivityId,
        label: "bois",
        debit: toCents(0),
        credit: toCents(1_000),
        dueDate: toDay("2026-04-10"),
      },
    ],
  };
}

function chain(count: number): SealedEntry[] {
  const entries: SealedEntry[] = [];
  let previous = FIRST_PREVIOUS;
  for (let position = 1; position <= count; position += 1) {
    const entry = unsealed(position);
    previous = seal(entry, previous, sha256);
    entries.push({ ...entry, hash: previous });
  }
  return entries;
}

describe("le sceau d'une écriture", () => {
  test("porte sur un texte écrit d'une seule façon", () => {
    // Written by hand, not by the code: keys sorted, amounts in cents as text, absent things null.
    expect(sealText(unsealed(1), FIRST_PREVIOUS)).toBe(
      '{"entry":{"date":"2026-03-14","fiscalYearId":"fy","id":"entry-1","journalCode":"OD","label":"Achat \\"bois\\" à 5 %",' +
        '"lines":[{"account":"606","activityId":"a1","auxiliaryCode":null,"auxiliaryLabel":null,"credit":"0","debit":"1000","dueDate":null,"label":"bois"},' +
        '{"account":"401","activityId":"a1","auxiliaryCode":"F1","auxiliaryLabel":"Scierie","credit":"1000","debit":"0","dueDate":"2026-04-10","label":"bois"}],' +
        '"organizationId":"org","pieceDate":"2026-03-10","pieceRef":"F-12","source":{"id":"s","kind":"ledger.manual"}},' +
        `"number":"1","position":"1","postedOn":"2026-03-15","previous":"${"0".repeat(64)}"}`,
    );
  });

  test("une chaîne intacte se vérifie, d'un trait ou par morceaux", () => {
    const entries = chain(5);
    const end = verify(entries, sha256);
    expect(end).toEqual({ position: 5n, hash: entries[4]?.hash });
    const half = verify(entries.slice(0, 2), sha256);
    if (isBroken(half)) throw new Error("broken");
    expect(verify(entries.slice(2), sha256, half)).toEqual(end);
    expect(verify([], sha256)).toEqual(CHAIN_START);
  });

  const tampering: [string, (entry: SealedEntry) => SealedEntry][] = [
    ["un montant", (e) => ({ ...e, lines: e.lines.map((l, i) => (i === 0 ? { ...l, debit: toCents(2_000) } : l)) })],
    ["un compte", (e) => ({ ...e, lines: e.lines.map((l, i) => (i === 0 ? { ...l, account: "607" } : l)) })],
    ["une activité", (e) => ({ ...e, lines: e.lines.map((l) => ({ ...l, activityId: null })) })],
    ["un tiers", (e) => ({ ...e, lines: e.lines.map((l) => ({ ...l, auxiliary: { code: "F1", label: "Autre" } })) })],
    ["une échéance", (e) => ({ ...e, lines: e.lines.map((l) => ({ ...l, dueDate: toDay("2027-01-01") })) })],
    ["un libellé", (e) => ({ ...e, label: "autre" })],
    ["une date", (e) => ({ ...e, date: toDay("2026-03-13") })],
    ["une date de validation", (e) => ({ ...e, postedOn: toDay("2026-03-16") })],
    ["un numéro", (e) => ({ ...e, number: 9n })],
    ["une pièce", (e) => ({ ...e, pieceRef: "F-13" })],
    ["une source", (e) => ({ ...e, source: { kind: "ledger.manual", id: "t" } })],
    ["l'ordre des lignes", (e) => ({ ...e, lines: [...e.lines].reverse() })],
  ];
  test.each(tampering)("changer %s casse le sceau de cette écriture", (_, change) => {
    const entries = chain(4).map((entry, index) => (index === 1 ? change(entry) : entry));
    expect(verify(entries, sha256)).toMatchObject({ position: 2n, reason: "seal" });
  });

  test("ôter une écriture se voit à la suivante", () => {
    const entries = chain(4).filter((_, index) => index !== 1);
    expect(verify(entries, sha256)).toMatchObject({ position: 3n, reason: "rank" });
  });

  test("récrire une écriture et son sceau se voit à la suivante", () => {
    const entries = chain(4);
    const forged = { ...unsealed(2), label: "faux" };
    entries[1] = { ...forged, hash: seal(forged, entries[0]?.hash ?? "", sha256) };
    expect(verify(entries, sha256)).toMatchObject({ position: 3n, reason: "seal" });
  });
});
