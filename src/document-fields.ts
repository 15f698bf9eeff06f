/** Only gathers what each module tells to the templates of documents. A later source wins over an earlier one. */
import { knownFields, termFields } from "./modules/documents/index.server.ts";
import type { FieldSource } from "./platform/document-field.ts";

export const DOCUMENT_FIELDS: readonly FieldSource[] = [knownFields, termFields];
