import { negate } from "#kernel/money.ts";
import type { DocumentLayout, LabelledText, LayoutRow } from "./document-layout.ts";
import type { PrintableDocument, PrintableItem } from "./printable-document.ts";
import {
  formatAmount,
  formatDay,
  formatQuantity,
  formatRate,
  formatShortDay,
  formatSiren,
  formatUnitPrice,
} from "./printable-format.ts";
import { breakable, breakableOrNull, fill, present, type Words, wordsOf } from "./printable-text.ts";
import { layOutDue, layOutPayment, layOutSchedule, layOutTotals, layOutVat, vatText } from "./printable-totals.ts";
import { readableColour, tintOf } from "./readable-colour.ts";

/** Turns a printable document into the texts of its page. Pure. */
export function layOut(document: PrintableDocument): DocumentLayout {
  const words = wordsOf(document.language);
  const rows = layOutRows(document, words);
  const short = isShort(document);
  const kind = words.kinds[document.kind];
  const { specimen } = document;
  // Said in words too: what lies across the page is not read aloud.
  const number = specimen === undefined ? document.number : `${document.number} (${specimen.toLowerCase()})`;
  const title = number === null ? `${kind} (${words.draft.toLowerCase()})` : `${kind} ${number}`;
  const accent = readableColour(document.brand.accent);
  const { logo } = document.brand;
  const { seller } = document;
  return {
    language: document.language,
    title,
    author: seller.tradeName,
    date: document.issueDate.split("-").map(Number) as [number, number, number],
    draft: specimen ?? (number === null ? words.draft : null),
    accent,
    tint: tintOf(accent),
    logo:
      logo === undefined ? null : { path: `/logo.${logo.format}`, alt: fill(words.logo, { name: seller.tradeName }) },
    kind,
    number,
    seller: {
      name: seller.tradeName,
      trade: seller.trade ?? null,
      lines: [
        ...present(seller.contact?.name),
        ...(seller.address ?? []),
        ...present(seller.contact?.phone, seller.contact?.email, seller.contact?.website),
      ].map(breakable),
    },
    buyer: {
      label: words.to[document.kind],
      name: breakable(document.buyer.name),
      lines: [...document.buyer.address.map(breakable), ...buyerNumbers(document, words)],
    },
    delivery:
      document.deliveryAddress === undefined
        ? null
        : { label: words.deliveredTo, lines: document.deliveryAddress.map(breakable) },
    facts: facts(document, words),
    subject: breakableOrNull(document.subject),
    introduction: breakableOrNull(document.introduction),
    columns: {
      name: words.columns.name,
      quantity: words.columns.quantity,
      unitPrice: document.priceMode === "net" ? words.columns.unitPriceNet : words.columns.unitPriceGross,
      vat: words.columns.vat,
      amount: document.priceMode === "net" ? words.columns.amountNet : words.columns.amountGross,
    },
    rows,
    short,
    tail: short ? rows.length : tailOf(rows),
    vatTable: layOutVat(document, words),
    vatMentions: (document.vatMentions ?? []).map(breakable),
    totals: layOutTotals(document, words),
    due: layOutDue(document, words),
    payment: layOutPayment(document, words),
    schedule: layOutSchedule(document, words),
    note: breakableOrNull(document.note),
    mentions: document.mentions.map(breakable),
    signature: signature(document, words),
    conditions: conditions(document, words),
    footer: footer(document, words),
    runningTitle: `${title}, ${seller.tradeName}`,
    pageLabel: words.page,
    xml: document.facturx === undefined ? null : { text: document.facturx.xml, description: `Factur-X ${title}` },
  };
}

/** Sure to hold on one page: its totals need no care to stay with the last line (and it prints in two thirds of the time). */
function isShort(document: PrintableDocument): boolean {
  const lines = document.groups.flatMap((group) => group.lines);
  const texts = lines.map((line) => (line.type === "text" ? line.text : `${line.name}\n${line.description ?? ""}`));
  const around = [document.introduction, document.subject, ...(document.deliveryAddress ?? [])];
  const others = [document.deposits, document.payments, document.schedule, document.totals.allowances];
  return (
    document.groups.length === 1 &&
    lines.length <= 3 &&
    // What is scanned to pay takes the place of a few lines.
    heightOf(texts) <= (document.bank === undefined ? 12 : 7) &&
    heightOf(around) <= (document.bank === undefined ? 6 : 3) &&
    document.buyer.address.length <= 6 &&
    document.vatTable.length <= 3 &&
    others.every((rows) => (rows ?? []).length <= 2)
  );
}

/** The last line and what follows it, unless it is so long that keeping it whole would leave a page half empty. */
function tailOf(rows: readonly LayoutRow[]): number {
  const last = rows.findLastIndex((row) => row.type === "item" || row.type === "text");
  const row = rows[last];
  if (row === undefined || row.type === "group" || row.type === "subtotal") return rows.length;
  const texts = row.type === "text" ? [row.text] : [row.name, row.description ?? ""];
  if (heightOf(texts) > 15) return rows.length;
  return rows[last - 1]?.type === "group" ? last - 1 : last;
}

/** Lines of paper at 60 characters a line, generously. */
function heightOf(texts: readonly (string | undefined)[]): number {
  const lines = texts.flatMap((text) => (text ?? "").split("\n")).map((line) => Math.ceil(line.length / 60));
  return lines.reduce((total, count) => total + count, 0);
}

function facts(document: PrintableDocument, words: Words): LabelledText[] {
  const { language, references, period } = document;
  const day = (label: string, value: PrintableDocument["issueDate"] | undefined) =>
    value === undefined ? [] : [{ label, value: formatDay(value, language) }];
  const text = (label: string, value: string | undefined) =>
    value === undefined || value === "" ? [] : [{ label, value: breakable(value) }];
  const preceding = references?.precedingInvoices ?? [];
  return [
    ...day(words.facts.issueDate, document.issueDate),
    ...day(words.facts.dueDate, document.dueDate),
    ...day(words.facts.validUntil, document.validUntil),
    ...day(words.facts.deliveryDate, document.deliveryDate),
    ...text(
      words.facts.period,
      period === undefined ? undefined : `${formatShortDay(period.start)} – ${formatShortDay(period.end)}`,
    ),
    ...text(words.facts.purchaseOrder, references?.purchaseOrder),
    ...text(words.facts.buyerReference, references?.buyerReference),
    ...text(words.facts.contract, references?.contract),
    ...text(words.facts.quote, references?.quote?.number),
    ...text(
      preceding.length > 1 ? words.facts.precedingInvoices : words.facts.precedingInvoice,
      preceding.map((item) => `${item.number} (${formatShortDay(item.issueDate)})`).join(", "),
    ),
    ...(references?.others ?? []).flatMap((item) => text(item.label, item.value)),
  ];
}

function layOutRows(document: PrintableDocument, words: Words): LayoutRow[] {
  return document.groups.flatMap((group): LayoutRow[] => [
    ...(group.title === undefined ? [] : [{ type: "group" as const, title: breakable(group.title) }]),
    ...group.lines.map(
      (line): LayoutRow =>
        line.type === "text" ? { type: "text", text: breakable(line.text) } : item(line, document, words),
    ),
    ...(group.subtotal === undefined
      ? []
      : [
          {
            type: "subtotal" as const,
            label: group.title === undefined ? words.subtotal : `${words.subtotal} ${breakable(group.title)}`,
            amount: formatAmount(group.subtotal, document.language),
          },
        ]),
  ]);
}

function item(line: PrintableItem, document: PrintableDocument, words: Words): LayoutRow {
  const { language } = document;
  return {
    type: "item",
    name: breakable(line.name),
    description: breakableOrNull(line.description),
    discount: line.allowance === undefined ? null : discountText(line.allowance, document, words),
    quantity: formatQuantity(line.quantity, language),
    unit: line.unit,
    unitPrice: formatUnitPrice(line.unitPrice, language),
    vat: vatText(line.vat, document, words),
    amount: formatAmount(line.amount, language),
  };
}

function discountText(
  allowance: NonNullable<PrintableItem["allowance"]>,
  document: PrintableDocument,
  words: Words,
): string {
  const { language } = document;
  const percent = allowance.percent === undefined ? "" : ` ${formatRate(allowance.percent, language)}`;
  const reason =
    allowance.reason === undefined || allowance.reason === "" ? words.discount : breakable(allowance.reason);
  return `${reason}${percent} : ${formatAmount(negate(allowance.amount), language)}`.replace(
    " : ",
    language === "fr" ? "\u00a0: " : ": ",
  );
}

function signature(document: PrintableDocument, words: Words): DocumentLayout["signature"] {
  const given = document.signature;
  if (given === undefined) return null;
  const { acceptedBy, acceptedOn } = given;
  const accepted =
    acceptedBy === undefined || acceptedOn === undefined
      ? null
      : fill(words.signature.accepted, { name: acceptedBy, date: formatDay(acceptedOn, document.language) });
  return { title: words.signature.title, text: given.text ?? words.signature.text, accepted };
}

/** Paragraphs are parted by an empty line: none begins or ends alone at the edge of a column. */
function conditions(document: PrintableDocument, words: Words): DocumentLayout["conditions"] {
  const paragraphs = (document.conditions ?? "").split(/\n[ \t]*\n\s*/).map((text) => text.trim());
  const kept = paragraphs.filter((text) => text !== "").map(breakable);
  return kept.length === 0 ? null : { title: words.conditions, paragraphs: kept };
}

function buyerNumbers(document: PrintableDocument, words: Words): string[] {
  const { siren, siret, vatNumber } = document.buyer;
  const company = siret ? `${words.siret} ${formatSiren(siret)}` : siren ? `${words.siren} ${formatSiren(siren)}` : "";
  return present(company, vatNumber ? `${words.vatNumber} ${vatNumber}` : undefined);
}

/** The legal identity of the seller at the foot of each page (242 nonies A I 1° and 2°, C. com. R123-237). */
function footer(document: PrintableDocument, words: Words): string[] {
  const { cooperative, tradeName } = document.seller;
  const name = tradeName === cooperative.legalName ? cooperative.legalName : `${words.by} ${cooperative.legalName}`;
  const identity = [name, cooperative.legalForm, ...cooperative.address].filter((part) => part !== "").join(", ");
  const numbers = present(
    cooperative.siret
      ? `${words.siret} ${formatSiren(cooperative.siret)}`
      : `${words.siren} ${formatSiren(cooperative.siren)}`,
    cooperative.registration,
    `${words.vatNumber} ${cooperative.vatNumber}`,
    cooperative.ape ? `${words.ape} ${cooperative.ape}` : undefined,
    ...(cooperative.others ?? []),
  ).join(", ");
  return present(document.footer, identity, numbers).map(breakable);
}
