import { describe, expect, test } from "vitest";
import { fr } from "./fec.fr.ts";
import { found, GOOD, HEADER, mutate, stream, utf8, validate, YEAR } from "./fec-example.ts";
import { countOf, type FecRule, MAX_FAULTS_PER_RULE, severityOf } from "./fec-report.ts";
import { compareOpening, validateFec } from "./fec-validator.ts";

describe("un FEC correct", () => {
  test("n'a pas de faute, et ses totaux sont dits", async () => {
    const report = await validate(GOOD);
    expect(found(report)).toEqual([]);
    expect(report).toMatchObject({ lines: 9, entries: 4, debit: 345_005n, credit: 345_005n, encoding: "UTF-8" });
    expect(report.journals.get("VE")).toEqual({ label: "Ventes", lines: 3, debit: 120_000n, credit: 120_000n });
    expect(report.accounts.get("512")).toMatchObject({ debit: 220_000n, openingDebit: 100_000n });
    expect([report.firstDate, report.lastDate]).toEqual(["2026-01-01", "2026-05-05"]);
  });

  test("avec tabulations, LF ou CR seuls, ASCII ou ISO 8859-15, est reconnu", async () => {
    const tabs = GOOD.map((line) => line.replaceAll("|", "\t"));
    for (const end of ["\n", "\r", "\r\n"]) {
      for (const size of [1, 50, 1000]) {
        expect(found(await validateFec(stream(utf8(tabs, end), size), YEAR))).toEqual([]);
      }
    }
    const text = `${GOOD.join("\r\n").replaceAll("Bois", "Bois à 50 ¤")}\r\n`;
    const latin = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const report = await validateFec(stream(latin), YEAR);
    expect([found(report), report.encoding]).toEqual([[], "ISO-8859-15"]);
    const ascii = await validate(GOOD.map((line) => line.normalize("NFD").replace(/[^\0-\x7f]/g, "")));
    expect([found(ascii), ascii.encoding]).toEqual([[], "ASCII"]);
  });

  test("la forme Montant / Sens est reconnue, signes +1 et -1 compris", async () => {
    for (const [debit, credit] of [
      ["D", "C"],
      ["+1", "-1"],
    ] as const) {
      const lines = GOOD.map((text, index) => {
        const fields = text.split("|");
        if (index === 0) fields.splice(11, 2, "Montant", "Sens");
        else fields.splice(11, 2, ...(fields[11] === "0,00" ? [fields[12] ?? "", credit] : [fields[11] ?? "", debit]));
        return fields.join("|");
      });
      const report = await validate(lines);
      expect(found(report)).toEqual([]);
      expect(report).toMatchObject({ form: "amount-sense", debit: 345_005n, credit: 345_005n });
    }
  });

  test("des colonnes après les dix-huit sont admises", async () => {
    const lines = GOOD.map((line, index) => `${line}|${index === 0 ? "CodeAnalytique|LibAnalytique" : "A1|Martin"}`);
    const report = await validate(lines);
    expect([found(report), report.extraColumns]).toEqual([[], ["CodeAnalytique", "LibAnalytique"]]);
  });

  test("un signe après le montant est admis, et un numéro par journal aussi", async () => {
    const signed = mutate(9, 12, "50,05-").map((line, index) =>
      index === 9 ? line.replace("|0,00|50,05", "|0,00|50,05-") : line,
    );
    expect(found(await validate(signed))).toEqual([]);
    const byJournal = GOOD.map((line) =>
      line.replace(/^(VE\|Ventes)\|2/, "$1|VE001").replace(/^(BQ\|Banque)\|3/, "$1|BQ001"),
    );
    expect(found(await validate(byJournal.map((line) => line.replace(/^(AC\|Achats)\|4/, "$1|AC001"))))).toEqual([]);
  });
});

describe("les octets et le nom", () => {
  test("une marque d'ordre des octets est dite, et n'abîme pas le premier nom", async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(GOOD)]);
    for (const size of [1, 2, 500]) {
      const report = await validateFec(stream(bytes, size), YEAR);
      expect([found(report), report.bom]).toEqual([[["bom", 1]], true]);
    }
  });

  test("UTF-16 et Windows-1252 ne sont pas admis", async () => {
    const wide = new Uint8Array([0xff, 0xfe, 0x4a, 0x00]);
    expect(found(await validateFec(stream(wide), YEAR))).toContainEqual(["encoding", 1]);
    const text = `${GOOD.join("\n")
      .normalize("NFD")
      .replace(/[^\0-\x7f]/g, "")
      .replace("|Bois|", "|Bois \x92|")}\n`;
    const report = await validateFec(stream(Uint8Array.from(text, (c) => c.charCodeAt(0))), YEAR);
    expect(found(report)).toEqual([["encoding", 9]]);
  });

  test("deux codages mêlés", async () => {
    const [a, b] = [
      utf8(GOOD.slice(0, 9), "\n"),
      Uint8Array.from(`${GOOD[9]?.replace("Bois", "Bois à")}\n`, (c) => c.charCodeAt(0)),
    ];
    const report = await validateFec(stream(new Uint8Array([...a, ...b])), YEAR);
    expect(found(report)).toEqual([["encodingMixed", 10]]);
  });

  test("le nom et le SIREN", async () => {
    expect(found(await validate(GOOD, { ...YEAR, fileName: "fec.txt" }))).toEqual([["fileName", 0]]);
    expect(found(await validate(GOOD, { ...YEAR, fileName: "123456789FEC20261331.txt" }))).toEqual([["fileName", 0]]);
    expect(found(await validate(GOOD, { ...YEAR, siren: "987654321" }))).toEqual([["fileSiren", 0]]);
  });

  test("un fichier vide, ou fait d'une seule ligne sans fin, le dit sans remplir la mémoire", async () => {
    expect(found(await validateFec(stream(new Uint8Array(0)), YEAR))).toEqual([["emptyFile", 0]]);
    expect(found(await validate([HEADER]))).toEqual([["emptyFile", 0]]);
    const endless = await validateFec(stream(new Uint8Array(300_000).fill(65), 50_000), YEAR);
    expect(found(endless)).toContainEqual(["lineTooLong", 1]);
  });

  test("mille fautes d'une règle sont comptées, cent sont gardées", async () => {
    const many = Array.from({ length: 1000 }, () => mutate(9, 12, "50.05")[8] ?? "");
    const report = await validate([HEADER, ...many]);
    expect(report.counts.get("amountDot")).toBe(1000);
    expect(report.faults.filter((fault) => fault.rule === "amountDot")).toHaveLength(MAX_FAULTS_PER_RULE);
    expect(countOf(report, "error")).toBeGreaterThan(1000);
  });
});

describe("l'ouverture et la clôture précédente", () => {
  const next = (opening: string) => [
    HEADER,
    "AN|À nouveaux|1|20270101|512|Banque|||AN|20270101|AN|2200,00|0,00|||20270101||",
    "AN|À nouveaux|1|20270101|1068|Réserves|||AN|20270101|AN|0,00|1000,00|||20270101||",
    `AN|À nouveaux|1|20270101|44571|TVA|||AN|20270101|AN|0,00|${opening}|||20270101||`,
    "AN|À nouveaux|1|20270101|401|Fournisseurs|F9|Scierie|AN|20270101|AN|0,00|50,05|||20270101||",
    "AN|À nouveaux|1|20270101|120|Résultat|||AN|20270101|AN|0,00|949,95|||20270101||",
  ];
  test("s'accordent au centime, le résultat en 12", async () => {
    const current = await validate(next("200,00"), {});
    compareOpening(await validate(GOOD), current);
    expect(found(current)).toEqual([]);
  });

  test("un écart nomme le compte", async () => {
    const current = await validate(next("199,99"), {});
    compareOpening(await validate(GOOD), current);
    expect(current.faults.filter((fault) => fault.rule === "openingGap").map((fault) => fault.facts.account)).toEqual([
      "44571",
    ]);
  });
});

test("chaque règle a sa gravité et sa phrase", () => {
  for (const rule of Object.keys(fr.rules) as FecRule[]) expect(["error", "warning"]).toContain(severityOf(rule));
});
