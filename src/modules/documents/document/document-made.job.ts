import { dayIn } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { DOCX_TYPE, fileName } from "#platform/files/file-content.ts";
import { type FileStore, recordFile } from "#platform/files/file-store.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { printPages } from "#platform/pdf/printer.ts";
import { merge } from "../docx/merge.ts";
import { openDocx } from "../docx/safety.ts";
import { defaultTemplate } from "../template/default-template.ts";
import { findTemplate } from "../template/template.store.ts";
import { type DocumentId, findDocument, type StoredDocument, setFiles } from "./document.store.ts";
import { pagesOf } from "./print-document.ts";

/** Fills the template and prints the paper of a document that was made. Idempotent: the same words, the same bytes. */
export async function printMadeDocument(app: App, event: OutboxEvent): Promise<void> {
  const { organizationId } = event;
  const scope = { organizationId, userId: null };
  const documentId = event.payload.documentId as DocumentId;
  const { document, template, paper } = await withTenant(app.database, scope, async (tx) => {
    const found = await findDocument(tx, organizationId, documentId);
    if (found === null) throw new Error(`document ${documentId} does not exist`);
    const profile = await organizationProfile(tx, organizationId);
    return {
      document: found,
      template: await templateBytes(tx, app.files, organizationId, found),
      paper: {
        author: profile.legalName,
        accent: profile.accentColour,
        date: dayIn(found.createdAt, profile.timeZone),
      },
    };
  });
  if (document.pdfHash !== null) return;
  const parts = openDocx(template);
  if (typeof parts === "string") throw new Error(`the template of ${documentId} cannot be opened: ${parts}`);
  const docx = merge(parts, document.values);
  if (!(docx instanceof Uint8Array)) throw new Error(`the template of ${documentId} cannot be filled`);
  const pdf = await printPages(pagesOf(docx, { title: document.title, ...paper }));
  const [docxHash, pdfHash] = [await app.files.put(docx), await app.files.put(pdf)];
  await withTenant(app.database, scope, async (tx) => {
    const now = app.clock();
    const word = {
      hash: docxHash,
      mediaType: DOCX_TYPE,
      name: fileName(document.title, DOCX_TYPE),
      size: docx.byteLength,
    };
    const paperFile = {
      hash: pdfHash,
      mediaType: "application/pdf",
      name: fileName(document.title, "application/pdf"),
      size: pdf.byteLength,
    };
    await recordFile(tx, organizationId, word, now);
    await recordFile(tx, organizationId, paperFile, now);
    await setFiles(tx, organizationId, documentId, { docx: docxHash, pdf: pdfHash });
  });
}

async function templateBytes(
  tx: Tx,
  files: FileStore,
  organizationId: OrganizationId,
  document: StoredDocument,
): Promise<Uint8Array> {
  const stored = document.templateId === null ? null : await findTemplate(tx, organizationId, document.templateId);
  const bytes = stored === null ? defaultTemplate(document.kind) : await files.get(stored.fileHash);
  if (bytes === null) throw new Error(`the template of ${document.id} is missing`);
  return bytes;
}
