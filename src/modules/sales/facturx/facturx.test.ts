import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { conformanceFolder, RULES } from "#platform/testing/schematron/conformance.ts";
import { fatal, loadSchematron, type Schematron } from "#platform/testing/schematron/schematron.ts";
import { loadXsd, type Xsd } from "#platform/testing/schematron/xsd.ts";
import { writeCii } from "./cii-writer.ts";
import { EVERY_DOCUMENT } from "./every-document.ts";
import { checkTradeDocument } from "./french-rules.ts";

const folder = conformanceFolder();
const documents = Object.entries(EVERY_DOCUMENT);

describe.each(documents)("%s", (_, document) => {
  test("nos propres règles l’acceptent", () => {
    expect(checkTradeDocument(document)).toEqual([]);
  });
});

describe.skipIf(folder === null)("les règles officielles acceptent", () => {
  let xsd: Xsd;
  let en16931: Schematron;
  let french: Schematron;

  beforeAll(async () => {
    const root = folder ?? "";
    xsd = loadXsd(join(root, RULES.xsd));
    en16931 = await loadSchematron(join(root, RULES.en16931));
    french = await loadSchematron(join(root, RULES.french));
  }, 300_000);

  test.each(documents)("%s", (_, document) => {
    const xml = writeCii(document);
    expect(xsd.validate(xml)).toEqual([]);
    expect(fatal(en16931.validate(xml))).toEqual([]);
    expect(french.validate(xml)).toEqual([]);
  });
});
