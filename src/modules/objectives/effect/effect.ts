/** The economic effects of cooperation, as each party declares them from its own books. Pure. */
import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
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
  /** Entered by the network's team: who of the party told it. Null: the party declared it itself. */
  readonly toldBy: string | null;
};

/** What is known of a kind in a year: how many parties declared it, how many of them from their books, what the team entered. */
export function effectTotal(
  effects: readonly Effect[],
  kind: EffectKind,
  year: number,
): {
  readonly number: number;
  readonly amount: Cents;
  readonly parties: number;
  readonly measured: number;
  readonly entered: number;
} {
  const those = effects.filter((effect) => effect.kind === kind && effect.year === year);
  return {
    number: those.reduce((total, effect) => total + effect.number, 0),
    amount: sum(those.map(({ amount }) => amount)),
    parties: those.filter(({ toldBy }) => toldBy === null).length,
    measured: those.filter(({ documentId }) => documentId !== null).length,
    entered: those.filter(({ toldBy }) => toldBy !== null).length,
  };
}

/** How a figure that no document says came here: declared by its party, or entered by the team, and who told it. */
export function byHandText(
  words: { readonly byHand: string; readonly byTeam: string },
  { toldBy, source }: Pick<Effect, "toldBy" | "source">,
): string {
  return [toldBy === null ? words.byHand : fill(words.byTeam, { who: toldBy }), source].filter(Boolean).join(" : ");
}
