import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { XmlDocument, XmlElement } from "libxml2-wasm";
import SaxonJS from "saxon-js";
import { documentParameter, schematronToXslt } from "./schematron-to-xslt.ts";

/** What a rule set says about a document. */
export type Finding = {
  /** "BR-CO-10", "BR-FR-05_BT-22_PMT" */
  readonly rule: string;
  /** "fatal" unless the rule says otherwise ("warning") */
  readonly flag: string;
  readonly message: string;
  /** XPath of the element */
  readonly location: string;
};

export type Schematron = {
  /** Every finding, in the order of the rule set. Throws when the text is not XML. */
  validate(xml: string): Finding[];
};

const CACHE = resolve(import.meta.dirname, "../../../../.cache/schematron");
const loaded = new Map<string, Promise<Schematron>>();

/**
 * Loads a Schematron rule set. Its compiled form is kept in .cache/schematron by the hash of what made it:
 * the first run pays 6 to 40 seconds, the next ones a few milliseconds.
 */
export function loadSchematron(path: string): Promise<Schematron> {
  const known = loaded.get(path);
  if (known) return known;
  const loading = load(path);
  loaded.set(path, loading);
  return loading;
}

/** The findings that make a document wrong (warnings left out). */
export function fatal(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.flag !== "warning" && finding.flag !== "information");
}

async function load(path: string): Promise<Schematron> {
  const { stylesheet, documents } = schematronToXslt(await readFile(path, "utf8"));
  const packageText = await compiled(stylesheet);
  const platform = SaxonJS.getPlatform();
  const parameters: Record<string, unknown> = {};
  for (const [index, name] of documents.entries()) {
    parameters[documentParameter(index)] = platform.parseXmlFromString(
      await readFile(join(dirname(path), name), "utf8"),
    );
  }
  const pairs = documents.map((_, index) => `QName('', '${documentParameter(index)}') : $${documentParameter(index)}`);
  const call =
    "transform(map { 'package-text' : $package, 'source-node' : $source, 'delivery-format' : 'serialized', " +
    `'stylesheet-params' : map { ${pairs.join(", ")} } })?output`;
  return {
    validate(xml) {
      const source = platform.parseXmlFromString(xml);
      const params = { ...parameters, package: packageText, source };
      return readFindings(SaxonJS.XPath.evaluate(call, source, { params }) as string);
    },
  };
}

/** The stylesheet in Saxon's own form, from the cache or compiled now (written aside then renamed: several workers may race). */
async function compiled(stylesheet: string): Promise<string> {
  const { productVersion } = SaxonJS.getProcessorInfo();
  const key = createHash("sha256").update(`${productVersion}\n${stylesheet}`).digest("hex").slice(0, 32);
  const file = join(CACHE, `${key}.sef.json`);
  const cached = await readFile(file, "utf8").catch(() => null);
  if (cached !== null) return cached;
  const text = compile(stylesheet);
  await mkdir(CACHE, { recursive: true });
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, text);
  await rename(aside, file);
  return text;
}

/**
 * Saxon's npm package compiles only inside fn:transform and does not hand the result out,
 * so the step that turns it into JSON is borrowed for one call and the transformation itself is stopped.
 */
function compile(stylesheet: string): string {
  const { XPath } = SaxonJS;
  const original = XPath.sefToJSON;
  let result: unknown = null;
  XPath.sefToJSON = (node) => {
    result = original(node);
    throw new Error("compiled");
  };
  try {
    const source = SaxonJS.getPlatform().parseXmlFromString("<nothing/>");
    const params = { stylesheet, source };
    XPath.evaluate("transform(map { 'stylesheet-text' : $stylesheet, 'source-node' : $source })", source, { params });
  } catch (error) {
    if (result === null) throw error;
  } finally {
    XPath.sefToJSON = original;
  }
  return JSON.stringify(result, (key, value) => (key === "parentNode" ? undefined : value));
}

function readFindings(xml: string): Finding[] {
  const document = XmlDocument.fromString(xml);
  try {
    return document.root.find("finding").flatMap((node) => {
      if (!(node instanceof XmlElement)) return [];
      const fact = (name: string) => node.attrs.find((attribute) => attribute.name === name)?.content ?? "";
      const message = node.content.replace(/\s+/g, " ").trim();
      const location = fact("location").replace(/Q\{[^}]*\}/g, "");
      return [{ rule: fact("rule"), flag: fact("flag"), message, location }];
    });
  } finally {
    document.dispose();
  }
}
