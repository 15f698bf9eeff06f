import type { Day } from "#kernel/day.ts";
import { type Quantity, quantityToString, type UnitPrice, unitPriceToString } from "#kernel/decimal.ts";
import { type Cents, toDecimalString, ZERO } from "#kernel/money.ts";
import { rateToPercentString } from "#kernel/rate.ts";
import { writeBuyer, writeDeliverTo, writeSeller } from "./cii-party.ts";
import {
  type DocumentAllowance,
  EN16931_SPECIFICATION,
  type LineAllowance,
  type PaymentMeans,
  type TradeDocument,
  type TradeLine,
  type TradePeriod,
  type TradeVat,
  type VatBreakdown,
} from "./trade-document.ts";
import { attribute, element, text } from "./xml-text.ts";

const NAMESPACES =
  ' xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"' +
  ' xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"' +
  ' xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100"' +
  ' xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"';

const DATE_FORMAT = ' format="102"';
const CREDIT_TRANSFER: ReadonlySet<string> = new Set(["30", "58"]);

/**
 * A document as UN/CEFACT Cross Industry Invoice D22B, profile EN 16931 of Factur-X 1.09, elements in the order of its XSD.
 * Pure and without judgement: run `checkTradeDocument` first. Text that is empty is not written.
 */
export function writeCii(document: TradeDocument): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<rsm:CrossIndustryInvoice${NAMESPACES}>` +
    writeContext(document) +
    writeHeader(document) +
    element(
      "rsm:SupplyChainTradeTransaction",
      ...document.lines.map(writeLine),
      writeAgreement(document),
      writeDelivery(document),
      writeSettlement(document),
    ) +
    "</rsm:CrossIndustryInvoice>\n"
  );
}

/** True when VAT numbers must stay out of the document: BR-O-02 to BR-O-04 refuse them beside category O. */
function isOutOfScope(document: TradeDocument): boolean {
  return document.vatBreakdown.some((row) => row.category === "O");
}

function writeContext(document: TradeDocument): string {
  return element(
    "rsm:ExchangedDocumentContext",
    element("ram:BusinessProcessSpecifiedDocumentContextParameter", text("ram:ID", document.businessProcess)),
    element("ram:GuidelineSpecifiedDocumentContextParameter", text("ram:ID", EN16931_SPECIFICATION)),
  );
}

function writeHeader(document: TradeDocument): string {
  return element(
    "rsm:ExchangedDocument",
    text("ram:ID", document.number),
    text("ram:TypeCode", document.typeCode),
    dateTime("ram:IssueDateTime", document.issueDate),
    ...document.notes.map((note) =>
      element(
        "ram:IncludedNote",
        text("ram:Content", note.content),
        note.content.trim() === "" || note.subject === null ? "" : text("ram:SubjectCode", note.subject),
      ),
    ),
  );
}

function writeLine(line: TradeLine): string {
  return element(
    "ram:IncludedSupplyChainTradeLineItem",
    element(
      "ram:AssociatedDocumentLineDocument",
      text("ram:LineID", line.id),
      element("ram:IncludedNote", text("ram:Content", line.note)),
    ),
    element(
      "ram:SpecifiedTradeProduct",
      text("ram:SellerAssignedID", line.sellerItemId),
      text("ram:Name", line.name),
      text("ram:Description", line.description),
    ),
    element(
      "ram:SpecifiedLineTradeAgreement",
      element("ram:NetPriceProductTradePrice", unitPrice("ram:ChargeAmount", line.unitPrice)),
    ),
    element("ram:SpecifiedLineTradeDelivery", quantity("ram:BilledQuantity", line.quantity, line.unit)),
    element(
      "ram:SpecifiedLineTradeSettlement",
      writeVat("ram:ApplicableTradeTax", line.vat),
      writePeriod(line.period),
      ...(line.allowances ?? []).map(writeLineAllowance),
      element("ram:SpecifiedTradeSettlementLineMonetarySummation", amount("ram:LineTotalAmount", line.netAmount)),
    ),
  );
}

function writeLineAllowance(allowance: LineAllowance): string {
  return element("ram:SpecifiedTradeAllowanceCharge", ...allowanceParts(allowance));
}

function writeDocumentAllowance(allowance: DocumentAllowance): string {
  return element(
    "ram:SpecifiedTradeAllowanceCharge",
    ...allowanceParts(allowance),
    writeVat("ram:CategoryTradeTax", allowance),
  );
}

function allowanceParts(allowance: LineAllowance): string[] {
  return [
    "<ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator>",
    allowance.percent === undefined ? "" : text("ram:CalculationPercent", rateToPercentString(allowance.percent)),
    allowance.baseAmount === undefined ? "" : amount("ram:BasisAmount", allowance.baseAmount),
    amount("ram:ActualAmount", allowance.amount),
    text("ram:Reason", allowance.reason),
  ];
}

/** BR-O-05 to BR-O-07: no rate at all in category O. */
function writeVat(name: string, vat: TradeVat): string {
  return element(
    name,
    "<ram:TypeCode>VAT</ram:TypeCode>",
    text("ram:CategoryCode", vat.category),
    vat.category === "O" ? "" : text("ram:RateApplicablePercent", rateToPercentString(vat.rate)),
  );
}

function writeAgreement(document: TradeDocument): string {
  const withVatNumbers = !isOutOfScope(document);
  return element(
    "ram:ApplicableHeaderTradeAgreement",
    text("ram:BuyerReference", document.buyerReference),
    writeSeller(document.seller, withVatNumbers),
    writeBuyer(document.buyer, withVatNumbers),
    reference("ram:SellerOrderReferencedDocument", document.salesOrder),
    reference("ram:BuyerOrderReferencedDocument", document.purchaseOrder),
    reference("ram:ContractReferencedDocument", document.contract),
  );
}

/** The XSD demands the delivery element even when there is nothing to say. */
function writeDelivery(document: TradeDocument): string {
  const delivery = document.delivery;
  return `<ram:ApplicableHeaderTradeDelivery>${writeDeliverTo(delivery)}${
    delivery?.date === undefined
      ? ""
      : element("ram:ActualDeliverySupplyChainEvent", dateTime("ram:OccurrenceDateTime", delivery.date))
  }</ram:ApplicableHeaderTradeDelivery>`;
}

function writeSettlement(document: TradeDocument): string {
  const { totals } = document;
  return element(
    "ram:ApplicableHeaderTradeSettlement",
    text("ram:PaymentReference", document.paymentReference),
    text("ram:InvoiceCurrencyCode", document.currency),
    ...document.paymentMeans.map(writePaymentMeans),
    ...document.vatBreakdown.map((row) => writeBreakdown(row, document.vatPointDateCode)),
    writePeriod(document.period),
    ...document.allowances.map(writeDocumentAllowance),
    element(
      "ram:SpecifiedTradePaymentTerms",
      text("ram:Description", document.paymentTerms),
      document.dueDate === undefined ? "" : dateTime("ram:DueDateDateTime", document.dueDate),
    ),
    element(
      "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
      amount("ram:LineTotalAmount", totals.lineTotal),
      totals.allowanceTotal === ZERO ? "" : amount("ram:AllowanceTotalAmount", totals.allowanceTotal),
      amount("ram:TaxBasisTotalAmount", totals.taxBasisTotal),
      amount("ram:TaxTotalAmount", totals.taxTotal, attribute("currencyID", document.currency)),
      amount("ram:GrandTotalAmount", totals.grandTotal),
      totals.prepaid === ZERO ? "" : amount("ram:TotalPrepaidAmount", totals.prepaid),
      amount("ram:DuePayableAmount", totals.due),
    ),
    ...document.precedingInvoices.map((preceding) =>
      element(
        "ram:InvoiceReferencedDocument",
        text("ram:IssuerAssignedID", preceding.number),
        element(
          "ram:FormattedIssueDateTime",
          text("qdt:DateTimeString", preceding.issueDate.replaceAll("-", ""), DATE_FORMAT),
        ),
      ),
    ),
  );
}

function writePaymentMeans(means: PaymentMeans): string {
  const transfer = CREDIT_TRANSFER.has(means.code);
  return element(
    "ram:SpecifiedTradeSettlementPaymentMeans",
    text("ram:TypeCode", means.code),
    text("ram:Information", means.text),
    transfer || means.iban !== undefined
      ? element(
          "ram:PayeePartyCreditorFinancialAccount",
          text("ram:IBANID", means.iban?.replace(/\s/g, "").toUpperCase()),
          text("ram:AccountName", means.accountName),
        )
      : "",
    means.bic === undefined
      ? ""
      : element("ram:PayeeSpecifiedCreditorFinancialInstitution", text("ram:BICID", means.bic.replace(/\s/g, ""))),
  );
}

function writeBreakdown(row: VatBreakdown, pointDate: TradeDocument["vatPointDateCode"]): string {
  return element(
    "ram:ApplicableTradeTax",
    amount("ram:CalculatedAmount", row.taxAmount),
    "<ram:TypeCode>VAT</ram:TypeCode>",
    text("ram:ExemptionReason", row.exemption?.reason),
    amount("ram:BasisAmount", row.taxableAmount),
    text("ram:CategoryCode", row.category),
    text("ram:ExemptionReasonCode", row.exemption?.code),
    text("ram:DueDateTypeCode", pointDate),
    row.category === "O" ? "" : text("ram:RateApplicablePercent", rateToPercentString(row.rate)),
  );
}

function writePeriod(period: TradePeriod | undefined): string {
  return period === undefined
    ? ""
    : element(
        "ram:BillingSpecifiedPeriod",
        dateTime("ram:StartDateTime", period.start),
        dateTime("ram:EndDateTime", period.end),
      );
}

function reference(name: string, number: string | undefined): string {
  return element(name, text("ram:IssuerAssignedID", number));
}

function dateTime(name: string, day: Day): string {
  return element(name, text("udt:DateTimeString", day.replaceAll("-", ""), DATE_FORMAT));
}

function amount(name: string, value: Cents, attributes = ""): string {
  return text(name, toDecimalString(value), attributes);
}

function quantity(name: string, value: Quantity, unit: string): string {
  return text(name, quantityToString(value), attribute("unitCode", unit));
}

function unitPrice(name: string, value: UnitPrice): string {
  return text(name, unitPriceToString(value));
}
