import { atRate, inMoney } from "#kernel/fact.ts";
import { absolute, applyRate, subtract, sum } from "#kernel/money.ts";
import { EXEMPTION_CODES, VAT_RATES } from "./code-list.ts";
import { type CheckedDocument, type FacturxRefusal, refuseDocument } from "./facturx-refusal.ts";
import type { TradeVat, VatBreakdown, VatCategory } from "./trade-document.ts";

const WITHOUT_EXEMPTION: ReadonlySet<VatCategory> = new Set(["S", "Z"]);
const NET_OF_TAX_CREDIT = "VATEX-FR-CNWVAT";

/** BR-FR-15, -16, BR-S-05, BR-E-05…: each category with the rates it allows, wherever VAT is named. */
export function checkRates(document: CheckedDocument): FacturxRefusal[] {
  const named: [field: string, vat: TradeVat][] = [
    ...document.lines.map((line, index): [string, TradeVat] => [`lines.${index}.vat`, line.vat]),
    ...document.allowances.map((allowance, index): [string, TradeVat] => [`allowances.${index}`, allowance]),
    ...document.vatBreakdown.map((row, index): [string, TradeVat] => [`vatBreakdown.${index}`, row]),
  ];
  return named.flatMap(([field, vat]) => {
    const rate = atRate(vat.rate);
    if (!VAT_RATES.has(vat.rate)) return [refuseDocument("facturx.vat.rate", field, { rate })];
    if (vat.category === "S") return vat.rate > 0 ? [] : [refuseDocument("facturx.vat.zero", field)];
    return vat.rate === 0 ? [] : [refuseDocument("facturx.vat.notZero", field, { rate })];
  });
}

/** BR-E-10, BR-AE-10, BR-O-10…, BR-S-10, BR-Z-10, and the hub: a code and words when no VAT is charged, else nothing. */
export function checkExemptions(document: CheckedDocument): FacturxRefusal[] {
  return document.vatBreakdown.flatMap((row, index) => {
    const field = `vatBreakdown.${index}.exemption`;
    const { exemption } = row;
    if (WITHOUT_EXEMPTION.has(row.category)) {
      return exemption === undefined ? [] : [refuseDocument("facturx.vat.exemptionUseless", field)];
    }
    if (exemption === undefined || exemption.reason.trim() === "") {
      return [refuseDocument("facturx.vat.exemptionMissing", field)];
    }
    const { code } = exemption;
    if (!EXEMPTION_CODES.has(code)) return [refuseDocument("facturx.vat.exemptionUnknown", field, { code })];
    if (code === NET_OF_TAX_CREDIT && document.typeCode !== "381") {
      return [refuseDocument("facturx.vat.exemptionCreditNote", field, { code })];
    }
    return [];
  });
}

/** BR-O-11 to -13, BR-AE-02, BR-IC-02, -11, -12: what a category demands of the rest of the document. */
export function checkCategories(document: CheckedDocument): FacturxRefusal[] {
  const categories = new Set([
    ...document.lines.map((line) => line.vat.category),
    ...document.vatBreakdown.map((row) => row.category),
  ]);
  const { buyer, delivery, period } = document;
  const found: FacturxRefusal[] = [];
  if (categories.has("O") && categories.size > 1) {
    found.push(refuseDocument("facturx.vat.outOfScopeAlone", "vatBreakdown"));
  }
  if ((categories.has("AE") || categories.has("K")) && !(buyer.kind === "company" && buyer.vatNumber)) {
    const name = buyer.kind === "company" ? buyer.legalName : buyer.name;
    found.push(refuseDocument("facturx.buyer.vatNumberMissing", "buyer.vatNumber", { buyer: name }));
  }
  const dated = delivery?.date !== undefined || period !== undefined;
  if (categories.has("K") && !(dated && delivery?.address)) {
    found.push(refuseDocument("facturx.delivery.missing", "delivery"));
  }
  return found;
}

/**
 * BR-CO-18, BR-S-01, -08, -09 and their like: one row per category and rate, its base the exact sum of its lines less
 * its allowances, its tax the base × rate. The tax may differ by a cent per amount added up: in TTC mode it is
 * what is left of the total with VAT, in a final invoice what is left after the deposits (tolerance G1.53 of the hub).
 */
export function checkBreakdown(document: CheckedDocument): FacturxRefusal[] {
  const rows = new Map<string, VatBreakdown>();
  const found: FacturxRefusal[] = [];
  document.vatBreakdown.forEach((row, index) => {
    const key = keyOf(row);
    if (rows.has(key)) {
      const code = WITHOUT_EXEMPTION.has(row.category) ? "facturx.vat.breakdown" : "facturx.vat.twoExemptions";
      found.push(refuseDocument(code, `vatBreakdown.${index}`, { category: row.category, rate: atRate(row.rate) }));
    }
    rows.set(key, row);
  });
  for (const vat of [...document.lines.map((line) => line.vat), ...document.allowances]) {
    if (rows.has(keyOf(vat))) continue;
    const facts = { category: vat.category, rate: atRate(vat.rate) };
    return [...found, refuseDocument("facturx.vat.breakdown", "vatBreakdown", facts)];
  }
  document.vatBreakdown.forEach((row, index) => {
    const lines = document.lines.filter((line) => keyOf(line.vat) === keyOf(row));
    const allowances = document.allowances.filter((allowance) => keyOf(allowance) === keyOf(row));
    const rate = atRate(row.rate);
    if (lines.length + allowances.length === 0) {
      found.push(refuseDocument("facturx.vat.breakdown", `vatBreakdown.${index}`, { category: row.category, rate }));
      return;
    }
    const base = subtract(sum(lines.map((line) => line.netAmount)), sum(allowances.map(({ amount }) => amount)));
    if (base !== row.taxableAmount) {
      const facts = { rate, given: inMoney(row.taxableAmount), computed: inMoney(base) };
      found.push(refuseDocument("facturx.vat.taxable", `vatBreakdown.${index}.taxableAmount`, facts));
    }
    const tax = applyRate(row.taxableAmount, row.rate);
    const tolerance = row.rate === 0 ? 0n : BigInt(lines.length + allowances.length);
    if (absolute(subtract(tax, row.taxAmount)) > tolerance) {
      const facts = { rate, given: inMoney(row.taxAmount), computed: inMoney(tax) };
      found.push(refuseDocument("facturx.vat.tax", `vatBreakdown.${index}.taxAmount`, facts));
    }
  });
  return found;
}

function keyOf(vat: TradeVat): string {
  return `${vat.category} ${vat.rate}`;
}
