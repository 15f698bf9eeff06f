import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { conformanceFolder, examples, RULES } from "./conformance.ts";
import { fatal, loadSchematron, type Schematron } from "./schematron.ts";
import { loadXsd, type Xsd } from "./xsd.ts";

const folder = conformanceFolder();

describe.skipIf(folder === null)("les règles officielles, lues par notre outil", () => {
  const root = folder ?? "";
  let xsd: Xsd;
  let rules: Schematron;

  beforeAll(async () => {
    xsd = loadXsd(join(root, RULES.xsd));
    rules = await loadSchematron(join(root, RULES.en16931));
  }, 180_000);

  const facturx = folder === null ? [] : examples(folder, "factur-x-en16931");
  const cii = folder === null ? [] : examples(folder, "en16931-cii");

  test("les exemples sont bien là", () => {
    expect([facturx.length, cii.length]).toEqual([12, 15]);
  });

  test.each(facturx.map((path) => [basename(path), path]))("Factur-X %s passe le schéma et les règles", (_, path) => {
    const xml = readFileSync(path, "utf8");
    expect(xsd.validate(xml)).toEqual([]);
    expect(fatal(rules.validate(xml))).toEqual([]);
  });

  // These are CEN examples, not Factur-X ones: some use another BT-24 or structures that the Factur-X profile narrows.
  test.each(cii.map((path) => [basename(path), path]))("CII %s passe le schéma et les règles EN 16931", (_, path) => {
    const xml = readFileSync(path, "utf8");
    expect(xsd.validate(xml)).toEqual([]);
    expect(fatal(rules.validate(xml)).filter((finding) => finding.rule.startsWith("BR-"))).toEqual([]);
  });

  const MUTANTS: readonly (readonly [string, string | RegExp, string])[] = [
    ["BR-02", "<ram:ID>471102</ram:ID>", "<ram:ID></ram:ID>"],
    ["BR-06", "<ram:Name>Lieferant GmbH</ram:Name>", "<ram:Name></ram:Name>"],
    ["BR-27", "<ram:ChargeAmount>3.3333</ram:ChargeAmount>", "<ram:ChargeAmount>-3.3333</ram:ChargeAmount>"],
    ["BR-33", /<ram:Reason>Sondernachlass<\/ram:Reason>/, ""],
    ["BR-CO-10", "<ram:LineTotalAmount>180.70<", "<ram:LineTotalAmount>180.71<"],
    ["BR-CO-11", "<ram:AllowanceTotalAmount>9.07<", "<ram:AllowanceTotalAmount>9.08<"],
    ["BR-CO-13", "<ram:TaxBasisTotalAmount>177.43<", "<ram:TaxBasisTotalAmount>177.44<"],
    ["BR-CO-14", '<ram:TaxTotalAmount currencyID="EUR">20.15<', '<ram:TaxTotalAmount currencyID="EUR">20.16<'],
    ["BR-CO-15", "<ram:GrandTotalAmount>197.58<", "<ram:GrandTotalAmount>197.59<"],
    ["BR-CO-16", "<ram:DuePayableAmount>147.58<", "<ram:DuePayableAmount>147.59<"],
    ["BR-CO-09", ">DE136695976<", ">136695976<"],
    ["BR-DEC-20", "<ram:CalculatedAmount>7.91<", "<ram:CalculatedAmount>7.910<"],
  ];

  test.each(MUTANTS)("un document abîmé est refusé par la règle attendue : %s", (rule, from, to) => {
    const xml = readFileSync(join(root, "examples/factur-x-en16931/factur-x-1.xml"), "utf8");
    const mutant = xml.replace(from, to);
    expect(mutant).not.toBe(xml);
    expect(fatal(rules.validate(mutant)).map((finding) => finding.rule)).toContain(rule);
  });

  test("un élément hors de sa place est refusé par le schéma", () => {
    const xml = readFileSync(join(root, "examples/factur-x-en16931/factur-x-1.xml"), "utf8");
    const mutant = xml.replace(
      /(<ram:TypeCode>380<\/ram:TypeCode>)(\s*<ram:IssueDateTime>[\s\S]*?<\/ram:IssueDateTime>)/,
      "$2$1",
    );
    expect(mutant).not.toBe(xml);
    expect(xsd.validate(mutant)[0]).toMatch(/IssueDateTime.*not expected/);
  });
});
