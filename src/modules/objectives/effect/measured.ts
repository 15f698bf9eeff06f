/** Effects as a party's own house measured them: read in the document that it sent to the observatory. Pure. */
import type { Day } from "#kernel/day.ts";
import { type Cents, toCents } from "#kernel/money.ts";
import type { StructureId } from "#modules/network/index.ts";
import { EFFECT_KINDS, type Effect, type EffectKind } from "./effect.ts";

/** The two indicators of the observatory that measure an effect: how many, for how much. */
export const INDICATORS_OF: Readonly<Record<EffectKind, { readonly number: string; readonly amount: string }>> = {
  jointQuotes: { number: "jointQuotes", amount: "jointQuotesAmount" },
  internalInvoices: { number: "invoicesBetween", amount: "invoicesBetweenAmount" },
  referrals: { number: "referrals", amount: "referralsAmount" },
  sharedCustomers: { number: "sharedCustomers", amount: "sharedCustomersAmount" },
};

/** What a document says of an indicator. */
type Said = { readonly state: "sent"; readonly total: { readonly value: bigint } } | { readonly state: Untold };
/** tooFew: a small group is never told; withheld: the house kept it; unknown: sent before this was measured. */
export type Untold = "tooFew" | "withheld" | "unknown";

export type Measured =
  | { readonly kind: EffectKind; readonly number: number; readonly amount: Cents }
  | { readonly kind: EffectKind; readonly why: Untold };

/** Each effect as a document tells it: both its figures, or why not. */
export function measuredIn(figures: ReadonlyMap<string, Said>): Measured[] {
  return EFFECT_KINDS.map((kind) => {
    const number = figures.get(INDICATORS_OF[kind].number);
    const amount = figures.get(INDICATORS_OF[kind].amount);
    if (number?.state !== "sent") return { kind, why: number?.state ?? "unknown" };
    if (amount?.state !== "sent") return { kind, why: amount?.state ?? "unknown" };
    // More was taken back than invoiced: nothing that an effect could say.
    if (amount.total.value < 0n) return { kind, why: "unknown" };
    return { kind, number: Number(number.total.value), amount: toCents(amount.total.value) };
  });
}

/** The document of a party that stands, and what it says. */
export type Standing = {
  readonly documentId: string;
  readonly structureId: StructureId;
  readonly on: Day;
  readonly measured: readonly Measured[];
};

/** The day of a later document that no longer says what was taken from an earlier one; null otherwise. */
export function correctedOn(effect: Effect, standing: readonly Standing[]): Day | null {
  const later = standing.find(({ structureId }) => structureId === effect.structureId);
  if (effect.documentId === null || later === undefined || later.documentId === effect.documentId) return null;
  const now = later.measured.find(({ kind }) => kind === effect.kind);
  const same = now !== undefined && "number" in now && now.number === effect.number && now.amount === effect.amount;
  return same ? null : later.on;
}
