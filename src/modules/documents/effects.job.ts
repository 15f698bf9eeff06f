import type { App } from "#platform/app.ts";
import type { OutboxHandler } from "#platform/outbox/drain.ts";
import { printMadeDocument } from "./document/document-made.job.ts";
import { DOCUMENT_MADE } from "./document/make-document.command.ts";
import { PIECE_GIVEN } from "./piece/give-piece.command.ts";
import { readGivenPiece } from "./piece/piece-given.job.ts";
import { printSignedDocument } from "./signature/document-signed.job.ts";
import { DOCUMENT_SIGNED } from "./signature/sign-document.command.ts";

/** What documents does after a commit: the files of a document that was made, then of one that was signed; the words of a piece. */
export function documentsEffects(app: App): [string, OutboxHandler[]][] {
  return [
    [DOCUMENT_MADE, [(event) => printMadeDocument(app, event)]],
    [PIECE_GIVEN, [(event) => readGivenPiece(app, event)]],
    [DOCUMENT_SIGNED, [(event) => printSignedDocument(app, event)]],
  ];
}
