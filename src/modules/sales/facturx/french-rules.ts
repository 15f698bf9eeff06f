import { inMoney } from "#kernel/fact.ts";
import { add, type Cents, subtract, sum } from "#kernel/money.ts";
import { type CheckedDocument, type FacturxCode, type FacturxRefusal, refuseDocument } from "./facturx-refusal.ts";
import {
  checkDates,
  checkNotes,
  checkNumber,
  checkPaymentMeans,
  checkPrecedingInvoices,
  checkProcess,
} from "./header-rules.ts";
import { checkAmountLengths, checkLines } from "./line-rules.ts";
import { checkBuyer, checkSeller } from "./party-rules.ts";
import { checkBreakdown, checkCategories, checkExemptions, checkRates } from "./vat-rules.ts";

/**
 * Says everything that would make the electronic invoice refused, before the document takes its number:
 * our own short form of EN 16931 and of the French rules BR-FR (XP Z12-012 v1.4), which the tests compare with the
 * official sets, rule by rule. Empty means that `writeCii` gives a document that passes them.
 */
export function checkTradeDocument(document: CheckedDocument): FacturxRefusal[] {
  return [
    ...checkNumber(document),
    ...checkDates(document),
    ...checkNotes(document),
    ...checkPrecedingInvoices(document),
    ...checkProcess(document),
    ...checkSeller(document),
    ...checkBuyer(document),
    ...checkLines(document),
    ...checkAmountLengths(document),
    ...checkRates(document),
    ...checkExemptions(document),
    ...checkCategories(document),
    ...checkBreakdown(document),
    ...checkTotals(document),
    ...checkPaymentMeans(document),
  ];
}

/** BR-CO-10, -11, -13, -14, -15, -16: the totals are sums of rounded amounts, exact to the cent. */
function checkTotals(document: CheckedDocument): FacturxRefusal[] {
  const { totals, lines, allowances, vatBreakdown } = document;
  const sums: [code: FacturxCode, field: keyof typeof totals, computed: Cents][] = [
    ["facturx.total.lines", "lineTotal", sum(lines.map((line) => line.netAmount))],
    ["facturx.total.allowances", "allowanceTotal", sum(allowances.map((allowance) => allowance.amount))],
    ["facturx.total.net", "taxBasisTotal", subtract(totals.lineTotal, totals.allowanceTotal)],
    ["facturx.total.tax", "taxTotal", sum(vatBreakdown.map((row) => row.taxAmount))],
    ["facturx.total.gross", "grandTotal", add(totals.taxBasisTotal, totals.taxTotal)],
    ["facturx.total.due", "due", subtract(totals.grandTotal, totals.prepaid)],
  ];
  return sums.flatMap(([code, field, computed]) => {
    if (totals[field] === computed) return [];
    const facts = { given: inMoney(totals[field]), computed: inMoney(computed) };
    return [refuseDocument(code, `totals.${field}`, facts)];
  });
}
