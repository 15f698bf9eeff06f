/** Who may do each act, and an example of it: a growing list. A command that is not here makes the matrix fail. */
import { z } from "zod";
import { toRate } from "#kernel/rate.ts";
import { flatRule, ruleSchema } from "#modules/contribution/index.ts";
import { type ActLine, BOOKS, CASHIERS, CHIEFS, of, PAY, SELLERS, STAFF } from "./act-line.ts";
import { ACCOMPANIMENT_ACTS } from "./acts-accompaniment.ts";
import { BID_ACTS } from "./acts-bid.ts";
import { DELEGATION_ACTS } from "./acts-delegation.ts";
import { DOCUMENTS_ACTS } from "./acts-documents.ts";
import { GOVERNANCE_ACTS } from "./acts-governance.ts";
import { MEETINGS_ACTS } from "./acts-meetings.ts";
import { OBSERVATORY_ACTS } from "./acts-observatory.ts";
import { OWN_ACTS } from "./acts-own.ts";
import { PARCOURS_ACTS } from "./acts-parcours.ts";
import { PEOPLE_ACTS } from "./acts-people.ts";
import { SKILLS_ACTS } from "./acts-skills.ts";

const sold = of(SELLERS, "activity");
const soldLater = of(SELLERS, "activity", "refused");
const staffed = of(STAFF, "activity");
const staffedLater = of(STAFF, "activity", "refused");
const cashed = of(CASHIERS, "activity");
const booked = of(BOOKS, "none");
const bookedLater = of(BOOKS, "none", "refused");
const _chiefly = of(CHIEFS, "none");

const CUSTOMER = { kind: "company", name: "Nouveau client", siren: "552081317", street: "1 rue", postalCode: "29200" };
const customer = { ...CUSTOMER, city: "Brest", email: "client@histoires.example" };
const product = { name: "Nouvel article", nature: "services", unit: "C62", unitPrice: "12", mode: "ht", vat: "S2000" };
const letter = { recipient: "client@histoires.example", subject: "Bonjour", body: "Bonjour." };
const item = {
  kind: "item",
  name: "Pose",
  description: "",
  nature: "services",
  quantity: "10000",
  unit: "C62",
  unitPrice: "1000000",
  discount: null,
  vat: { category: "S", rate: 2000, exemption: null },
  account: "706",
};
const content = {
  mode: "ht",
  lines: [item],
  discounts: [],
  deliveryDate: null,
  purchaseOrder: "",
  note: "",
  language: "fr",
};
const quoteContent = {
  ...content,
  schedule: { depositRate: 3000, instalments: [] },
  validityDays: 30,
  introduction: "",
  mentions: "",
  deliveryAddress: "",
};
const RULE = z.encode(ruleSchema, flatRule(toRate(1_000)));
const pay = { headcount: "12", accidentRate: "1,2", healthInsurance: "40,00", otherCost: "0", holidayRate: "10" };
const parameters = { ...pay, healthInsuranceEmployerShare: "50", mobilityRate: "0", payrollTaxRatio: "0" };
const texts = ["a", "b", "c"].map((subject) => ({ subject, body: "Bonjour." }));
const month = (today: string) => today.slice(0, 7);

export const ACTS: Readonly<Record<string, ActLine>> = {
  "sales.customer.create": sold(({ activityId }) => ({ activityId, customer })),
  "sales.customer.update": sold(({ customerId }) => ({ customerId, version: 1, customer })),
  "sales.customer.archive": sold(({ customerId }) => ({ customerId, archived: true })),
  "sales.customer.import": sold(({ activityId }) => ({
    activityId,
    rows: [["Client importé", "552081317"]],
    columns: ["name", "siren"],
    allOrNothing: true,
    skipKnown: false,
  })),
  "sales.product.create": sold(({ activityId }) => ({ activityId, product, language: "fr" })),
  "sales.product.update": sold(({ productId }) => ({ productId, version: 1, product, language: "fr" })),
  "sales.product.archive": sold(({ productId }) => ({ productId, archived: true })),

  "sales.quote.save": sold(({ activityId, customerId }) => ({
    ...{ activityId, customerId, quoteId: null, version: null, title: "Devis", content: quoteContent },
  })),
  "sales.quote.save (again)": sold(({ activityId, customerId, draftQuoteId }) => ({
    ...{ activityId, customerId, quoteId: draftQuoteId, version: 1, title: "Devis", content: quoteContent },
  })),
  "sales.quote.submit": sold(({ draftQuoteId: quoteId }) => ({ quoteId })),
  "sales.quote.takeBack": soldLater(({ quoteId }) => ({ quoteId })),
  "sales.quote.return": staffedLater(({ quoteId }) => ({ quoteId, comment: "À revoir" })),
  "sales.quote.validate": staffed(({ draftQuoteId: quoteId }) => ({ quoteId })),
  "sales.quote.delete": sold(({ draftQuoteId: quoteId }) => ({ quoteId })),
  "sales.quote.duplicate": sold(({ quoteId }) => ({ quoteId })),
  "sales.quote.markSent": sold(({ quoteId }) => ({ quoteId })),
  "sales.quote.send": sold(({ quoteId }) => ({ quoteId, ...letter })),
  "sales.quote.accept": sold(({ quoteId }) => ({ quoteId })),
  "sales.quote.decline": sold(({ quoteId }) => ({ quoteId })),
  "sales.quote.invoice": soldLater(({ quoteId }) => ({ quoteId, part: "next" })),

  "sales.invoice.save": sold(({ activityId, customerId }) => ({
    ...{ activityId, customerId, invoiceId: null, version: null, issueDate: null, dueDate: null, title: "F", content },
  })),
  "sales.invoice.save (again)": sold(({ activityId, customerId, draftInvoiceId }) => ({
    ...{ activityId, customerId, invoiceId: draftInvoiceId, version: 1, issueDate: null, dueDate: null, title: "F" },
    content,
  })),
  "sales.invoice.submit": sold(({ draftInvoiceId: invoiceId }) => ({ invoiceId })),
  "sales.invoice.takeBack": sold(({ submittedInvoiceId: invoiceId }) => ({ invoiceId })),
  "sales.invoice.return": staffed(({ submittedInvoiceId: invoiceId }) => ({ invoiceId, comment: "À revoir" })),
  "sales.invoice.issue": staffed(({ submittedInvoiceId: invoiceId }) => ({ invoiceId })),
  "sales.invoice.delete": sold(({ draftInvoiceId: invoiceId }) => ({ invoiceId })),
  "sales.invoice.credit": sold(({ invoiceId }) => ({ invoiceId })),
  "sales.invoice.send": sold(({ invoiceId }) => ({ invoiceId, ...letter })),
  "sales.link.open": sold(({ invoiceId: documentId }) => ({ kind: "invoice", documentId })),
  "sales.link.close": soldLater(({ quoteId: documentId }) => ({ kind: "quote", documentId })),
  // Whoever holds an address answers through its page: for anybody signed in there is no such act.
  "sales.quote.answerOnline": of([], "none")(({ quoteId: linkId }) => ({ answer: "decline", linkId, reason: "Non" })),
  "sales.payment.record": cashed(({ invoiceId }, paidOn) => ({ invoiceId, amount: "100", paidOn, method: "transfer" })),
  "sales.payment.reverse": cashed(({ paymentId }) => ({ paymentId })),
  "sales.outgoing.retry": sold(({ mailId }) => ({ mailId })),
  "sales.reminder.pause": sold(({ customerId }) => ({ customerId, reason: "" })),
  "sales.reminder.resume": sold(({ customerId }) => ({ customerId })),
  "sales.reminder.send": soldLater(({ customerId, invoiceId }) => ({
    customerId,
    message: { invoiceIds: [invoiceId], level: "1", ...letter },
  })),
  "sales.reminder.saveTexts": of(
    CHIEFS,
    "none",
    "refused",
  )(() => ({ version: 1, afterDays: ["7", "15", "30"], fr: texts, en: texts })),
  "sales.settings.save": of(
    CHIEFS,
    "none",
    "refused",
  )(() => ({
    ...{ version: 1, numberTemplate: "F{year}-{number}", seriesScope: "cooperative", vatOnDebitsSince: "" },
    ...{ paymentDays: "30", toleranceCents: "100" },
  })),

  "ledger.entry.post": booked(({ activityId }, date) => ({
    journalCode: "OD",
    date,
    label: "Achat",
    pieceRef: "A-1",
    lines: [
      { account: "606", activityId, debit: "100", credit: "0" },
      { account: "512", activityId, debit: "0", credit: "100" },
    ],
  })),
  "ledger.entry.reverse": booked(({ entryId }, date) => ({ entryId, date, label: "Annulation" })),
  // A file that nobody sent: its own tests hold one first.
  "ledger.entry.addDocument": bookedLater(({ entryId, documentId }) => ({ entryId, documents: [documentId] })),
  "ledger.lines.reconcile": bookedLater(({ entryId }) => ({
    lines: [
      { entryId, lineNumber: "1" },
      { entryId, lineNumber: "2" },
    ],
  })),
  "ledger.reconciliation.undo": bookedLater(({ entryId }) => ({ reconciliationId: entryId })),
  "ledger.period.change": booked(({ fiscalYearId }) => ({ fiscalYearId, number: "1", action: "lock" })),
  "ledger.fiscalYear.open": booked(() => ({ end: "" })),
  "ledger.fiscalYear.close": bookedLater(({ fiscalYearId }) => ({ fiscalYearId })),
  "ledger.account.save": booked(() => ({ number: "6068", label: "Autres achats", create: "" })),
  "ledger.account.import": bookedLater(() => ({ text: "606813;Fournitures de plus\n" })),
  "ledger.journal.save": booked(() => ({ code: "ZZ", label: "Un journal de plus", create: "on" })),
  "ledger.opening.import": bookedLater(({ activityId }) => ({
    rows: [{ line: 1, account: "512", activityCode: "X", debit: "100", credit: "0" }],
    activities: [{ code: "X", id: activityId }],
  })),
  "ledger.chain.verify": booked(() => ({})),

  "contribution.rule.adopt": booked(({ activityId }, decidedOn) => ({
    ...{ effectiveFrom: "2099-01", resolution: "AG", decidedOn, activityId, rule: RULE },
  })),
  "contribution.run.post": booked((_, today) => ({ month: month(today) })),
  "contribution.waiver.grant": booked(({ activityId }, today) => ({
    ...{ activityId, target: "everything", from: month(today), until: month(today), reason: "Maladie" },
    decidedBy: "AG",
    decidedOn: today,
  })),
  "contribution.waiver.withdraw": booked(({ waiverId }) => ({ waiverId, reason: "Erreur" })),
  "treasury.settings.save": bookedLater(() => ({ version: 1, lines: [], countsUncollected: true, reserve: "0" })),
  "payroll.parameters.update": of(PAY, "none", "refused")(() => ({ version: 9, parameters })),

  ...OWN_ACTS,
  ...PEOPLE_ACTS,
  ...ACCOMPANIMENT_ACTS,
  ...MEETINGS_ACTS,
  ...GOVERNANCE_ACTS,
  ...DELEGATION_ACTS,
  ...BID_ACTS,
  ...DOCUMENTS_ACTS,
  ...PARCOURS_ACTS,
  ...SKILLS_ACTS,
  ...OBSERVATORY_ACTS,
};

/** The name of the command of a line: "(again)" and the like tell its examples apart. */
export const commandOf = (name: string): string => name.replace(/ \(.*\)$/, "");

/** Acts of nobody yet: the first-run page and the operator answer for them. */
export const BEFORE_ANYBODY: readonly string[] = ["membership.organization.create"];

/** Acts of somebody without an account, by the public page: their own tests say what they may do. */
export const OF_NOBODY: readonly string[] = [
  "consultation.attendee.apply",
  "network.structure.contact",
  "observatory.adhesion.accept",
  "observatory.observation.receive",
  "parcours.candidate.apply",
  "parcours.candidate.complete",
  "parcours.candidate.withdraw",
  "parcours.registration.change",
  "room.answer.give",
  "room.card.add",
  "room.card.reword",
  "room.card.support",
  "room.card.withdraw",
  "room.participant.enter",
];
