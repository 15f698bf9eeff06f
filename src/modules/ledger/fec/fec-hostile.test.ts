import { describe, expect, test } from "vitest";
import { found, GOOD, stream, utf8, validate, YEAR } from "./fec-example.ts";
import { validateFec } from "./fec-validator.ts";

const text = (content: string) => new TextEncoder().encode(content);
const utf16 = (content: string) => Uint8Array.from(Buffer.from(content, "utf16le"));
const rules = async (bytes: Uint8Array) => found(await validateFec(stream(bytes), YEAR));

describe("Un fichier qui n'est pas un FEC", () => {
  test.each([
    [
      "un XML, permis par la loi mais pas lu ici",
      text('<?xml version="1.0"?>\n<comptabilite><exercice/></comptabilite>'),
      "xml",
    ],
    ["un XML d'une seule ligne sans déclaration", text(`<comptabilite>${"<a>x</a>".repeat(20_000)}`), "xml"],
    ["un classeur ou une archive", text(`PK\u0003\u0004${"x".repeat(300)}`), "zip"],
    ["un PDF", text("%PDF-1.7\n1 0 obj\n"), "pdf"],
    ["un UTF-16 sans marque", utf16(GOOD.join("\r\n")), "binary"],
  ] as const)("%s : une seule anomalie, qui dit ce que c'est", async (_, bytes, rule) => {
    expect(await rules(bytes)).toEqual([[rule, 0]]);
  });

  test("un UTF-16 avec sa marque est nommé par son codage", async () => {
    expect(await rules(Uint8Array.from([0xff, 0xfe, ...utf16(GOOD.join("\r\n"))]))).toEqual([["encoding", 1]]);
  });
});

describe("Un FEC d'un autre logiciel, à moitié juste", () => {
  test("des retours chariot seuls, une marque d'octets, ISO 8859-15 : lus comme les autres", async () => {
    expect(await rules(utf8(GOOD, "\r"))).toEqual([]);
    expect(await rules(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(GOOD)]))).toEqual([["bom", 1]]);
    expect(await rules(Uint8Array.from(Buffer.from(GOOD.join("\r\n"), "latin1")))).toEqual([]);
  });

  test("deux colonnes qui manquent sont dites une fois, à la première ligne, et le reste est contrôlé", async () => {
    const short = (line: string) =>
      line
        .split("|")
        .filter((_, index) => index !== 10 && index !== 15)
        .join("|");
    const lines = GOOD.map(short);
    expect(found(await validate(lines))).toEqual([
      ["headerColumn", 1],
      ["headerColumn", 1],
    ]);
    const spoilt = lines.map((line, index) => (index === 4 ? line.replace("706", "ABC") : line));
    expect(found(await validate(spoilt))).toContainEqual(["account", 5]);
  });

  test("des valeurs entre guillemets : une anomalie, et les montants se lisent", async () => {
    const quoted = GOOD.map((line) =>
      line
        .split("|")
        .map((field) => `"${field}"`)
        .join("\t"),
    );
    const report = await validate(quoted);
    expect(found(report).filter(([rule]) => rule !== "textCharacter")).toEqual([["quoted", 1]]);
    expect(report.debit).toBe(345_005n);
  });
});
