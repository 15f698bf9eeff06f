import type { App } from "#platform/app.ts";
import type { OutboxHandler } from "#platform/outbox/drain.ts";
import { printMadeDocument } from "./document/document-made.job.ts";
import { DOCUMENT_MADE } from "./document/make-document.command.ts";
import { printSignedDocument } from "./signature/document-signed.job.ts";
import { DOCUMENT_SIGNED } from "./signature/sign-document.command.ts";

/** What documents does after a commit: the files of a document that was made, then of one that was signed. */
export function documentsEffects(app: App): [string, OutboxHandler[]][] {
  return [
    [DOCUMENT_MADE, [(event) => printMadeDocument(app, event)]],
    [DOCUMENT_SIGNED, [(event) => printSignedDocument(app, event)]],
  ];
}
