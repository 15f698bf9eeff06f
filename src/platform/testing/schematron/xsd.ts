import { readFileSync } from "node:fs";
import { XmlDocument, XmlValidateError, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";

/** Sentences of an XML schema about a document; none when it is valid. */
export type Xsd = { validate(xml: string): string[] };

let registered = false;

/** Loads an XML schema and those it imports beside it. */
export function loadXsd(path: string): Xsd {
  if (!registered) registered = xmlRegisterFsInputProviders();
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  const validator = XsdValidator.fromDoc(schema);
  return {
    validate(xml) {
      const document = XmlDocument.fromString(xml);
      try {
        validator.validate(document);
        return [];
      } catch (error) {
        if (!(error instanceof XmlValidateError)) throw error;
        return error.details.map((detail) => `line ${detail.line}: ${detail.message.trim()}`);
      } finally {
        document.dispose();
      }
    },
  };
}
