import { XmlDocument, XmlElement, XmlText } from "libxml2-wasm";

const SCHEMATRON = "http://purl.oclc.org/dsdl/schematron";
const XSLT = "http://www.w3.org/1999/XSL/Transform";

/** The element that the compiled stylesheet writes for each assert that fails or report that holds. */
const FINDING = "finding";

/** A call such as document('FACTUR-X_EN16931_codedb.xml'): the file arrives as a parameter, so no path is compiled in. */
const DOCUMENT_CALL = /\bdocument\('([^']+)'\)/g;

export type CompiledSchema = {
  readonly stylesheet: string;
  /** Files the schema reads, relative to it: the nth is the parameter `documentParameter(n)`. */
  readonly documents: readonly string[];
};

/**
 * Turns an ISO Schematron schema (the dialect of the official rule sets: patterns, rules, asserts, reports, lets,
 * value-of, XSLT functions; abstract patterns already resolved, phases ignored) into an XSLT 3.0 stylesheet that writes
 * `<findings><finding rule kind flag location>message</finding>…</findings>`.
 * Each pattern is a mode; in a pattern the first rule that matches a node is the one that speaks, as ISO 19757-3 says.
 */
export function schematronToXslt(schema: string): CompiledSchema {
  const documents = [...new Set([...schema.matchAll(DOCUMENT_CALL)].map((match) => match[1] as string))];
  const local = schema.replace(DOCUMENT_CALL, (_, name: string) => `$${documentParameter(documents.indexOf(name))}`);
  const source = XmlDocument.fromString(local);
  try {
    return { stylesheet: compileSchema(source.root, documents.length), documents };
  } finally {
    source.dispose();
  }
}

/** The parameter that carries the nth document a schema reads. */
export function documentParameter(index: number): string {
  return `document-${index}`;
}

function compileSchema(schema: XmlElement, documents: number): string {
  if (schema.namespaceUri !== SCHEMATRON || schema.name !== "schema") throw new Error("not a Schematron schema");
  const namespaces = new Map([
    ["xs", "http://www.w3.org/2001/XMLSchema"],
    ...Object.entries(schema.nsDeclarations).filter(([prefix, uri]) => prefix !== "" && uri !== XSLT),
  ] as [string, string][]);
  for (const ns of children(schema, "ns")) namespaces.set(required(ns, "prefix"), required(ns, "uri"));
  const patterns = children(schema, "pattern");
  const functions = elements(schema).filter((child) => child.namespaceUri === XSLT && child.name === "function");
  const globals = [schema, ...patterns].flatMap((scope) => children(scope, "let"));
  const declarations = [...namespaces].map(([prefix, uri]) => ` xmlns:${prefix}="${escapeXml(uri)}"`).join("");
  return [
    `<xsl:stylesheet version="3.0" xmlns:xsl="${XSLT}"${declarations} exclude-result-prefixes="#all">`,
    '<xsl:output method="xml" omit-xml-declaration="yes"/>',
    ...Array.from({ length: documents }, (_, index) => `<xsl:param name="${documentParameter(index)}"/>`),
    ...functions.map((node) => node.canonicalizeToString()),
    ...globals.map(compileLet),
    '<xsl:template match="/"><findings>',
    ...patterns.map((_, index) => `<xsl:apply-templates select="/" mode="pattern-${index}"/>`),
    "</findings></xsl:template>",
    ...patterns.map(compilePattern),
    "</xsl:stylesheet>",
  ].join("\n");
}

function compilePattern(pattern: XmlElement, index: number): string {
  const mode = `pattern-${index}`;
  const rules = children(pattern, "rule");
  const walksAttributes = rules.some((rule) => /(^|[|/])\s*@[^\]]*$/.test(required(rule, "context")));
  const walk = `<xsl:apply-templates select="*${walksAttributes ? "|@*" : ""}" mode="${mode}"/>`;
  return [
    ...rules.map((rule, position) => compileRule(rule, mode, rules.length - position, walk)),
    `<xsl:template match="/|*" mode="${mode}" priority="-1">${walk}</xsl:template>`,
    `<xsl:template match="@*|text()|comment()|processing-instruction()" mode="${mode}" priority="-1"/>`,
  ].join("\n");
}

function compileRule(rule: XmlElement, mode: string, priority: number, walk: string): string {
  const body = elements(rule).map((child) => {
    if (child.namespaceUri !== SCHEMATRON) return child.canonicalizeToString();
    if (child.name === "let") return compileLet(child);
    if (child.name === "assert" || child.name === "report") return compileTest(child);
    throw new Error(`Schematron element not known: ${child.name}`);
  });
  return [
    `<xsl:template match="${escapeXml(required(rule, "context"))}" mode="${mode}" priority="${priority}">`,
    ...body,
    walk,
    "</xsl:template>",
  ].join("\n");
}

function compileTest(node: XmlElement): string {
  const test = required(node, "test");
  const condition = node.name === "assert" ? `not(${test})` : test;
  const facts = [
    `kind="${node.name}"`,
    `flag="${escapeXml(braces(optional(node, "flag") ?? "fatal"))}"`,
    `rule="${escapeXml(braces(ruleOf(node)))}"`,
  ].join(" ");
  return [
    `<xsl:if test="${escapeXml(condition)}"><${FINDING} ${facts}>`,
    '<xsl:attribute name="location" select="path(.)"/>',
    compileMessage(node),
    `</${FINDING}></xsl:if>`,
  ].join("");
}

/** The identifier people know: the one in brackets in the message ("[BR-CO-10]-…") when the attribute says less. */
function ruleOf(node: XmlElement): string {
  const inMessage = /^\s*\[([A-Z][A-Za-z0-9._-]+)\]/.exec(node.content)?.[1];
  return inMessage ?? optional(node, "id") ?? "";
}

function compileMessage(node: XmlElement): string {
  const parts: string[] = [];
  for (let child = node.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlText) parts.push(`<xsl:text>${escapeXml(child.content)}</xsl:text>`);
    else if (child instanceof XmlElement && child.name === "value-of") {
      parts.push(`<xsl:value-of select="${escapeXml(required(child, "select"))}"/>`);
    } else if (child instanceof XmlElement && child.name === "name") parts.push('<xsl:value-of select="name(.)"/>');
    else if (child instanceof XmlElement) parts.push(`<xsl:text>${escapeXml(child.content)}</xsl:text>`);
  }
  return parts.join("");
}

function compileLet(node: XmlElement): string {
  return `<xsl:variable name="${required(node, "name")}" select="${escapeXml(required(node, "value"))}"/>`;
}

function elements(node: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let child = node.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlElement) found.push(child);
  }
  return found;
}

function children(node: XmlElement, name: string): XmlElement[] {
  return elements(node).filter((child) => child.namespaceUri === SCHEMATRON && child.name === name);
}

function optional(node: XmlElement, name: string): string | undefined {
  return node.attrs.find((attribute) => attribute.name === name && attribute.namespaceUri === "")?.content;
}

function required(node: XmlElement, name: string): string {
  const value = optional(node, name);
  if (value === undefined) throw new Error(`Schematron ${node.name} without ${name} (line ${node.line})`);
  return value;
}

/** Braces are value templates in attributes of a literal result element. */
function braces(text: string): string {
  return text.replaceAll("{", "{{").replaceAll("}", "}}");
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
