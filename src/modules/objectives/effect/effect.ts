/** The economic effects of cooperation, as each party declares them from its own books. Pure. */
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
};

/** What all parties declared of a kind in a year, and how many of them did. */
export function effectTotal(
  effects: readonly Effect[],
  kind: EffectKind,
  year: number,
): { readonly number: number; readonly amount: Cents; readonly parties: number } {
  const those = effects.filter((effect) => effect.kind === kind && effect.year === year);
  return {
    number: those.reduce((total, effect) => total + effect.number, 0),
    amount: sum(those.map(({ amount }) => amount)),
    parties: those.length,
  };
}
