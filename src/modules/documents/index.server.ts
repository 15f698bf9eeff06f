/** Front door of documents: commands and reads other modules may use. */

export { makeDocument } from "./document/make-document.command.ts";
export { knownFields } from "./field/known-fields.store.ts";
export { termFields } from "./field/term-fields.store.ts";
