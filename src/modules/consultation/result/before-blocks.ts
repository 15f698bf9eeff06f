/** What stood before the answers, on paper: the state of play by kind, and the stance of each structure. */
import { fill, type Language } from "#kernel/language.ts";
import { heading, paragraph } from "#platform/pdf/page-blocks.ts";
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
import { mediumDay } from "#ui/format.ts";
import { wordsIn } from "#ui/language.tsx";
import { en as landscapeEn } from "../landscape/landscape.en.ts";
import { fr as landscapeFr } from "../landscape/landscape.fr.ts";
import { LANDSCAPE_KINDS, type LandscapeLine } from "../landscape/landscape.ts";
import { en as positionEn } from "../position/position.en.ts";
import { fr as positionFr } from "../position/position.fr.ts";
import { type Position, stancesOf } from "../position/position.ts";

export function landscapeBlocks(lines: readonly LandscapeLine[], language: Language): PageBlock[] {
  if (lines.length === 0) return [];
  const words = wordsIn(language, { fr: landscapeFr, en: landscapeEn });
  return [
    heading(words.title, 2),
    ...LANDSCAPE_KINDS.flatMap((kind): PageBlock[] => {
      const told = lines.filter((line) => line.kind === kind);
      if (told.length === 0) return [];
      const items = told.map(({ body, structureName }): PageBlock => {
        const inlines = [{ text: `${body} ` }, { text: `(${structureName})`, italic: true }];
        return { kind: "item", label: "•", level: 0, inlines };
      });
      return [heading(words.headings[kind], 3), ...items];
    }),
  ];
}

/** The last version of each: those before it are in the data. */
export function positionBlocks(positions: readonly Position[], language: Language): PageBlock[] {
  if (positions.length === 0) return [];
  const words = wordsIn(language, { fr: positionFr, en: positionEn });
  return [
    heading(words.title, 2),
    ...stancesOf(positions).flatMap(({ last: { structureName, takenOn, number, body } }) => [
      heading(structureName, 3),
      paragraph(fill(words.dated, { day: mediumDay(takenOn, language), number: String(number) })),
      ...body.split(/\n{2,}/).map((text) => paragraph(text)),
    ]),
  ];
}
