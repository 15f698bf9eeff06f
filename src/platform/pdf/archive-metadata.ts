import { objectAt, openPdf, referenceOf, withObjects } from "./pdf-update.ts";

/** A property of the XMP metadata: name, value, type, description. */
type Property = readonly [name: string, value: string, type: "Text" | "Integer", description: string];

type Schema = {
  readonly prefix: string;
  readonly namespace: string;
  readonly title: string;
  readonly properties: readonly Property[];
};

/** PDF/UA-1 (ISO 14289-1): a promise of structure for screen readers, which Typst keeps but may not write with PDF/A. */
const ACCESSIBLE: Schema = {
  prefix: "pdfuaid",
  namespace: "http://www.aiim.org/pdfua/ns/id/",
  title: "PDF/UA identification schema",
  properties: [["part", "1", "Integer", "Part of the PDF/UA standard"]],
};

/** The four properties by which a reader knows a Factur-X (specification 1.0.8 §6.2.2). */
const FACTURX: Schema = {
  prefix: "fx",
  namespace: "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
  title: "Factur-X PDFA Extension Schema",
  properties: [
    ["DocumentFileName", "factur-x.xml", "Text", "Name of the embedded XML invoice file"],
    ["DocumentType", "INVOICE", "Text", "Type of the hybrid document"],
    ["Version", "1.0", "Text", "Version of the Factur-X XML schema"],
    ["ConformanceLevel", "EN 16931", "Text", "Profile of the embedded XML invoice"],
  ],
};

/**
 * Completes the metadata of a PDF that Typst wrote: PDF/UA, the title in the window, and Factur-X when an XML is embedded.
 * PDF/A wants each schema of one's own described beside its values.
 */
export function completeMetadata(pdf: Uint8Array, facturx: boolean): Uint8Array {
  const file = openPdf(pdf);
  const root = referenceOf(file.trailer, "Root");
  const catalog = objectAt(file, root).toString("latin1");
  const metadata = referenceOf(catalog, "Metadata");
  const packet = objectAt(file, metadata);
  const xmp = packet.toString("utf8", packet.indexOf("<?xpacket begin"), packet.lastIndexOf("endstream")).trimEnd();
  const schemas = facturx ? [ACCESSIBLE, FACTURX] : [ACCESSIBLE];
  const described = insertBefore(xmp, "</rdf:Bag></pdfaExtension:schemas>", schemas.map(describe).join(""));
  const stream = Buffer.from(insertBefore(described, "</rdf:RDF>", schemas.map(state).join("")), "utf8");
  const head = Buffer.from(`<</Type/Metadata/Subtype/XML/Length ${stream.length}>>\nstream\n`);
  const direction = "/Direction /L2R";
  const titled = insertBefore(catalog.slice(catalog.indexOf("<<")), direction, "/DisplayDocTitle true ");
  return withObjects(
    file,
    new Map([
      [metadata, Buffer.concat([head, stream, Buffer.from("\nendstream")])],
      [root, Buffer.from(titled, "latin1")],
    ]),
  );
}

function describe(schema: Schema): string {
  const properties = schema.properties.map(
    ([name, , type, description]) =>
      '<rdf:li rdf:parseType="Resource">' +
      "<pdfaProperty:category>external</pdfaProperty:category>" +
      `<pdfaProperty:description>${description}</pdfaProperty:description>` +
      `<pdfaProperty:name>${name}</pdfaProperty:name>` +
      `<pdfaProperty:valueType>${type}</pdfaProperty:valueType></rdf:li>`,
  );
  return (
    '<rdf:li rdf:parseType="Resource">' +
    `<pdfaSchema:schema>${schema.title}</pdfaSchema:schema>` +
    `<pdfaSchema:namespaceURI>${schema.namespace}</pdfaSchema:namespaceURI>` +
    `<pdfaSchema:prefix>${schema.prefix}</pdfaSchema:prefix>` +
    `<pdfaSchema:property><rdf:Seq>${properties.join("")}</rdf:Seq></pdfaSchema:property></rdf:li>`
  );
}

function state({ prefix, namespace, properties }: Schema): string {
  const values = properties.map(([name, value]) => `<${prefix}:${name}>${value}</${prefix}:${name}>`);
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${values.join("")}</rdf:Description>`;
}

function insertBefore(text: string, mark: string, addition: string): string {
  const place = text.lastIndexOf(mark);
  if (place < 0) throw new Error(`PDF metadata without ${mark}`);
  return text.slice(0, place) + addition + text.slice(place);
}
