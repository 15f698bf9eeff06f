import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { contactsOf, holdersOf } from "#modules/membership/index.server.ts";
import { notify, settleNotices } from "#modules/notification/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText } from "#platform/field.ts";
import { requestMail } from "#platform/mail/mail.ts";
import { SIGNING_ROLES } from "../documents.policy.ts";
import { TO_SIGN } from "../topics.ts";
import { documentFor } from "./open-request.store.ts";
import { addEvent, closeRequest, lastRequest } from "./signature.store.ts";
import { nextSigner, type RequestId, type Signer, statusOf } from "./signature.ts";

type Sent = { readonly requestId: RequestId };
const SUBJECT = "documents.document";

/** Sends a document to be signed: by its person first, then by whoever represents the cooperative. */
export const sendToSign = defineCommand({
  name: "documents.signature.send",
  input: z.object({
    documentId: idText<"document">(),
    representativeId: idText<"person">(),
    expiresOn: dayText(),
  }),
  async run(context, { documentId, representativeId, expiresOn }): Promise<Sent | Refusal> {
    const { tx, organizationId, today, now, actor } = context;
    const opened = await documentFor(context, documentId, "make");
    if (isRefusal(opened)) return opened;
    const { document, person, timeZone } = opened;
    if (document.cancelledAt !== null) return refuse("conflict", "signing.cancelledDocument");
    if (document.pdfHash === null) return refuse("conflict", "document.notReady");
    if (expiresOn <= today) return refuse("invalid", "signing.expiryPast", {}, "expiresOn");
    const before = await lastRequest(tx, organizationId, documentId, true);
    if (before !== null && statusOf(before, today) === "expired") {
      await addEvent(context, before, timeZone, { kind: "cancelled", rank: null, details: { reason: "expired" } });
      await closeRequest(context, before.id, "cancelled");
    } else if (before?.outcome === null || before?.outcome === "signed") return refuse("conflict", "signing.already");
    const representative = (await holdersOf(tx, organizationId, SIGNING_ROLES)).find(
      (one) => one.personId === representativeId,
    );
    if (representative === undefined) return refuse("invalid", "signing.noRepresentative", {}, "representativeId");
    if (person.userId === null) return refuse("conflict", "signing.noAccess");
    if (representativeId === document.personId) return refuse("invalid", "signing.sameSigner", {}, "representativeId");
    const requestId = context.id<"signatureRequest">();
    await sql`insert into documents.signature_request (organization_id, id, document_id, document_hash, sent_at, sent_by, expires_on)
      values (${organizationId}, ${requestId}, ${documentId}, ${document.pdfHash}, ${now}, ${actor.personId}, ${expiresOn})`.execute(
      tx,
    );
    const signers: Omit<Signer, "email">[] = [
      { rank: 1, personId: document.personId, side: "person", name: `${person.firstName} ${person.lastName}` },
      { rank: 2, personId: representativeId, side: "cooperative", name: representative.name },
    ];
    const contacts = await contactsOf(
      tx,
      organizationId,
      signers.map(({ personId }) => personId),
    );
    for (const { rank, personId, side, name } of signers) {
      const email = contacts.find((contact) => contact.personId === personId)?.email ?? "";
      await sql`insert into documents.signer (organization_id, request_id, rank, person_id, side, name, email)
        values (${organizationId}, ${requestId}, ${rank}, ${personId}, ${side}, ${name}, ${email})`.execute(tx);
    }
    const details = { hash: document.pdfHash, expiresOn };
    await addEvent(context, { id: requestId, events: [] }, timeZone, { kind: "sent", rank: null, details });
    await tellSigner(context, documentId, document.title, document.personId);
    context.audit({ subjectKind: SUBJECT, subjectId: documentId, details });
    return { requestId };
  },
});

export async function tellSigner(
  context: CommandContext,
  documentId: string,
  title: string,
  personId: Signer["personId"],
): Promise<void> {
  const path = `documents/${documentId}/signer`;
  await notify(context, {
    to: personId,
    topic: TO_SIGN,
    subject: { kind: SUBJECT, id: documentId },
    path,
    facts: { title },
  });
}

/** Reminds whoever is next to sign, by mail. */
export const remindSigner = defineCommand({
  name: "documents.signature.remind",
  input: z.object({ documentId: idText<"document">() }),
  async run(context, { documentId }): Promise<Sent | Refusal> {
    const opened = await documentFor(context, documentId, "make");
    if (isRefusal(opened)) return opened;
    const request = await lastRequest(context.tx, context.organizationId, documentId, true);
    if (request === null || statusOf(request, context.today) !== "waiting")
      return refuse("conflict", "signing.notWaiting");
    const next = nextSigner(request.signers, request.events);
    if (next === null) return refuse("conflict", "signing.notWaiting");
    await addEvent(context, request, opened.timeZone, { kind: "reminded", rank: next.rank, details: {} });
    await requestMail(context, {
      recipient: next.email,
      subject: `Rappel : « ${opened.document.title} » attend votre signature`,
      body: `Bonjour,\n\nLe document « ${opened.document.title} » attend votre signature dans Essaim, page « Mes documents ».\n`,
      subjectKind: SUBJECT,
      subjectId: documentId,
    });
    context.audit({ subjectKind: SUBJECT, subjectId: documentId, details: { rank: next.rank } });
    return { requestId: request.id };
  },
});

/** Takes back a request that nobody needs any more. What was already signed on it stays in its trail. */
export const cancelSignature = defineCommand({
  name: "documents.signature.cancel",
  input: z.object({ documentId: idText<"document">() }),
  async run(context, { documentId }): Promise<Sent | Refusal> {
    const opened = await documentFor(context, documentId, "make");
    if (isRefusal(opened)) return opened;
    const request = await lastRequest(context.tx, context.organizationId, documentId, true);
    if (request === null || request.outcome !== null) return refuse("conflict", "signing.notWaiting");
    await addEvent(context, request, opened.timeZone, { kind: "cancelled", rank: null, details: {} });
    await closeRequest(context, request.id, "cancelled");
    await settleNotices(context, { kind: SUBJECT, id: documentId });
    context.audit({ subjectKind: SUBJECT, subjectId: documentId });
    return { requestId: request.id };
  },
});
