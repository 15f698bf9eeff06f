import type { Facts } from "#kernel/fact.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { fr } from "./facturx.fr.ts";
import type { TradeDocument } from "./trade-document.ts";

export type FacturxCode = keyof typeof fr.refusals;
export type FacturxRefusal = Refusal<FacturxCode>;

/** A document before or after it takes its number: the checks run on both. */
export type CheckedDocument = Omit<TradeDocument, "number"> & { readonly number?: string };

/** A document that cannot be issued as it is (kind "invalid"). `field` is a path in the trade document. */
export function refuseDocument(code: FacturxCode, field: string, facts: Facts = {}): FacturxRefusal {
  return refuse("invalid", code, facts, field);
}
