/** What each party declared in a year, on paper: from its books or by hand, and what a later document corrected. Pure. */
import { fill, type Language } from "#kernel/language.ts";

import { heading, table } from "#platform/pdf/page-blocks.ts";
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
import { count, day, eur } from "#ui/format.ts";
import { byHandText, type Effect } from "../effect/effect.ts";
import { correctedOn, type Standing } from "../effect/measured.ts";
import type { en } from "../objectives.en.ts";
import type { fr } from "../objectives.fr.ts";

type Words = typeof fr | typeof en;

function originOf(words: Words, effect: Effect, standing: readonly Standing[]): string {
  if (effect.documentOn === null) return byHandText(words, effect);
  const later = correctedOn(effect, standing);
  const from = fill(words.fromDocument, { day: day(effect.documentOn) });
  return later === null ? from : `${from}. ${fill(words.corrected, { day: day(later) })}`;
}

export function partyBlocks(
  words: Words,
  language: Language,
  effects: readonly Effect[],
  standing: readonly Standing[],
): readonly PageBlock[] {
  if (effects.length === 0) return [];
  return [
    heading(words.paper.effectsOf, 3),
    table(
      [
        { heading: words.declareFor, width: 18 },
        { heading: words.kind, width: 22 },
        { heading: words.number, width: 10, align: "right" },
        { heading: words.effectAmount, width: 16, align: "right" },
        { heading: words.origin, width: 34 },
      ],
      effects.map((effect) => [
        ...[effect.structureName, words.kinds[effect.kind]],
        ...[count(effect.number, language), eur(effect.amount, language), originOf(words, effect, standing)],
      ]),
    ),
  ];
}
