import { quantityToString, unitPriceToString } from "#kernel/decimal.ts";
import { inMoney } from "#kernel/fact.ts";
import { type Cents, toDecimalString } from "#kernel/money.ts";
import { type CheckedDocument, type FacturxRefusal, refuseDocument } from "./facturx-refusal.ts";
import { isUnit } from "./unit.ts";

const DIGITS = 19;

/** BR-16, BR-21 to BR-27, BR-33, BR-42, BR-FR-DEC-02, -03: the lines say what, how much, in which unit. */
export function checkLines(document: CheckedDocument): FacturxRefusal[] {
  if (document.lines.length === 0) return [refuseDocument("facturx.lines.missing", "lines")];
  const seen = new Set<string>();
  const found: FacturxRefusal[] = [];
  document.lines.forEach((line, index) => {
    const field = `lines.${index}`;
    const number = String(index + 1);
    if (line.id.trim() === "" || seen.has(line.id)) {
      found.push(refuseDocument("facturx.line.id", `${field}.id`, { id: line.id }));
    }
    seen.add(line.id);
    if (line.name.trim() === "") found.push(refuseDocument("facturx.line.name", `${field}.name`, { line: number }));
    if (!isUnit(line.unit)) {
      found.push(refuseDocument("facturx.line.unit", `${field}.unit`, { line: number, unit: line.unit }));
    }
    if (line.unitPrice < 0n) {
      found.push(refuseDocument("facturx.line.unitPrice", `${field}.unitPrice`, { line: number }));
    }
    found.push(
      ...checkLength(`${field}.quantity`, quantityToString(line.quantity)),
      ...checkLength(`${field}.unitPrice`, unitPriceToString(line.unitPrice)),
      ...(line.allowances ?? []).flatMap((allowance, position) =>
        checkReason(`${field}.allowances.${position}.reason`, allowance.reason, allowance.amount),
      ),
    );
  });
  document.allowances.forEach((allowance, index) => {
    found.push(...checkReason(`allowances.${index}.reason`, allowance.reason, allowance.amount));
  });
  return found;
}

/** BR-FR-DEC-01: no amount longer than 19 characters, sign included. */
export function checkAmountLengths(document: CheckedDocument): FacturxRefusal[] {
  const amounts: [field: string, amount: Cents][] = [
    ...Object.entries(document.totals).map(([name, amount]): [string, Cents] => [`totals.${name}`, amount]),
    ...document.lines.map((line, index): [string, Cents] => [`lines.${index}.netAmount`, line.netAmount]),
  ];
  return amounts.flatMap(([field, amount]) => checkLength(field, toDecimalString(amount)));
}

function checkLength(field: string, value: string): FacturxRefusal[] {
  return value.replace(".", "").length <= DIGITS ? [] : [refuseDocument("facturx.amount.tooLong", field, { value })];
}

function checkReason(field: string, reason: string, amount: Cents): FacturxRefusal[] {
  if (reason.trim() !== "") return [];
  return [refuseDocument("facturx.allowance.reason", field, { amount: inMoney(amount) })];
}
