import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import nodemailer from "nodemailer";
import type { Actor } from "#kernel/actor.ts";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext, OpenContext } from "../command.ts";
import type { Database, Tx } from "../database/database.ts";
import { withTenant } from "../database/tenant.ts";
import type { FileStore } from "../files/file-store.ts";
import { newId } from "../id.ts";
import type { OutboxHandler } from "../outbox/drain.ts";
import { emitAt } from "../outbox/emit-at.ts";

/** A kept file, by its content; or a short text written for this message (an .ics of a meeting). */
type Attachment = { readonly name: string; readonly mediaType: string } & (
  | { readonly hash: string }
  | { readonly text: string }
);

export type MailDraft = {
  readonly recipient: string;
  readonly replyTo?: string;
  readonly senderName?: string;
  readonly subject: string;
  readonly body: string;
  readonly attachments?: readonly Attachment[];
  /** What the message is about, so that its page can show it. */
  readonly subjectKind: string;
  readonly subjectId: string;
};

export const MAIL_REQUESTED = "platform.mail.requested.v1";

/** Writes the message and asks for its sending, within the act's own transaction: nothing is lost, nothing is sent twice. */
export async function requestMail(
  context: OpenContext & { readonly actor?: Actor },
  draft: MailDraft,
): Promise<string> {
  const id = context.id<"mail">();
  await writeMail(context, id, draft, context.actor?.personId ?? null);
  context.emit(MAIL_REQUESTED, { mailId: id });
  return id;
}

export type MailPlace = Pick<CommandContext, "tx" | "organizationId" | "now">;

async function writeMail(place: MailPlace, id: string, draft: MailDraft, by: PersonId | null): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into platform.mail (organization_id, id, recipient, reply_to, sender_name, subject, body, attachments,
      subject_kind, subject_id, status, requested_by, at)
    values (${place.organizationId}, ${id}, ${draft.recipient}, ${draft.replyTo ?? ""}, ${draft.senderName ?? ""},
      ${draft.subject}, ${draft.body}, ${JSON.stringify(draft.attachments ?? [])}::jsonb,
      ${draft.subjectKind}, ${draft.subjectId}, 'waiting', ${by}, ${place.now}) on conflict do nothing`.execute(
      place.tx,
    );
  return numAffectedRows === 1n;
}

/**
 * The same from an effect, which may run twice: `id` is the effect's own, so the message exists once and carries the same
 * Message-ID. False when it was written before.
 */
export async function requestMailOnce(place: MailPlace, id: string, draft: MailDraft): Promise<boolean> {
  if (!(await writeMail(place, id, draft, null))) return false;
  await emitAt(place, { id: newId(place.now), event: MAIL_REQUESTED, payload: { mailId: id }, at: place.now });
  return true;
}

/** Asks once more for the sending of a message that failed or was kept, within the act's own transaction. */
export async function sendAgain(context: CommandContext, id: string): Promise<void> {
  await sql`update platform.mail set status = 'waiting', error = null, sent_at = null
    where organization_id = ${context.organizationId} and id = ${id}`.execute(context.tx);
  context.emit(MAIL_REQUESTED, { mailId: id });
}

type MailRow = {
  id: string;
  recipient: string;
  reply_to: string;
  sender_name: string;
  subject: string;
  body: string;
  attachments: Attachment[];
  status: string;
  at: string;
  subject_kind: string;
  subject_id: string;
  requested_by: PersonId | null;
};

export type MailSettings = {
  readonly smtpUrl: string | null;
  readonly from: string;
  /** Where messages are kept as .eml files when no SMTP server is set. */
  readonly outgoingDirectory: string;
  readonly now: () => Instant;
  /** The words of a message as they leave: what is kept of it may leave a place for an address. */
  readonly bodyOf?: (
    place: MailPlace,
    mail: { readonly body: string; readonly subjectKind: string; readonly subjectId: string },
  ) => Promise<string>;
  /** Told in the same transaction that a message asked for by somebody will not be delivered. */
  readonly onFailed?: (place: MailPlace, mail: FailedMail) => Promise<void>;
};

export type FailedMail = {
  readonly id: string;
  readonly recipient: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly requestedBy: PersonId;
};

/** A mail server that says nothing is away: the next try is better than a long wait. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
/** A message is tried for five days (RFC 5321 §4.5.4.1). */
const GIVE_UP_MS = 5 * 86_400_000;

export function openSmtp(url: string) {
  return nodemailer.createTransport({ url, ...PATIENCE });
}

/** The server refuses this message or its recipient for good; wrong credentials are ours to mend. */
function isFinal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return responseCode >= 500 && (code === "EENVELOPE" || code === "EMESSAGE");
}

/**
 * Sends requested messages by SMTP, or lays them in the outgoing box. A retry carries the same Message-ID.
 * What the server refuses for good, and what could not leave for five days, is marked as failed with its reason.
 */
export function mailHandler(database: Database, files: FileStore, settings: MailSettings): OutboxHandler {
  const smtp = settings.smtpUrl === null ? null : openSmtp(settings.smtpUrl);
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return async (event) => {
    const mailId = String(event.payload.mailId);
    const scope = { organizationId: event.organizationId, userId: null };
    const found = await withTenant(database, scope, async (tx) => {
      const mail = await findMail(tx, event.organizationId, mailId);
      if (mail === null || mail.status !== "waiting") return null;
      const place = { tx, organizationId: event.organizationId, now: settings.now() };
      const { body, subject_kind: subjectKind, subject_id: subjectId } = mail;
      return { mail, text: (await settings.bodyOf?.(place, { body, subjectKind, subjectId })) ?? body };
    });
    if (found === null) return;
    const { mail, text } = found;
    const write = (tx: Tx, status: string, error: string | null) =>
      sql`update platform.mail set status = ${status}, error = ${error},
            sent_at = ${status === "sent" || status === "kept" ? settings.now() : null}
          where organization_id = ${event.organizationId} and id = ${mailId}`.execute(tx);
    const mark = (status: string, error: string | null) =>
      withTenant(database, scope, (tx) => write(tx, status, error));
    const message = {
      messageId: `<${mail.id}@${settings.from.split("@")[1] ?? "localhost"}>`,
      from: mail.sender_name === "" ? settings.from : { name: mail.sender_name, address: settings.from },
      to: mail.recipient,
      replyTo: mail.reply_to === "" ? undefined : mail.reply_to,
      subject: mail.subject,
      text,
      attachments: await Promise.all(mail.attachments.map((attachment) => attached(files, attachment))),
    };
    if (smtp === null) {
      const composed = await composer.sendMail(message);
      await mkdir(settings.outgoingDirectory, { recursive: true });
      await writeFile(join(settings.outgoingDirectory, `${mail.id}.eml`), composed.message as Buffer, { mode: 0o600 });
      await mark("kept", null);
      return;
    }
    try {
      await smtp.sendMail(message);
    } catch (error) {
      const reason = (error as Error).message.slice(0, 500);
      if (isFinal(error) || Date.parse(settings.now()) - Date.parse(mail.at) > GIVE_UP_MS) {
        await withTenant(database, scope, async (tx) => {
          await write(tx, "failed", reason);
          if (mail.requested_by === null) return;
          const { id, recipient, subject_kind: subjectKind, subject_id: subjectId, requested_by: requestedBy } = mail;
          const place = { tx, organizationId: event.organizationId, now: settings.now() };
          await settings.onFailed?.(place, { id, recipient, subjectKind, subjectId, requestedBy });
        });
        return;
      }
      await mark("waiting", reason);
      throw error;
    }
    await mark("sent", null);
  };
}

async function attached(files: FileStore, attachment: Attachment) {
  if ("text" in attachment) {
    return { filename: attachment.name, content: attachment.text, contentType: attachment.mediaType };
  }
  const bytes = await files.get(attachment.hash);
  if (bytes === null) throw new Error(`attachment ${attachment.hash} is missing`);
  return { filename: attachment.name, content: Buffer.from(bytes), contentType: attachment.mediaType };
}

async function findMail(tx: Tx, organizationId: OrganizationId, id: string): Promise<MailRow | null> {
  const { rows } =
    await sql<MailRow>`select id, recipient, reply_to, sender_name, subject, body, attachments, status, at,
           subject_kind, subject_id, requested_by
    from platform.mail where organization_id = ${organizationId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}
