import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Id } from "#kernel/id.ts";
import { sendInvoice } from "#modules/sales/invoice/send-invoice.command.ts";
import { execute } from "#platform/command.ts";
import { openDatabase, openPool } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { accountMailer } from "#platform/mail/account-mail.ts";
import { administratorOf, makeDataFolder, removeDataFolders } from "../harness/folder.ts";
import { attachmentsOf, type SmtpDouble, startSmtpDouble } from "../harness/smtp-double.ts";
import { eventually } from "../harness/wait.ts";
import { type Application, openApplication } from "./application.ts";
import { accepted, issueAnother } from "./cooperative.ts";

let folder: string;
let smtp: SmtpDouble;
let application: Application;

beforeAll(async () => {
  folder = await makeDataFolder();
  smtp = await startSmtpDouble();
  application = await openApplication(folder, {
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    ESSAIM_MAIL_FROM: "essaim@etabli.example",
  });
});
beforeEach(() => smtp.mood("well"));
afterAll(async () => {
  await application?.stop();
  await smtp?.close();
  await removeDataFolders();
}, 60_000);

test("serveur de courrier éteint, plein, occupé ou coupé : le message attend, puis part une fois, toujours le même", async () => {
  const before = smtp.received.length;
  const { invoiceId, number } = await issueAnother(application.app, application.caller);
  const hash = await pdfOf(invoiceId);
  await smtp.mood("away");
  const mailId = await send(invoiceId, "compta@lutins.example");
  const { error } = await eventually("a first try", async () => (await mail(mailId)).error !== null && mail(mailId));
  expect(error).toContain("ECONNREFUSED");
  expect(await mail(mailId)).toMatchObject({ status: "waiting", sent_at: null });
  // Other effects do not wait for the mail server.
  await pdfOf((await issueAnother(application.app, application.caller)).invoiceId);

  await smtp.mood("fullDisk");
  await eventually("the next try comes by itself", async () => smtp.received.length === before + 1);
  await smtp.mood("cut");
  await eventually("a try that is cut", async () => smtp.received.length === before + 2 || (await dueNow()));
  await smtp.mood("busy");
  const connections = smtp.connections();
  await eventually("a try that is sent away", async () => smtp.connections() > connections || (await dueNow()));
  expect(await mail(mailId)).toMatchObject({ status: "waiting", sent_at: null });
  await smtp.mood("well");
  await eventually("the message leaves", async () => (await mail(mailId)).status === "sent" || (await dueNow()));
  expect((await mail(mailId)).error).toBeNull();

  const tries = smtp.received.slice(before);
  expect(tries.map((one) => one.acknowledged)).toEqual([false, false, true]);
  const [first, , last] = tries;
  expect(tries.map((one) => one.headers.get("message-id"))).toEqual(Array(3).fill(`<${mailId}@etabli.example>`));
  expect(last).toMatchObject({ from: "essaim@etabli.example", to: ["compta@lutins.example"] });
  expect(last?.headers.get("subject")).toBe(`Facture ${number}`);
  expect(first && last && attachmentsOf(first)).toEqual(last && attachmentsOf(last));
  const pdf = await readFile(join(folder, "files", hash.slice(0, 2), hash));
  expect(last && attachmentsOf(last).get(`${number}.pdf`)?.equals(pdf)).toBe(true);

  // The effect may be asked for again (a process that dies just after sending): nothing leaves twice.
  await asAdministrator("update platform.outbox set done_at = null, attempts = 0, next_attempt_at = now()");
  await application.drainer.idle();
  expect(smtp.received.length).toBe(before + 3);
  expect(smtp.faults).toEqual([]);
});

test("un serveur de courrier qui prend la ligne et se tait n'arrête pas le reste de la maison", async () => {
  const { invoiceId } = await issueAnother(application.app, application.caller);
  await pdfOf(invoiceId);
  await smtp.mood("mute");
  const connections = smtp.connections();
  const mailId = await send(invoiceId, "compta@lutins.example");
  await eventually("the mute server is called", async () => smtp.connections() > connections);
  const next = await issueAnother(application.app, application.caller);
  await eventually("a document that does not wait", () => findPdf(next.invoiceId), 5);
  expect((await mail(mailId)).error).toBeNull();
  await eventually("the line is dropped", async () => (await mail(mailId)).error !== null, 15);
  await smtp.mood("well");
  await eventually("the message leaves", async () => (await mail(mailId)).status === "sent" || (await dueNow()));
  expect(smtp.faults).toEqual([]);
});

test("une adresse refusée pour de bon est dite, et n'est plus essayée", async () => {
  const { invoiceId } = await issueAnother(application.app, application.caller);
  await pdfOf(invoiceId);
  await smtp.mood("unknown");
  const before = smtp.received.length;
  const mailId = await send(invoiceId, "personne@lutins.example");
  await eventually("the refusal", async () => (await mail(mailId)).status === "failed");
  expect((await mail(mailId)).error).toContain("nobody of that name");
  await smtp.mood("well");
  await dueNow();
  await application.drainer.idle();
  // The entrepreneur may be told by a mail of their own; nothing leaves for that address any more.
  const recipients = smtp.received.slice(before).map((one) => one.headers.get("to") ?? "");
  expect(recipients.filter((to) => to.includes("personne@"))).toEqual([]);
  expect((await mail(mailId)).status).toBe("failed");
});

test("le lien d'un mot de passe est réessayé sous le même nom", async () => {
  const before = smtp.received.length;
  await smtp.mood("away");
  const sendMail = accountMailer(
    {
      smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
      from: "essaim@etabli.example",
      outgoingDirectory: folder,
      now: application.app.clock,
    },
    [0, 300, 300],
  );
  const sending = sendMail({ key: "reset-1", to: "samira@etabli.example", subject: "Mot de passe", text: "Voici." });
  await smtp.mood("fullDisk");
  await eventually("a second try", async () => smtp.received.length === before + 1);
  await smtp.mood("well");
  await sending;
  expect(smtp.received.slice(before).map((one) => one.headers.get("message-id"))).toEqual(
    Array(2).fill("<reset-1@etabli.example>"),
  );
  expect(smtp.faults).toEqual([]);
});

async function send(invoiceId: Id<"invoice">, recipient: string): Promise<string> {
  const { app, caller } = application;
  const number = await numberOf(invoiceId);
  const letter = { invoiceId, recipient, subject: `Facture ${number}`, body: "Bonjour,\n.\nVoici votre facture.\n" };
  return accepted(await execute(app, caller, sendInvoice, letter)).mailId;
}

type Mail = { status: string; error: string | null; sent_at: string | null };

function mail(mailId: string): Promise<Mail> {
  return one<Mail>(sql`select status, error, sent_at from platform.mail where id = ${mailId}`);
}

async function numberOf(invoiceId: string): Promise<string> {
  return (await one<{ number: string }>(sql`select number from sales.invoice where id = ${invoiceId}`)).number;
}

async function findPdf(invoiceId: string): Promise<string | null> {
  const query = sql`select pdf_hash from sales.invoice where id = ${invoiceId}`;
  return (await one<{ pdf_hash: string | null }>(query)).pdf_hash;
}

function pdfOf(invoiceId: string): Promise<string> {
  return eventually("a PDF", () => findPdf(invoiceId));
}

function one<Row>(query: ReturnType<typeof sql>): Promise<Row> {
  const { app, caller } = application;
  return withTenant(app.database, caller, async (tx) => (await query.execute(tx)).rows[0] as Row);
}

/** Hours go by. */
async function dueNow(): Promise<false> {
  await asAdministrator(
    "update platform.outbox set next_attempt_at = now() where done_at is null and last_error is not null and next_attempt_at < now() + interval '1 minute'",
  );
  application.drainer.wake();
  return false;
}

async function asAdministrator(text: string): Promise<void> {
  const pool = openPool(await administratorOf(folder), 1);
  await sql.raw(text).execute(openDatabase(pool));
  await pool.end();
}
