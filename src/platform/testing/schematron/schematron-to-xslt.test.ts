import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fatal, loadSchematron, type Schematron } from "./schematron.ts";
import { schematronToXslt } from "./schematron-to-xslt.ts";

const SCHEMA = `<?xml version="1.0"?>
<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:own="urn:own" queryBinding="xslt2">
  <ns prefix="o" uri="urn:order"/>
  <ns prefix="own" uri="urn:own"/>
  <let name="limit" value="10"/>
  <xsl:function name="own:odd" as="xs:boolean" xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xsl:param name="n" as="xs:integer"/>
    <xsl:sequence select="$n mod 2 = 1"/>
  </xsl:function>
  <pattern>
    <rule context="o:line[@free='yes']"><assert id="FREE" test="o:price = 0">free line costs <value-of select="o:price"/></assert></rule>
    <rule context="o:line">
      <let name="price" value="xs:decimal(o:price)"/>
      <assert id="LIMIT" test="$price &lt;= $limit">too dear</assert>
      <report id="ODD" flag="warning" test="own:odd(xs:integer($price))">odd price</report>
    </rule>
  </pattern>
  <pattern>
    <rule context="o:line/@unit"><assert id="UNIT" test=". = document('units.xml')/units/unit">unit <name/> not known</assert></rule>
  </pattern>
</schema>`;

const order = (...lines: string[]) => `<o:order xmlns:o="urn:order">${lines.join("")}</o:order>`;
const line = (attributes: string, price: number) => `<o:line ${attributes}><o:price>${price}</o:price></o:line>`;

let folder: string;
let rules: Schematron;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "schematron-"));
  await writeFile(join(folder, "order.sch"), SCHEMA);
  await writeFile(join(folder, "units.xml"), "<units><unit>kg</unit></units>");
  rules = await loadSchematron(join(folder, "order.sch"));
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

test("a document that follows every rule has no finding", () => {
  expect(rules.validate(order(line('unit="kg"', 4), line('free="yes"', 0)))).toEqual([]);
});

test("in a pattern the first rule that matches a node speaks, and it alone", () => {
  const findings = rules.validate(order(line('free="yes"', 12)));
  expect(findings.map((finding) => finding.rule)).toEqual(["FREE"]);
  expect(findings[0]?.message).toBe("free line costs 12");
  expect(findings[0]?.location).toBe("/order[1]/line[1]");
});

test("asserts, reports, variables, functions and flags", () => {
  const findings = rules.validate(order(line("", 11)));
  expect(findings.map(({ rule, flag }) => `${rule} ${flag}`)).toEqual(["LIMIT fatal", "ODD warning"]);
  expect(fatal(findings).map((finding) => finding.rule)).toEqual(["LIMIT"]);
});

test("attributes are walked and a document is read beside the schema", () => {
  expect(rules.validate(order(line('unit="ton"', 4))).map((finding) => finding.message)).toEqual([
    "unit unit not known",
  ]);
});

test("an element outside the dialect is refused, not skipped", () => {
  expect(() =>
    schematronToXslt(
      '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="a"><extends rule="b"/></rule></pattern></schema>',
    ),
  ).toThrow(/extends/);
});
