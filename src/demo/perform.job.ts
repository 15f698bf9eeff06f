import { addDays, type Day, toDay } from "#kernel/day.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import { toRate } from "#kernel/rate.ts";
import { adoptRule, postRun } from "#modules/contribution/index.server.ts";
import { flatRule } from "#modules/contribution/index.ts";
import { closeFiscalYear, listFiscalYears, openNextFiscalYear, postManualEntry } from "#modules/ledger/index.server.ts";
import {
  acceptQuote,
  createCustomer,
  creditInvoice,
  declineQuote,
  findInvoice,
  invoiceQuote,
  issueInvoice,
  markQuoteSent,
  recordPayment,
  returnInvoice,
  saveInvoice,
  saveQuote,
  sendInvoice,
  submitInvoice,
  submitQuote,
  validateQuote,
} from "#modules/sales/index.server.ts";
import { renderDocument } from "#platform/pdf/render.ts";
import type { Act, Deed, StoryEntry } from "./act.ts";
import { startActivity, welcome } from "./join.job.ts";
import { takeStep } from "./leave.job.ts";
import { remitCheques } from "./remit-cheques.job.ts";
import { keepFile, keepQuestion } from "./social-file.job.ts";
import { Skipped, type Stage } from "./stage.job.ts";
import { supplierInvoice } from "./supplier-paper.ts";
import { declareVat, monthNamed, payVat } from "./vat.job.ts";

type Of<Verb extends Deed["verb"]> = Extract<Deed, { verb: Verb }>;

/** Plays one act with the commands of the product. Throws Skipped when the story could not go that way. */
export async function perform(stage: Stage, act: Act): Promise<void> {
  const { key, at, by, deed } = act;
  const today = toDay(at.slice(0, 10));
  switch (deed.verb) {
    case "welcome":
      return welcome(stage, act, deed);
    case "parcours":
      return takeStep(stage, act, deed);
    case "startActivity":
      return startActivity(stage, act, deed, today);
    case "keepFile":
      return keepFile(stage, act, deed);
    case "keepQuestion":
      await keepQuestion(stage, act, deed);
      return;
    case "addCustomer": {
      const input = { activityId: activityId(stage, deed.activity), customer: { country: "FR", ...deed.client } };
      await stage.run(key, by, at, createCustomer, input);
      return;
    }
    case "draftQuote": {
      const content = {
        ...deed.content,
        schedule: { depositRate: deed.depositRate, instalments: [] },
        validityDays: 30,
        introduction: "",
        mentions: "",
        note: "",
        purchaseOrder: "",
        deliveryDate: null,
        deliveryAddress: "",
        language: "fr",
      };
      const { activity, customer, title } = deed;
      const ids = { activityId: activityId(stage, activity), customerId: customerId(stage, customer) };
      await stage.run(key, by, at, saveQuote, { quoteId: null, version: null, ...ids, title, content });
      return;
    }
    case "submitQuote":
      await stage.run(key, by, at, submitQuote, quoteOf(stage, deed.quote));
      return;
    case "validateQuote":
      await stage.run(key, by, at, validateQuote, quoteOf(stage, deed.quote));
      return;
    case "markQuoteSent":
      await stage.run(key, by, at, markQuoteSent, quoteOf(stage, deed.quote));
      return;
    case "acceptQuote":
      await stage.run(key, by, at, acceptQuote, { ...quoteOf(stage, deed.quote), on: today });
      return;
    case "declineQuote":
      await stage.run(key, by, at, declineQuote, { ...quoteOf(stage, deed.quote), on: today, comment: deed.comment });
      return;
    case "invoiceQuote":
      await stage.run(key, by, at, invoiceQuote, { ...quoteOf(stage, deed.quote), part: deed.part });
      return;
    case "draftInvoice": {
      const { activity, customer, title, content } = deed;
      const ids = { activityId: activityId(stage, activity), customerId: customerId(stage, customer) };
      const draft = { invoiceId: null, version: null, issueDate: null, dueDate: null, ...ids, title, content };
      await stage.run(key, by, at, saveInvoice, draft);
      return;
    }
    case "submitInvoice":
      await stage.run(key, by, at, submitInvoice, invoiceOf(stage, deed.invoice));
      return;
    case "returnInvoice":
      await stage.run(key, by, at, returnInvoice, { ...invoiceOf(stage, deed.invoice), comment: deed.comment });
      return;
    case "issueInvoice":
      await stage.run(key, by, at, issueInvoice, invoiceOf(stage, deed.invoice));
      return;
    case "creditInvoice":
      await stage.run(key, by, at, creditInvoice, invoiceOf(stage, deed.invoice));
      return;
    case "sendInvoice":
      return send(stage, act, deed);
    case "recordPayment":
      return pay(stage, act, deed, today);
    case "postEntry":
      return post(stage, act, deed.entry, today);
    case "openFiscalYear":
      await stage.run(key, by, at, openNextFiscalYear, { end: null });
      return;
    case "closeFiscalYear": {
      const years = await stage.read((tx) => listFiscalYears(tx, stage.organizationId));
      const year = years.find((candidate) => candidate.code === deed.year);
      if (!year) throw new Skipped(`no fiscal year ${deed.year}`);
      await stage.run(key, by, at, closeFiscalYear, { fiscalYearId: year.id });
      return;
    }
    case "declareVat":
      return declareVat(stage, act, monthNamed(deed.month));
    case "remitCheques":
      return remitCheques(stage, act, monthNamed(deed.month));
    case "payVat":
      return payVat(stage, act, monthNamed(deed.month));
    case "postContribution":
      await stage.run(key, by, at, postRun, { month: deed.month });
      return;
    case "adoptRule": {
      const { from: effectiveFrom, rate, resolution } = deed;
      const voted = { effectiveFrom, resolution, decidedOn: addDays(today, -3), activityId: null };
      await stage.run(key, by, at, adoptRule, { ...voted, rule: flatRule(toRate(rate)) });
      return;
    }
  }
}

function activityId(stage: Stage, code: string): ActivityId {
  return stage.answer<{ activityId: ActivityId }>(`activity:${code}`).activityId;
}

function customerId(stage: Stage, key: string): Id<"customer"> {
  return stage.answer<{ customerId: Id<"customer"> }>(key).customerId;
}

function quoteOf(stage: Stage, key: string): { quoteId: Id<"quote"> } {
  return { quoteId: stage.answer<{ quoteId: Id<"quote"> }>(key).quoteId };
}

function invoiceOf(stage: Stage, key: string): { invoiceId: Id<"invoice"> } {
  return { invoiceId: stage.answer<{ invoiceId: Id<"invoice"> }>(key).invoiceId };
}

async function pay(stage: Stage, { key, at, by }: Act, deed: Of<"recordPayment">, today: Day): Promise<void> {
  if (stage.isDone(key)) return;
  const { invoiceId } = invoiceOf(stage, deed.invoice);
  const invoice = await stage.read((tx) => findInvoice(tx, stage.organizationId, invoiceId));
  if (invoice?.frozen == null) throw new Skipped(`${deed.invoice} is not issued`);
  const left = invoice.due - invoice.settled;
  const amount = deed.part === "half" ? left / 2n : left;
  if (amount <= 0n) return;
  await stage.run(key, by, at, recordPayment, { invoiceId, amount, paidOn: today, method: deed.method });
}

async function send(stage: Stage, { key, at, by }: Act, deed: Of<"sendInvoice">): Promise<void> {
  if (stage.isDone(key)) return;
  const { invoiceId } = invoiceOf(stage, deed.invoice);
  const number = stage.answer<{ number: string }>(`${deed.invoice}:issue`).number;
  await stage.paper(invoiceId);
  const subject = `Votre facture ${number}`;
  const body = `Bonjour,\n\nVous trouverez ci-joint la facture ${number}.\n\nBien cordialement.`;
  await stage.run(key, by, at, sendInvoice, { invoiceId, recipient: deed.recipient, subject, body });
}

/** Writes an entry, with the supplier's invoice when it was kept. */
async function post(stage: Stage, { key, at, by }: Act, entry: StoryEntry, today: Day): Promise<void> {
  if (stage.isDone(key)) return;
  const { paper } = entry;
  const documents: Id<"heldFile">[] = [];
  if (paper !== undefined) {
    const bytes = await renderDocument(supplierInvoice(paper));
    const file = { bytes, type: "application/pdf", name: `${paper.supplier} ${paper.number}.pdf` } as const;
    documents.push(await stage.hold(by, at, "document", file));
  }
  await stage.run(key, by, at, postManualEntry, { ...entryInput(stage, entry, today), documents });
}

function entryInput(stage: Stage, entry: StoryEntry, date: Day) {
  return {
    journalCode: entry.journal,
    date,
    label: entry.label,
    pieceRef: entry.piece,
    pieceDate: date,
    lines: entry.lines.map(({ activity, ...line }) => ({
      ...line,
      activityId: activity === null ? null : activityId(stage, activity),
      label: "",
      dueDate: null,
    })),
    link: false,
  };
}
