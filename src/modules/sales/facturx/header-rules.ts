import type { Day } from "#kernel/day.ts";
import { inMoney, onDay } from "#kernel/fact.ts";
import { ZERO } from "#kernel/money.ts";
import { PAYMENT_MEANS_CODES } from "./code-list.ts";
import { fr } from "./facturx.fr.ts";
import { type CheckedDocument, type FacturxRefusal, refuseDocument } from "./facturx-refusal.ts";
import type { NoteSubject, TradePeriod } from "./trade-document.ts";

/** The public hub accepts 20 characters until December 2026, then the 35 of BR-FR-01. */
const NUMBER_LIMIT = 20;

const REFERENCE_LIMIT = 35;
const NUMBER = /^[A-Za-z0-9+\-_/]+$/;
const PROCESSINGS: ReadonlySet<string> = new Set(["B2B", "B2BINT", "B2C", "B2CINT", "OUTOFSCOPE", "ARCHIVEONLY"]);
const FOR_PROFESSIONALS: ReadonlySet<string> = new Set(["B2B", "B2BINT"]);
const CREDIT_TRANSFER: ReadonlySet<string> = new Set(["30", "58"]);
const DEMANDED: readonly NoteSubject[] = ["PMT", "PMD", "AAB"];
const ONCE: readonly NoteSubject[] = ["PMT", "PMD", "AAB", "TXD", "BAR"];
const FORTY_EUROS = /\b40\s*(€|euros?\b)/i;

/** BR-FR-01 and -02: the number, once it is known. */
export function checkNumber(document: CheckedDocument): FacturxRefusal[] {
  const { number } = document;
  if (number === undefined) return [];
  if (!NUMBER.test(number)) return [refuseDocument("facturx.number.characters", "number", { number })];
  if (number.length <= NUMBER_LIMIT) return [];
  return [refuseDocument("facturx.number.tooLong", "number", { number, limit: String(NUMBER_LIMIT) })];
}

/** BR-FR-03, BR-FR-CO-07, BR-29, BR-30: dates, due date, periods. */
export function checkDates(document: CheckedDocument): FacturxRefusal[] {
  const found: FacturxRefusal[] = [];
  const dates: [field: string, day: Day | undefined][] = [
    ["issueDate", document.issueDate],
    ["dueDate", document.dueDate],
    ["delivery.date", document.delivery?.date],
    ["period.start", document.period?.start],
    ["period.end", document.period?.end],
    ...document.precedingInvoices.map((item, index): [string, Day] => [
      `precedingInvoices.${index}.issueDate`,
      item.issueDate,
    ]),
    ...document.lines.flatMap((line, index): [string, Day | undefined][] => [
      [`lines.${index}.period.start`, line.period?.start],
      [`lines.${index}.period.end`, line.period?.end],
    ]),
  ];
  for (const [field, day] of dates) {
    if (day !== undefined && (day < "2000" || day >= "2100")) {
      found.push(refuseDocument("facturx.date.outOfRange", field, { date: onDay(day) }));
    }
  }
  const { dueDate, issueDate } = document;
  if (dueDate !== undefined && dueDate < issueDate && !mayBeDueBefore(document)) {
    found.push(
      refuseDocument("facturx.dueDate.beforeIssue", "dueDate", {
        dueDate: onDay(dueDate),
        issueDate: onDay(issueDate),
      }),
    );
  }
  found.push(...checkPeriod("period", document.period));
  document.lines.forEach((line, index) => {
    found.push(...checkPeriod(`lines.${index}.period`, line.period));
  });
  return found;
}

function mayBeDueBefore(document: CheckedDocument): boolean {
  return document.typeCode === "386" || document.typeCode === "503" || isPaid(document);
}

function isPaid(document: CheckedDocument): boolean {
  return document.businessProcess.endsWith("2");
}

function checkPeriod(field: string, period: TradePeriod | undefined): FacturxRefusal[] {
  if (period === undefined || period.start <= period.end) return [];
  return [refuseDocument("facturx.period.backwards", field, { start: onDay(period.start), end: onDay(period.end) })];
}

/** BR-FR-05, -06, -20, -31: the mentions; and D441-5: the 40 € indemnity is between professionals only. */
export function checkNotes(document: CheckedDocument): FacturxRefusal[] {
  const found: FacturxRefusal[] = [];
  const ofSubject = (subject: NoteSubject) =>
    document.notes.filter((note) => note.subject === subject && note.content.trim() !== "");
  for (const subject of DEMANDED) {
    if (ofSubject(subject).length === 0) {
      found.push(refuseDocument("facturx.note.missing", "notes", { mention: fr.mentions[subject as "PMT"], subject }));
    }
  }
  for (const subject of ONCE) {
    const count = ofSubject(subject).length;
    if (count > 1) {
      const mention = fr.mentions[subject as "PMT"];
      found.push(refuseDocument("facturx.note.repeated", "notes", { mention, subject, count: String(count) }));
    }
  }
  const processing = ofSubject("BAR")[0]?.content;
  if (processing !== undefined && !PROCESSINGS.has(processing)) {
    found.push(refuseDocument("facturx.note.processing", "notes", { value: processing }));
  }
  if (document.buyer.kind === "individual") {
    const buyer = document.buyer.name;
    if (processing === undefined || FOR_PROFESSIONALS.has(processing)) {
      found.push(refuseDocument("facturx.note.consumer", "notes", { buyer }));
    }
    if (document.notes.some((note) => FORTY_EUROS.test(note.content))) {
      found.push(refuseDocument("facturx.note.consumerIndemnity", "notes", { buyer }));
    }
  }
  return found;
}

/** BR-FR-CO-04, -05 and BR-FR-01/02 on BT-25: the documents that this one refers to. */
export function checkPrecedingInvoices(document: CheckedDocument): FacturxRefusal[] {
  const { precedingInvoices, typeCode } = document;
  const found: FacturxRefusal[] = [];
  if ((typeCode === "381" || typeCode === "503") && precedingInvoices.length === 0) {
    found.push(refuseDocument("facturx.preceding.missing", "precedingInvoices"));
  }
  if (typeCode === "384" && precedingInvoices.length !== 1) {
    found.push(refuseDocument("facturx.preceding.one", "precedingInvoices"));
  }
  precedingInvoices.forEach(({ number }, index) => {
    if (NUMBER.test(number) && number.length <= REFERENCE_LIMIT) return;
    found.push(refuseDocument("facturx.preceding.number", `precedingInvoices.${index}.number`, { number }));
  });
  return found;
}

/** BR-FR-CO-08, -09: a final invoice is no deposit; what is paid is paid. */
export function checkProcess(document: CheckedDocument): FacturxRefusal[] {
  const { businessProcess, typeCode, totals, dueDate } = document;
  const found: FacturxRefusal[] = [];
  if (businessProcess.endsWith("4") && (typeCode === "386" || typeCode === "503")) {
    found.push(refuseDocument("facturx.process.final", "businessProcess"));
  }
  if (isPaid(document) && (totals.prepaid !== totals.grandTotal || totals.due !== ZERO)) {
    const due = inMoney(totals.due);
    found.push(refuseDocument("facturx.process.paid", "totals.due", { due }));
  }
  if (isPaid(document) && dueDate === undefined) {
    found.push(refuseDocument("facturx.process.paidDate", "dueDate"));
  }
  return found;
}

/** BR-49, BR-50, BR-61: the means of payment. */
export function checkPaymentMeans(document: CheckedDocument): FacturxRefusal[] {
  return document.paymentMeans.flatMap((means, index) => {
    const field = `paymentMeans.${index}`;
    if (!PAYMENT_MEANS_CODES.has(means.code)) {
      return [refuseDocument("facturx.payment.means", `${field}.code`, { code: means.code })];
    }
    if (CREDIT_TRANSFER.has(means.code) && (means.iban ?? "").trim() === "") {
      return [refuseDocument("facturx.payment.account", `${field}.iban`)];
    }
    return [];
  });
}
