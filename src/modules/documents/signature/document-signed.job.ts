import { dayIn } from "#kernel/day.ts";
import { organizationProfile, personNames } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { fileName } from "#platform/files/file-content.ts";
import { recordFile } from "#platform/files/file-store.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { drawCode } from "#platform/pdf/payment-code.ts";
import { printPages } from "#platform/pdf/printer.ts";
import { findDocument } from "../document/document.store.ts";
import { pagesOf } from "../document/print-document.ts";
import { ownProvider } from "./provider.ts";
import { fr } from "./signature.fr.ts";
import { findRequest, setSignedPaper } from "./signature.store.ts";
import { checkCode, holdsTogether, type RequestId, signedName } from "./signature.ts";
import { trailOf } from "./trail.ts";

/**
 * The signed paper: the same words, a page that says who signed, when and how, the file that everybody read attached
 * byte for byte, and the seal of the instance over all of it. Written once.
 */
export async function printSignedDocument(app: App, event: OutboxEvent): Promise<void> {
  const { organizationId } = event;
  const scope = { organizationId, userId: null };
  const requestId = event.payload.requestId as RequestId;
  const { request, document, profile, names } = await withTenant(app.database, scope, async (tx) => {
    const found = await findRequest(tx, organizationId, requestId);
    const paper = found === null ? null : await findDocument(tx, organizationId, found.documentId);
    if (found === null || paper === null) throw new Error(`signature request ${requestId} does not exist`);
    const persons = [...new Set(found.events.map(({ personId }) => personId))];
    const cooperative = await organizationProfile(tx, organizationId);
    return {
      request: found,
      document: paper,
      profile: cooperative,
      names: await personNames(tx, organizationId, persons),
    };
  });
  if (request.signedHash !== null || request.outcome !== "signed" || request.closedAt === null) return;
  if (!holdsTogether(request.events)) throw new Error(`the trail of ${requestId} does not hold together`);
  const [docx, original] = [await app.files.get(document.docxHash ?? ""), await app.files.get(request.documentHash)];
  if (docx === null || original === null) throw new Error(`a file of ${document.id} is missing`);
  const address = `${app.settings.publicUrl}/verifier/${checkCode(organizationId, requestId)}`;
  const check = { address, svg: drawCode(address) };
  const date = dayIn(document.createdAt, profile.timeZone);
  const printed = await printPages({
    ...pagesOf(docx, { title: document.title, author: profile.legalName, accent: profile.accentColour, date }),
    trail: trailOf(request, document, profile.legalName, names, check),
    attachment: { name: "document-lu-et-signe.pdf", description: fr.trail.introduction, bytes: original },
  });
  const facts = { cooperative: profile.legalName, reason: fr.trail.reason, at: request.closedAt };
  const signed = await ownProvider(app.sealPdf).complete(printed, facts);
  const hash = await app.files.put(signed);
  await withTenant(app.database, scope, async (tx) => {
    const name = fileName(signedName(document.title), "application/pdf");
    const file = { hash, mediaType: "application/pdf", name, size: signed.byteLength };
    await recordFile(tx, organizationId, file, app.clock());
    await setSignedPaper(tx, organizationId, requestId, hash);
  });
}
