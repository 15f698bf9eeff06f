import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer from "nodemailer";
import type { AccountMail } from "../session/session.ts";
import { type MailSettings, openSmtp } from "./mail.ts";

/** Waits between tries, in milliseconds. A person who got nothing asks again: nothing is kept for longer. */
const RETRY_MS = [0, 5_000, 30_000];

/**
 * Sends the mails of sign-in (new password, invitation) at once, by SMTP, or lays them in the outgoing folder.
 * They belong to no cooperative and hold a link that opens an account: they are never written in the database.
 */
export function accountMailer(settings: MailSettings, retryMs = RETRY_MS): (mail: AccountMail) => Promise<void> {
  const smtp = settings.smtpUrl === null ? null : openSmtp(settings.smtpUrl);
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const domain = settings.from.split("@")[1] ?? "localhost";
  return async (mail) => {
    const message = {
      messageId: `<${mail.key}@${domain}>`,
      from: settings.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
    };
    if (smtp === null) {
      const composed = await composer.sendMail(message);
      await mkdir(settings.outgoingDirectory, { recursive: true });
      await writeFile(join(settings.outgoingDirectory, `${mail.key}.eml`), composed.message as Buffer, { mode: 0o600 });
      return;
    }
    for (const [turn, wait] of retryMs.entries()) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      try {
        await smtp.sendMail(message);
        return;
      } catch (error) {
        if (turn === retryMs.length - 1) throw error;
      }
    }
  };
}
