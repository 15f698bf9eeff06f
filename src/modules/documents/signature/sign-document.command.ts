import { createHash, randomInt } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Json } from "#kernel/canonical-json.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { notify, settleNotices } from "#modules/notification/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalText, requiredText, ticked } from "#platform/field.ts";
import { requestMail } from "#platform/mail/mail.ts";
import { DECLINED, SIGNED } from "../topics.ts";
import { requestToSign } from "./open-request.store.ts";
import { tellSigner } from "./send-to-sign.command.ts";
import { addEvent, closeRequest } from "./signature.store.ts";
import { drawingOf, nextSigner, RECOGNITIONS, type RequestId } from "./signature.ts";

export const DOCUMENT_SIGNED = "documents.document.signed.v1";
const SUBJECT = "documents.document";
const CODE_MINUTES = 15;
const MOST_TRIES = 5;

const fingerprint = (requestId: RequestId, code: string) =>
  createHash("sha256").update(`${requestId} ${code}`).digest("hex");

/** Sends the signer a code of six digits at the address known of the cooperative. */
export const sendSigningCode = defineCommand({
  name: "documents.signature.sendCode",
  input: z.object({ documentId: idText<"document">() }),
  async run(context, { documentId }): Promise<{ readonly requestId: RequestId } | Refusal> {
    const opened = await requestToSign(context, documentId);
    if (isRefusal(opened)) return opened;
    const { request, rank, email, title } = opened;
    const { tx, organizationId, now } = context;
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from documents.signing_code
      where organization_id = ${organizationId} and request_id = ${request.id} and rank = ${rank}
        and sent_at > ${now}::timestamptz - interval '1 hour'`.execute(tx);
    if ((rows[0]?.count ?? 0) >= MOST_TRIES) return refuse("conflict", "signing.tooManyCodes");
    const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
    await sql`insert into documents.signing_code (organization_id, id, request_id, rank, code_hash, sent_at, expires_at)
      values (${organizationId}, ${context.id()}, ${request.id}, ${rank}, ${fingerprint(request.id, code)}, ${now},
        ${now}::timestamptz + make_interval(mins => ${CODE_MINUTES}))`.execute(tx);
    await requestMail(context, {
      recipient: email,
      subject: "Votre code pour signer",
      body: `Bonjour,\n\nVotre code pour signer « ${title} » : ${code}\n\nIl vaut ${CODE_MINUTES} minutes. Ne le donnez à personne.\n`,
      subjectKind: SUBJECT,
      subjectId: documentId,
    });
    context.audit({ subjectKind: SUBJECT, subjectId: documentId, details: { rank } });
    return { requestId: request.id };
  },
});

/** Whether the code is the last one sent, in time; a wrong one is counted, and the count is kept. */
async function codeIsRight(
  { tx, organizationId, now }: CommandContext,
  requestId: RequestId,
  rank: number,
  code: string,
): Promise<boolean> {
  const { rows } = await sql<{ id: string; code_hash: string; tries: number }>`select id, code_hash, tries
    from documents.signing_code where organization_id = ${organizationId} and request_id = ${requestId} and rank = ${rank}
      and expires_at > ${now} order by sent_at desc, id desc limit 1`.execute(tx);
  const last = rows[0];
  if (last === undefined || last.tries >= MOST_TRIES) return false;
  await sql`update documents.signing_code set tries = tries + 1
    where organization_id = ${organizationId} and id = ${last.id}`.execute(tx);
  return last.code_hash === fingerprint(requestId, code.replace(/\s/g, ""));
}

/** `wrongCode`: nothing is signed; the try was counted. */
type Answer = { readonly requestId: RequestId; readonly wrongCode: boolean };

/**
 * Signs: the signer, recognised again, agrees to this very file. The page has asked the password; a code is compared here.
 * The last signature closes the request, and the signed paper follows.
 */
export const signDocument = defineCommand({
  name: "documents.signature.sign",
  input: z.object({
    documentId: idText<"document">(),
    /** The file that was shown: another one is not what was agreed to. */
    documentHash: z.string().regex(/^[0-9a-f]{64}$/, "field.other"),
    recognition: oneOf(RECOGNITIONS),
    code: optionalText(12),
    typedName: requiredText(120),
    drawing: z.string().max(60_000, "field.tooLong").default(""),
    consent: ticked().refine((agreed) => agreed, "signing.consentNeeded"),
    /** The sentence agreed to, as it was shown. */
    sentence: requiredText(600),
    network: optionalText(60),
  }),
  async run(context, input): Promise<Answer | Refusal> {
    const opened = await requestToSign(context, input.documentId);
    if (isRefusal(opened)) return opened;
    const { request, rank, timeZone, title } = opened;
    const { documentId } = input;
    if (input.documentHash !== request.documentHash) return refuse("conflict", "signing.otherFile");
    if (input.recognition === "mailCode" && !(await codeIsRight(context, request.id, rank, input.code))) {
      context.audit({ subjectKind: SUBJECT, subjectId: documentId, details: { rank, wrongCode: true } });
      return { requestId: request.id, wrongCode: true };
    }
    const drawing = drawingOf(input.drawing);
    const details: Record<string, Json> = {
      ...{ recognition: input.recognition, network: input.network, typedName: input.typedName },
      ...{ sentence: input.sentence, hash: request.documentHash },
      ...(drawing === null ? {} : { drawing }),
    };
    const event = await addEvent(context, request, timeZone, { kind: "signed", rank, details });
    await settleNotices(context, { kind: SUBJECT, id: documentId });
    const next = nextSigner(request.signers, [...request.events, event]);
    if (next !== null) await tellSigner(context, documentId, title, next.personId);
    else {
      await closeRequest(context, request.id, "signed");
      context.emit(DOCUMENT_SIGNED, { requestId: request.id });
      const to = [...request.signers.map(({ personId }) => personId), request.sentBy];
      await notify(context, {
        to,
        topic: SIGNED,
        subject: { kind: SUBJECT, id: documentId },
        path: `documents/${documentId}`,
        facts: { title },
      });
    }
    context.audit({ subjectKind: SUBJECT, subjectId: documentId, details: { rank, hash: request.documentHash } });
    return { requestId: request.id, wrongCode: false };
  },
});

/** Says no, and why: the request ends there. */
export const declineSignature = defineCommand({
  name: "documents.signature.decline",
  input: z.object({ documentId: idText<"document">(), reason: requiredText(500) }),
  async run(context, { documentId, reason }): Promise<{ readonly requestId: RequestId } | Refusal> {
    const opened = await requestToSign(context, documentId);
    if (isRefusal(opened)) return opened;
    const { request, rank, timeZone, title } = opened;
    await addEvent(context, request, timeZone, { kind: "declined", rank, details: { reason } });
    await closeRequest(context, request.id, "declined");
    await settleNotices(context, { kind: SUBJECT, id: documentId });
    const subject = { kind: SUBJECT, id: documentId };
    await notify(context, {
      to: request.sentBy,
      topic: DECLINED,
      subject,
      path: `documents/${documentId}`,
      facts: { title, reason },
    });
    context.audit({ subjectKind: SUBJECT, subjectId: documentId, details: { rank } });
    return { requestId: request.id };
  },
});
