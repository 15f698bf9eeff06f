/** Front door of documents: commands and reads other modules may use. */

export { findDocument } from "./document/document.store.ts";
export { filledFields, missingIn } from "./document/document-form.ts";
export { makeDocument } from "./document/make-document.command.ts";
export { prepare } from "./document/prepare-document.store.ts";
export { knownFields } from "./field/known-fields.store.ts";
export { termFields } from "./field/term-fields.store.ts";
export { decidePiece, givePiece } from "./piece/give-piece.command.ts";
export { pieceKinds } from "./piece/piece.store.ts";
export { addUsualKinds, savePieceKind } from "./piece/save-piece-kind.command.ts";
export { sendToSign } from "./signature/send-to-sign.command.ts";
export { sendSigningCode, signDocument } from "./signature/sign-document.command.ts";
export { recordStatutes, saveRepresentative } from "./template/record-statutes.command.ts";
