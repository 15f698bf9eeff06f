import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { type Day, toDay } from "#kernel/day.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson } from "#testing/tenant.ts";
import type { InvoiceId } from "../invoice/invoice.ts";
import { eventsOf } from "../invoice/invoice-event.store.ts";
import { mailsOf } from "../outgoing/outgoing.store.ts";
import { retryMail } from "../outgoing/retry-mail.command.ts";
import { recordPayment } from "../payment/record-payment.command.ts";
import { salesSettings } from "../settings.ts";
import { saveSalesSettings } from "../setup/save-sales-settings.command.ts";
import { accepted, type SalesTenant, salesTenant } from "../testing.ts";
import { pauseReminders, resumeReminders } from "./pause-reminders.command.ts";
import { remindCustomer } from "./remind-customer.command.ts";
import { lateInvoices, listLateCustomers } from "./reminder.store.ts";
import { saveReminderTexts } from "./save-reminder-texts.command.ts";

let sales: SalesTenant;
let invoiceId: InvoiceId;

/** Late by 20 days on the day of the test: issued on 1 October, due 30 days later. */
const NOW = "2026-11-20T09:00:00.000Z";

beforeEach(async () => {
  sales = await salesTenant({ now: "2026-10-01T09:00:00.000Z" });
  ({ invoiceId } = await issued("1000"));
  sales.tenant.setNow(NOW);
});

/** With its PDF, as the outbox would have made it. */
async function issued(price: string, more: Parameters<SalesTenant["issue"]>[1] = {}) {
  const found = await sales.issue([{ price }], more);
  await sales.tenant.run((tx) =>
    sql`update sales.invoice set pdf_hash = ${"a".repeat(64)} where id = ${found.invoiceId}`.execute(tx),
  );
  return found;
}

const remind = (who: TestPerson, message: object | null = null, customerId: string = sales.customerId) =>
  sales.run(who, remindCustomer, { customerId, message });
const mails = async () =>
  (
    await sales.tenant.run((tx) =>
      sql<{ id: string; recipient: string; subject: string; body: string; status: string; names: string[] }>`
        select id, recipient, subject, body, status,
          (select array_agg(a->>'name') from jsonb_array_elements(attachments) a) as names
        from platform.mail order by at, subject`.execute(tx),
    )
  ).rows;
const late = (today: Day = toDay("2026-11-20")) =>
  sales.tenant.run((tx) => lateInvoices(tx, sales.tenant.organizationId, [sales.customerId], today));
const pay = (amount: string, id: InvoiceId = invoiceId) =>
  sales.run(sales.accountant, recordPayment, { invoiceId: id, amount, paidOn: "2026-11-20", method: "transfer" });

describe("Relancer un client", () => {
  it("une relance polie part avec le PDF, et se lit dans l'historique de la facture", async () => {
    accepted(await remind(sales.entrepreneur));
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      recipient: "compta@lutins.example",
      subject: "Rappel de paiement : F2026-00001",
      status: "waiting",
      names: ["F2026-00001.pdf"],
    });
    // 1 000 € HT with VAT at 20 %: 1 200 €.
    expect(mail?.body).toContain("1\u00a0200,00\u00a0€");
    const events = await sales.tenant.run((tx) => eventsOf(tx, sales.tenant.organizationId, invoiceId));
    expect(events.at(-1)?.action).toBe("remind1");
    expect(await late()).toMatchObject([{ lastLevel: 1, lastOn: "2026-11-20" }]);
    const { rows } = await sales.tenant.run((tx) =>
      sql<{ action: string }>`select action from platform.audit where action = 'sales.reminder.send'`.execute(tx),
    );
    expect(rows).toHaveLength(1);
  });

  it("sept jours de repos, puis la suivante, de plus en plus ferme", async () => {
    accepted(await remind(sales.entrepreneur));
    expect(await remind(sales.accountant)).toMatchObject({ kind: "conflict", code: "reminder.nothing" });
    for (const [now, level] of [
      ["2026-11-27T09:00:00.000Z", 2],
      ["2026-12-04T09:00:00.000Z", 3],
      ["2026-12-11T09:00:00.000Z", 3],
    ] as const) {
      sales.tenant.setNow(now);
      accepted(await remind(sales.entrepreneur));
      expect(await late()).toMatchObject([{ lastLevel: level }]);
    }
    expect((await mails()).map(({ subject }) => subject.split(" : ")[0])).toEqual([
      "Rappel de paiement",
      "Deuxième rappel de paiement",
      "Dernier rappel avant mise en demeure",
      "Dernier rappel avant mise en demeure",
    ]);
  });

  it("une facture de plus reçoit la première relance, pas la troisième de l'autre", async () => {
    sales.tenant.setNow("2026-10-05T09:00:00.000Z");
    const second = await issued("50");
    sales.tenant.setNow("2026-11-03T09:00:00.000Z");
    accepted(await remind(sales.entrepreneur));
    sales.tenant.setNow(NOW);
    accepted(await remind(sales.entrepreneur));
    expect((await mails()).map(({ subject, names }) => [subject, names])).toEqual([
      ["Rappel de paiement : F2026-00001", ["F2026-00001.pdf"]],
      ["Deuxième rappel de paiement : F2026-00001", ["F2026-00001.pdf"]],
      [`Rappel de paiement : ${second.number}`, [`${second.number}.pdf`]],
    ]);
  });

  it("jamais qui a payé : ni avant l'envoi, ni pendant qu'il attend, ni par un nouvel essai", async () => {
    accepted(await pay("120000"));
    expect(await remind(sales.entrepreneur)).toMatchObject({ code: "reminder.nothing" });
    const other = await issued("10", { issueDate: "2026-11-20" });
    sales.tenant.setNow("2026-12-25T09:00:00.000Z");
    const { mailIds } = accepted(await remind(sales.entrepreneur));
    accepted(await pay("1200", other.invoiceId));
    expect(await mails()).toMatchObject([{ id: mailIds[0], status: "cancelled" }]);
    // Kept or failed, it is not sent again either.
    await sales.tenant.run((tx) => sql`update platform.mail set status = 'failed'`.execute(tx));
    expect(await sales.run(sales.entrepreneur, retryMail, { mailId: mailIds[0] })).toMatchObject({
      code: "reminder.paid",
    });
    const byHand = {
      invoiceIds: [invoiceId],
      level: "1",
      recipient: "a@b.example",
      subject: "Rappel",
      body: "Bonjour",
    };
    expect(await remind(sales.entrepreneur, byHand)).toMatchObject({
      code: "reminder.notLate",
      facts: { number: "F2026-00001" },
    });
  });

  it("payée en partie, la relance dit ce qui reste", async () => {
    accepted(await pay("20000"));
    accepted(await remind(sales.entrepreneur));
    expect((await mails())[0]?.body).toContain("1\u00a0000,00\u00a0€");
  });

  it("à sa main : chaque mot peut changer; deux fois le même jour, non", async () => {
    const message = {
      invoiceIds: [invoiceId],
      level: "2",
      recipient: "Directrice@Lutins.example",
      subject: "Notre facture",
      body: "Bonjour Anne,\nun petit signe ?",
    };
    accepted(await remind(sales.entrepreneur, message));
    expect(await mails()).toMatchObject([{ recipient: "directrice@lutins.example", body: message.body }]);
    expect(await remind(sales.accountant, message)).toMatchObject({ code: "reminder.today" });
    expect(await remind(sales.entrepreneur, { ...message, invoiceIds: [], recipient: "rien" })).toMatchObject({
      fields: { "message.invoiceIds": "reminder.chooseInvoice", "message.recipient": "field.email" },
    });
  });

  it("le particulier n'est menacé d'aucune indemnité", async () => {
    sales.tenant.setNow("2026-10-01T09:00:00.000Z");
    const individual = await sales.customer("individual");
    await issued("80", { customerId: individual });
    for (const now of ["2026-11-20T09:00:00.000Z", "2026-11-30T09:00:00.000Z"]) {
      sales.tenant.setNow(now);
      accepted(await remind(sales.entrepreneur, null, individual));
      accepted(await remind(sales.entrepreneur));
    }
    const said = (await mails())
      .filter(({ subject }) => subject.startsWith("Deuxième"))
      .map(({ subject, body }) => [subject.slice(-5), body.includes("40\u00a0€")]);
    expect(Object.fromEntries(said)).toEqual({ "00001": true, "00002": false });
  });

  it("sans adresse ou en pause : une phrase, et rien ne part", async () => {
    accepted(await sales.run(sales.entrepreneur, pauseReminders, { customerId: sales.customerId, reason: "litige" }));
    expect(await remind(sales.accountant)).toMatchObject({ kind: "conflict", code: "reminder.paused" });
    accepted(await sales.run(sales.accountant, resumeReminders, { customerId: sales.customerId }));
    await sales.tenant.run((tx) => sql`update sales.customer set email = ''`.execute(tx));
    expect(await remind(sales.accountant)).toMatchObject({ code: "reminder.noEmail" });
    expect(await mails()).toEqual([]);
    await sales.tenant.run((tx) =>
      sql`update sales.customer set email = 'a@b.example'`
        .execute(tx)
        .then(() => sql`update sales.invoice set pdf_hash = null`.execute(tx)),
    );
    expect(await remind(sales.accountant)).toMatchObject({ code: "reminder.pdfNotReady" });
  });

  it("par qui envoie les documents de l'activité; ailleurs, le client n'existe pas", async () => {
    const payroll = await sales.tenant.person({ roles: ["payroll"] });
    const stranger = await sales.tenant.person({ activities: [await sales.tenant.activity("Céramique Lou")] });
    expect(await remind(payroll)).toMatchObject({ kind: "forbidden", code: "reminder.notAllowed" });
    expect(await remind(stranger)).toMatchObject({ kind: "missing", code: "reminder.missing" });
    const elsewhere = await freshTenant();
    const boss = await elsewhere.person({ roles: ["administrator"] });
    const input = { customerId: sales.customerId, message: null };
    expect(await execute(elsewhere.host, boss.caller, remindCustomer, input)).toMatchObject({
      code: "reminder.missing",
    });
    expect(await sales.run(stranger, pauseReminders, { customerId: sales.customerId, reason: "" })).toMatchObject({
      code: "reminder.missing",
    });
    expect(await mails()).toEqual([]);
  });

  it("la facture d'un autre client ne se glisse pas dans le message", async () => {
    sales.tenant.setNow("2026-10-01T09:00:00.000Z");
    const other = await issued("80", { customerId: await sales.customer("individual") });
    sales.tenant.setNow(NOW);
    const message = { invoiceIds: [other.invoiceId], level: "1", recipient: "a@b.example", subject: "x", body: "y" };
    expect(await remind(sales.entrepreneur, message)).toMatchObject({ code: "reminder.missing" });
  });

  it("deux à la fois : un seul message", async () => {
    const both = await Promise.all([remind(sales.entrepreneur), remind(sales.accountant)]);
    expect(both.filter((result) => "mailIds" in result)).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  it("un message qui rappelle deux factures se lit sur les deux", async () => {
    sales.tenant.setNow("2026-10-01T09:00:00.000Z");
    const other = await issued("80");
    sales.tenant.setNow(NOW);
    accepted(await remind(sales.entrepreneur));
    for (const id of [invoiceId, other.invoiceId]) {
      const found = await sales.tenant.run((tx) => mailsOf(tx, sales.tenant.organizationId, "sales.invoice", id));
      expect(found).toHaveLength(1);
    }
    expect((await mails())[0]?.names).toEqual(["F2026-00001.pdf", "F2026-00002.pdf"]);
  });
});

describe("La liste des retards", () => {
  const list = (more: object = {}) =>
    sales.tenant.run((tx) =>
      listLateCustomers(
        tx,
        {
          organizationId: sales.tenant.organizationId,
          activities: "all",
          activityId: null,
          view: null,
          search: "",
          today: toDay("2026-11-20"),
          ...more,
        },
        { limit: 50, offset: 0 },
      ),
    );

  it("du lendemain de l'échéance au paiement, avec ses filtres", async () => {
    expect((await list({ today: toDay("2026-10-31") })).total).toBe(0);
    expect((await list({ today: toDay("2026-11-01") })).total).toBe(1);
    expect((await list({ view: "never", search: "lutins" })).total).toBe(1);
    expect((await list({ search: "00001" })).total).toBe(1);
    expect((await list({ search: "%" })).total).toBe(0);
    expect((await list({ view: "paused" })).total).toBe(0);
    expect((await list({ activities: new Set() })).total).toBe(0);
    accepted(await remind(sales.entrepreneur));
    expect((await list({ view: "never" })).total).toBe(0);
    accepted(await pay("120000"));
    expect((await list()).total).toBe(0);
  });
});

describe("Les textes de la coopérative", () => {
  const text = (body: string) => ({ subject: "Rappel {numbers}", body });
  const texts = [text("{list}"), text("{list} 2"), text("{list} 3")];
  const chosen = { version: "1", afterDays: ["3", "10", "30"], fr: texts, en: texts };

  it("remplacent les nôtres, sans toucher aux autres réglages des ventes, ni eux à ceux-ci", async () => {
    const direction = await sales.tenant.person({ roles: ["direction"] });
    accepted(await sales.run(direction, saveReminderTexts, chosen));
    accepted(await remind(sales.entrepreneur));
    expect((await mails())[0]?.subject).toBe("Rappel F2026-00001");
    accepted(
      await sales.run(direction, saveSalesSettings, {
        version: "2",
        numberTemplate: "F{year}-{seq:5}",
        seriesScope: "cooperative",
        vatOnDebitsSince: null,
        paymentDays: "45",
        toleranceCents: "250",
        footer: "",
        conditions: "",
      }),
    );
    const { settings } = await sales.tenant.run((tx) => organizationProfile(tx, sales.tenant.organizationId));
    expect(salesSettings(settings)).toMatchObject({ paymentDays: 45, reminders: { afterDays: [3, 10, 30] } });
  });

  it.each([
    [{ afterDays: ["10", "10", "30"] }, { code: "reminder.order", field: "afterDays.1" }],
    [{ afterDays: ["3", "30", "20"] }, { code: "reminder.order", field: "afterDays.2" }],
    [{ fr: [text("{list}"), text("{list} 40 €"), text("{list}")] }, { code: "reminder.indemnity", field: "fr.1.body" }],
    [{ en: [text("{liste}"), ...texts.slice(1)] }, { code: "reminder.token", field: "en.0.body" }],
    [{ afterDays: ["0", "x", "400"] }, { fields: { "afterDays.0": "reminder.days", "afterDays.1": "reminder.days" } }],
  ])("refuse à côté du champ : %j", async (wrong, refusal) => {
    const direction = await sales.tenant.person({ roles: ["direction"] });
    expect(await sales.run(direction, saveReminderTexts, { ...chosen, ...wrong })).toMatchObject(refusal);
  });

  it("sont l'affaire de la direction", async () => {
    expect(await sales.run(sales.accountant, saveReminderTexts, chosen)).toMatchObject({ kind: "forbidden" });
  });
});
