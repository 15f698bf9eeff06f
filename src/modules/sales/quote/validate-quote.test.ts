import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { ActivityId } from "#kernel/id.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { recordCover, requireCovers } from "#modules/membership/index.server.ts";
import { type Command, type ExecuteOptions, execute, fieldsOf } from "#platform/command.ts";
import { freshTenant, type TestPerson } from "#testing/tenant.ts";
import { BLANK_CUSTOMER } from "../customer/customer.ts";
import { createCustomer, updateCustomerRecord } from "../customer/save-customer.command.ts";
import { acceptQuote, declineQuote, markQuoteSent, sendQuote } from "./answer-quote.command.ts";
import { findQuote } from "./quote.store.ts";
import type { QuoteId } from "./quote.ts";
import { listQuotes } from "./quote-list.store.ts";
import { returnQuote, submitQuote, takeBackQuote } from "./review-quote.command.ts";
import { deleteQuote, duplicateQuote, saveQuote } from "./save-quote.command.ts";
import { validateQuote } from "./validate-quote.command.ts";

function accepted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code}`);
  return result as T;
}

const line = (unitPrice = "1000000000") => ({
  kind: "item",
  name: "Réfection",
  description: "",
  nature: "services",
  quantity: "10000",
  unit: "LS",
  unitPrice,
  discount: null,
  vat: { category: "S", rate: 1000, exemption: null },
  account: "706",
});
const content = (more: object = {}) => ({
  mode: "ht",
  lines: [line()],
  discounts: [],
  schedule: { depositRate: 3000, instalments: [] },
  validityDays: 30,
  introduction: "",
  mentions: "",
  note: "",
  purchaseOrder: "",
  deliveryDate: null,
  deliveryAddress: "",
  language: "fr",
  ...more,
});

async function setting() {
  const tenant = await freshTenant();
  const activityId = await tenant.activity();
  const entrepreneur = await tenant.person({ activities: [activityId] });
  const staff = await tenant.person({ roles: ["accompagnateur"] });
  const stranger = await tenant.person({ activities: [await tenant.activity("Céramique Lou")] });
  // Each act reads a later clock, as in life: the timeline is in the order of time.
  let second = 0;
  const run = <I, O>(person: TestPerson, command: Command<I, O>, input: unknown, options?: ExecuteOptions) => {
    tenant.setNow(`${tenant.host.clock().slice(0, 10)}T10:00:${String(second++ % 60).padStart(2, "0")}.000Z`);
    return execute(tenant.host, person.caller, command, input, options);
  };
  const customer = async (activity: ActivityId, person: TestPerson, name = "Crèche Les Lutins") =>
    accepted(
      await run(person, createCustomer, {
        activityId: activity,
        customer: { ...BLANK_CUSTOMER, name, siren: "732829320" },
      }),
    ).customerId;
  const customerId = await customer(activityId, entrepreneur);
  const draft = (more: object = {}) => ({
    quoteId: null,
    version: null,
    activityId,
    customerId,
    title: "Salle de bains",
    content: content(),
    ...more,
  });
  const save = async (more: object = {}, person = entrepreneur) => accepted(await run(person, saveQuote, draft(more)));
  const find = (quoteId: QuoteId, on = tenant.host.clock().slice(0, 10)) =>
    tenant.run((tx) => findQuote(tx, tenant.organizationId, quoteId, on as never));
  const validated = async () => {
    const { quoteId } = await save();
    return accepted(await run(staff, validateQuote, { quoteId }));
  };
  const events = async (quoteId: QuoteId) =>
    (
      await tenant.run((tx) =>
        sql<{ action: string; comment: string; person_id: string }>`select action, comment, person_id
          from sales.document_event where document_id = ${quoteId} order by at, id`.execute(tx),
      )
    ).rows;
  return {
    tenant,
    activityId,
    entrepreneur,
    staff,
    stranger,
    run,
    customer,
    customerId,
    draft,
    save,
    find,
    validated,
    events,
  };
}

describe("Un métier qui exige une assurance", () => {
  it("fait attendre ses devis tant qu’elle ne court pas", async () => {
    const { run, staff, activityId, tenant, save } = await setting();
    const { quoteId } = await save();
    await run(staff, requireCovers, { activityId, insurance: true });
    expect(await run(staff, validateQuote, { quoteId })).toMatchObject({ code: "quote.notCovered", kind: "conflict" });
    const cover = { activityId, kind: "insurance", label: "Décennale 4521" };
    await run(staff, recordCover, { ...cover, startsOn: "2025-01-01", endsOn: "2026-11-21" });
    expect(await run(staff, validateQuote, { quoteId })).toMatchObject({ code: "quote.notCovered" });
    await run(staff, recordCover, { ...cover, startsOn: "2026-11-22", endsOn: "2026-11-22" });
    expect(accepted(await run(staff, validateQuote, { quoteId })).number).toBe("D2026-0001");
    tenant.setNow("2026-11-23T09:00:00.000Z");
    expect(await run(staff, validateQuote, await save())).toMatchObject({ code: "quote.notCovered" });
  });
});

describe("Le brouillon d'un devis", () => {
  it("garde ses lignes, ses totaux au centime, son échéancier", async () => {
    const { save, find, events, entrepreneur } = await setting();
    const { quoteId } = await save();
    expect(await find(quoteId)).toMatchObject({
      status: "draft",
      number: null,
      net: 100_000n,
      tax: 10_000n,
      gross: 110_000n,
      content: { schedule: { depositRate: 3000 } },
    });
    expect(await events(quoteId)).toMatchObject([{ action: "create", person_id: entrepreneur.personId }]);
  });

  it("deux personnes sur un brouillon : la seconde est prévenue, rien n'est écrasé", async () => {
    const { run, draft, save, find, entrepreneur, staff } = await setting();
    const { quoteId } = await save();
    const change = (person: TestPerson, title: string) => run(person, saveQuote, draft({ quoteId, version: 1, title }));
    expect(await change(entrepreneur, "Première")).toMatchObject({ version: 2 });
    expect(await change(staff, "Seconde")).toMatchObject({ code: "quote.changedMeanwhile" });
    expect(await find(quoteId)).toMatchObject({ title: "Première", version: 2 });
  });

  it("un second clic ne crée rien de plus", async () => {
    const { run, draft, entrepreneur, tenant } = await setting();
    const options = { idempotencyKey: "cle-de-devis-1" };
    const first = accepted(await run(entrepreneur, saveQuote, draft(), options));
    expect(await run(entrepreneur, saveQuote, draft(), options)).toEqual(first);
    expect(await run(entrepreneur, saveQuote, draft({ title: "Autre" }), options)).toMatchObject({
      code: "input.keyReused",
    });
    const { rows } = await tenant.run((tx) => sql`select id from sales.quote`.execute(tx));
    expect(rows).toHaveLength(1);
  });

  it("refuse le client d'une autre activité, une activité qu'on ne voit pas, une autre coopérative", async () => {
    const { tenant, run, draft, entrepreneur, stranger, customer } = await setting();
    const other = await tenant.activity("Traiteur");
    const both = await tenant.person({ activities: [other] });
    const theirs = await customer(other, both);
    expect(await run(entrepreneur, saveQuote, draft({ customerId: theirs }))).toMatchObject({
      code: "quote.customerMissing",
      field: "customerId",
    });
    expect(await run(stranger, saveQuote, draft())).toMatchObject({ kind: "missing" });
    const elsewhere = await freshTenant();
    const boss = await elsewhere.person({ roles: ["direction"] });
    expect(await execute(elsewhere.host, boss.caller, saveQuote, draft())).toMatchObject({
      code: "quote.customerMissing",
    });
  });

  it("refuse champ par champ un contenu qui ne tient pas", async () => {
    const { run, draft, entrepreneur } = await setting();
    const refusal = await run(
      entrepreneur,
      saveQuote,
      draft({
        content: content({
          lines: [{ ...line(), vat: { category: "S", rate: 1900, exemption: null } }],
          validityDays: 0,
        }),
      }),
    );
    expect(refusal).toMatchObject({ code: "input.invalid" });
    expect(Object.keys(fieldsOf(refusal as Refusal))).toEqual(["content.lines.0.vat.rate", "content.validityDays"]);
  });

  it("se supprime tant qu'il n'a pas de numéro", async () => {
    const { run, save, find, entrepreneur, stranger } = await setting();
    const { quoteId } = await save();
    expect(await run(stranger, deleteQuote, { quoteId })).toMatchObject({ kind: "missing" });
    accepted(await run(entrepreneur, deleteQuote, { quoteId }));
    expect(await find(quoteId)).toBeNull();
  });
});

describe("La relecture", () => {
  it("va et vient : envoyé, repris, renvoyé, à corriger avec un mot, renvoyé, validé", async () => {
    const { run, save, find, events, entrepreneur, staff, draft } = await setting();
    const { quoteId } = await save();
    accepted(await run(entrepreneur, submitQuote, { quoteId }));
    expect(await run(entrepreneur, saveQuote, draft({ quoteId, version: 1 }))).toMatchObject({
      code: "quote.notAllowed",
    });
    accepted(await run(entrepreneur, takeBackQuote, { quoteId }));
    accepted(await run(entrepreneur, submitQuote, { quoteId }));
    expect(await run(staff, returnQuote, { quoteId, comment: " " })).toMatchObject({ code: "quote.commentMissing" });
    expect(await run(entrepreneur, returnQuote, { quoteId, comment: "non" })).toMatchObject({
      code: "quote.notAllowed",
    });
    accepted(await run(staff, returnQuote, { quoteId, comment: "La TVA devrait être à 10 %." }));
    expect(await find(quoteId)).toMatchObject({ status: "returned" });
    accepted(await run(entrepreneur, submitQuote, { quoteId }));
    expect(accepted(await run(staff, validateQuote, { quoteId })).number).toBe("D2026-0001");
    expect((await events(quoteId)).map((event) => event.action)).toEqual([
      "create",
      "submit",
      "takeBack",
      "submit",
      "return",
      "submit",
      "validate",
    ]);
    expect((await events(quoteId))[4]).toMatchObject({
      comment: "La TVA devrait être à 10 %.",
      person_id: staff.personId,
    });
  });

  it("ne prend pas un devis vide, et ne recommence pas ce qui est fait", async () => {
    const { run, save, entrepreneur, staff } = await setting();
    const empty = await save({ content: content({ lines: [] }) });
    expect(await run(entrepreneur, submitQuote, empty)).toMatchObject({ code: "quote.noLine" });
    expect(await run(staff, validateQuote, empty)).toMatchObject({ code: "quote.noLine" });
    const { quoteId } = await save();
    accepted(await run(entrepreneur, submitQuote, { quoteId }));
    expect(await run(entrepreneur, submitQuote, { quoteId })).toMatchObject({ code: "quote.wrongState" });
  });
});

describe("Valider", () => {
  it("donne le numéro, fige ce que le client verra, même si sa fiche change ensuite", async () => {
    const { run, validated, find, entrepreneur, customerId, tenant } = await setting();
    const { quoteId } = await validated();
    accepted(
      await run(entrepreneur, updateCustomerRecord, {
        customerId,
        version: 1,
        customer: { ...BLANK_CUSTOMER, name: "Autre nom", siren: "732829320" },
      }),
    );
    expect(await find(quoteId)).toMatchObject({
      status: "validated",
      number: "D2026-0001",
      issueDate: "2026-11-22",
      validUntil: "2026-12-22",
      frozen: {
        buyer: { name: "Crèche Les Lutins", siren: "732829320" },
        seller: { legalName: "Coopérative L’Établi", tradeName: "Plomberie Roux" },
        gross: 110_000n,
      },
    });
    const { rows } = await tenant.run((tx) => sql<{ event: string }>`select event from platform.outbox`.execute(tx));
    expect(rows).toContainEqual({ event: "sales.quote.validated.v1" });
  });

  it("ne change plus, même pour qui tient la base", async () => {
    const { tenant, validated, run, draft, entrepreneur } = await setting();
    const { quoteId } = await validated();
    expect(await run(entrepreneur, saveQuote, draft({ quoteId, version: 1 }))).toMatchObject({
      code: "quote.validatedAlready",
    });
    expect(await run(entrepreneur, deleteQuote, { quoteId })).toMatchObject({ code: "quote.validatedAlready" });
    const touch = (text: ReturnType<typeof sql>) => tenant.run((tx) => text.execute(tx));
    await expect(touch(sql`update sales.quote set gross = 1 where id = ${quoteId}`)).rejects.toThrow(/frozen/);
    await expect(touch(sql`delete from sales.quote where id = ${quoteId}`)).rejects.toThrow(/never deleted/);
  });

  it("est à la coopérative, sauf droit de valider seul ; un refus ne prend pas de numéro", async () => {
    const { tenant, run, save, entrepreneur, staff, stranger, activityId } = await setting();
    const { quoteId } = await save();
    expect(await run(entrepreneur, validateQuote, { quoteId })).toMatchObject({ code: "quote.notAllowed" });
    expect(await run(stranger, validateQuote, { quoteId })).toMatchObject({ code: "quote.missing" });
    const elsewhere = await freshTenant();
    const boss = await elsewhere.person({ roles: ["direction"] });
    expect(await execute(elsewhere.host, boss.caller, validateQuote, { quoteId })).toMatchObject({ kind: "missing" });
    expect(await run(staff, validateQuote, { quoteId }, { dryRun: true })).toMatchObject({ number: "D2026-0000" });
    const trusted = await tenant.person({ activities: [activityId], rights: { self_validates_quotes: true } });
    expect(accepted(await run(trusted, validateQuote, { quoteId })).number).toBe("D2026-0001");
  });

  it("seize validations en même temps : aucun numéro manquant ni double", async () => {
    const { run, save, staff } = await setting();
    const drafts = await Promise.all(Array.from({ length: 16 }, () => save()));
    const numbers = await Promise.all(
      drafts.map(async ({ quoteId }) => accepted(await run(staff, validateQuote, { quoteId })).number),
    );
    expect(numbers.sort()).toEqual(
      Array.from({ length: 16 }, (_, index) => `D2026-${String(index + 1).padStart(4, "0")}`),
    );
  });
});

describe("La réponse du client", () => {
  it("accepté, avec le jour et un mot ; le refus peut se changer en oui", async () => {
    const { run, validated, find, events, entrepreneur } = await setting();
    const { quoteId } = await validated();
    accepted(await run(entrepreneur, markQuoteSent, { quoteId }));
    expect(await find(quoteId)).toMatchObject({ status: "sent" });
    accepted(await run(entrepreneur, declineQuote, { quoteId, on: "2026-11-22", comment: "Trop cher" }));
    expect(await find(quoteId)).toMatchObject({ status: "declined" });
    accepted(await run(entrepreneur, acceptQuote, { quoteId, on: "2026-11-22", comment: "Signé par Mme Le Goff" }));
    expect(await find(quoteId)).toMatchObject({ status: "accepted" });
    expect((await events(quoteId)).at(-1)).toMatchObject({ comment: "22/11/2026 · Signé par Mme Le Goff" });
    expect(await run(entrepreneur, declineQuote, { quoteId, on: "2026-11-22" })).toMatchObject({
      code: "quote.wrongState",
    });
  });

  it("n'est datée ni du futur ni d'avant le devis", async () => {
    const { run, validated, entrepreneur, stranger } = await setting();
    const { quoteId } = await validated();
    const answer = (on: string, person = entrepreneur) => run(person, acceptQuote, { quoteId, on });
    expect(await answer("2026-11-23")).toMatchObject({ code: "quote.futureAnswer" });
    expect(await answer("2026-11-21")).toMatchObject({ code: "quote.answerBeforeQuote" });
    expect(await answer("hier")).toMatchObject({ code: "input.invalid", fields: { on: "field.day" } });
    expect(await answer("2026-11-22", stranger)).toMatchObject({ kind: "missing" });
  });

  it("sans réponse à temps, le devis expire tout seul ; une signature tardive se prend encore", async () => {
    const { tenant, run, validated, find, entrepreneur, activityId } = await setting();
    const { quoteId } = await validated();
    tenant.setNow("2026-12-23T10:00:00.000Z");
    expect(await find(quoteId, "2026-12-22")).toMatchObject({ status: "validated" });
    expect(await find(quoteId, "2026-12-23")).toMatchObject({ status: "expired" });
    const list = (status: "validated" | "expired") =>
      tenant.run(async (tx) =>
        (
          await listQuotes(tx, {
            organizationId: tenant.organizationId,
            activities: new Set([activityId]),
            status,
            search: "lutins",
            today: "2026-12-23" as never,
            limit: 10,
          })
        ).rows.map((row) => row.status),
      );
    expect(await list("validated")).toEqual([]);
    expect(await list("expired")).toEqual(["expired"]);
    expect(await run(entrepreneur, markQuoteSent, { quoteId })).toMatchObject({ code: "quote.wrongState" });
    accepted(await run(entrepreneur, acceptQuote, { quoteId, on: "2026-12-23" }));
    expect(await find(quoteId, "2027-06-01")).toMatchObject({ status: "accepted" });
  });

  it("par e-mail : attend le PDF, refuse une adresse incomplète", async () => {
    const { run, validated, entrepreneur } = await setting();
    const { quoteId } = await validated();
    const mail = { quoteId, recipient: "lutins@creche.example", subject: "Votre devis", body: "Bonjour," };
    expect(await run(entrepreneur, sendQuote, mail)).toMatchObject({ code: "quote.pdfNotReady" });
    expect(await run(entrepreneur, sendQuote, { ...mail, recipient: "lutins" })).toMatchObject({
      fields: { recipient: "field.email" },
    });
  });
});

describe("Dupliquer", () => {
  it("donne un brouillon au même client, sans toucher à l'original", async () => {
    const { run, validated, find, entrepreneur, stranger } = await setting();
    const { quoteId } = await validated();
    expect(await run(stranger, duplicateQuote, { quoteId })).toMatchObject({ kind: "missing" });
    const copy = accepted(await run(entrepreneur, duplicateQuote, { quoteId }));
    expect(await find(copy.quoteId)).toMatchObject({
      status: "draft",
      number: null,
      title: "Salle de bains",
      gross: 110_000n,
    });
    expect(await find(quoteId)).toMatchObject({ status: "validated", number: "D2026-0001" });
  });
});
