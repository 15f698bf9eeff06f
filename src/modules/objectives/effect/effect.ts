/** The economic effects of cooperation, as each party declares them from its own books. Pure. */
import type { Day } from "#kernel/day.ts";
import { type Cents, sum } from "#kernel/money.ts";
import type { StructureId } from "#modules/network/index.ts";

/** jointQuotes: quotes answered together · internalInvoices: invoiced between parties · referrals: customers sent to one another · sharedCustomers: customers of several parties. */
export const EFFECT_KINDS = ["jointQuotes", "internalInvoices", "referrals", "sharedCustomers"] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

export type Effect = {
  readonly structureId: StructureId;
  readonly structureName: string;
  readonly year: number;
  readonly kind: EffectKind;
  readonly number: number;
  /** Excluding tax. */
  readonly amount: Cents;
  /** Where the figure was read: "journal des ventes, compte 7068". */
  readonly source: string;
  /** The document of its own house that it was taken from, and its day; null: declared by hand. */
  readonly documentId: string | null;
  readonly documentOn: Day | null;
};

/** What all parties declared of a kind in a year, how many of them did, and how many from their books. */
export function effectTotal(
  effects: readonly Effect[],
  kind: EffectKind,
  year: number,
): { readonly number: number; readonly amount: Cents; readonly parties: number; readonly measured: number } {
  const those = effects.filter((effect) => effect.kind === kind && effect.year === year);
  return {
    number: those.reduce((total, effect) => total + effect.number, 0),
    amount: sum(those.map(({ amount }) => amount)),
    parties: those.length,
    measured: those.filter(({ documentId }) => documentId !== null).length,
  };
}
