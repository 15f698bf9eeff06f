import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import nodemailer from "nodemailer";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { CommandContext } from "../command.ts";
import type { Database, Tx } from "../database/database.ts";
import { withTenant } from "../database/tenant.ts";
import type { FileStore } from "../files/file-store.ts";
import type { OutboxHandler } from "../outbox/drain.ts";

export type MailDraft = {
  readonly recipient: string;
  readonly replyTo?: string;
  readonly senderName?: string;
  readonly subject: string;
  readonly body: string;
  readonly attachments?: readonly { readonly hash: string; readonly name: string; readonly mediaType: string }[];
  /** What the message is about, so that its page can show it. */
  readonly subjectKind: string;
  readonly subjectId: string;
};

export const MAIL_REQUESTED = "platform.mail.requested.v1";

/** Writes the message and asks for its sending, within the act's own transaction: nothing is lost, nothing is sent twice. */
export async function requestMail(context: CommandContext, draft: MailDraft): Promise<string> {
  const id = context.id<"mail">();
  await sql`insert into platform.mail (organization_id, id, recipient, reply_to, sender_name, subject, body, attachments,
      subject_kind, subject_id, status, at)
    values (${context.organizationId}, ${id}, ${draft.recipient}, ${draft.replyTo ?? ""}, ${draft.senderName ?? ""},
      ${draft.subject}, ${draft.body}, ${JSON.stringify(draft.attachments ?? [])}::jsonb,
      ${draft.subjectKind}, ${draft.subjectId}, 'waiting', ${context.now})`.execute(context.tx);
  context.emit(MAIL_REQUESTED, { mailId: id });
  return id;
}

type MailRow = {
  id: string;
  recipient: string;
  reply_to: string;
  sender_name: string;
  subject: string;
  body: string;
  attachments: { hash: string; name: string; mediaType: string }[];
  status: string;
};

export type MailSettings = {
  readonly smtpUrl: string | null;
  readonly from: string;
  /** Where messages are kept as .eml files when no SMTP server is set. */
  readonly outgoingDirectory: string;
  readonly now: () => Instant;
};

/** Sends requested messages by SMTP, or lays them in the outgoing box. A retry carries the same Message-ID. */
export function mailHandler(database: Database, files: FileStore, settings: MailSettings): OutboxHandler {
  const smtp = settings.smtpUrl === null ? null : nodemailer.createTransport(settings.smtpUrl);
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return async (event) => {
    const mailId = String(event.payload.mailId);
    const scope = { organizationId: event.organizationId, userId: null };
    const mail = await withTenant(database, scope, (tx) => findMail(tx, event.organizationId, mailId));
    if (mail === null || mail.status === "sent" || mail.status === "kept") return;
    const message = {
      messageId: `<${mail.id}@${settings.from.split("@")[1] ?? "localhost"}>`,
      from: mail.sender_name === "" ? settings.from : { name: mail.sender_name, address: settings.from },
      to: mail.recipient,
      replyTo: mail.reply_to === "" ? undefined : mail.reply_to,
      subject: mail.subject,
      text: mail.body,
      attachments: await Promise.all(mail.attachments.map((attachment) => attached(files, attachment))),
    };
    if (smtp === null) {
      const composed = await composer.sendMail(message);
      await mkdir(settings.outgoingDirectory, { recursive: true });
      await writeFile(join(settings.outgoingDirectory, `${mail.id}.eml`), composed.message as Buffer, { mode: 0o600 });
    } else {
      await smtp.sendMail(message);
    }
    await withTenant(database, scope, (tx) =>
      sql`update platform.mail set status = ${smtp === null ? "kept" : "sent"}, sent_at = ${settings.now()}, error = null
        where organization_id = ${event.organizationId} and id = ${mailId}`.execute(tx),
    );
  };
}

async function attached(files: FileStore, attachment: { hash: string; name: string; mediaType: string }) {
  const bytes = await files.get(attachment.hash);
  if (bytes === null) throw new Error(`attachment ${attachment.hash} is missing`);
  return { filename: attachment.name, content: Buffer.from(bytes), contentType: attachment.mediaType };
}

async function findMail(tx: Tx, organizationId: OrganizationId, id: string): Promise<MailRow | null> {
  const { rows } = await sql<MailRow>`select id, recipient, reply_to, sender_name, subject, body, attachments, status
    from platform.mail where organization_id = ${organizationId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}
