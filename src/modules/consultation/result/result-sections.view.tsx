import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { Channel } from "../answer/answer.ts";
import { en as consultationEn } from "../consultation/consultation.en.ts";
import { fr as consultationFr } from "../consultation/consultation.fr.ts";
import { coverageText } from "./figure-text.ts";
import type { AxisFigures, Fraction, Group } from "./figures.ts";
import { Groups, Ranking, type Titles } from "./figures.view.tsx";
import { en } from "./result.en.ts";
import { fr } from "./result.fr.ts";

export type ShownResults = {
  readonly phase: { readonly id: string; readonly title: string };
  readonly titles: Titles;
  readonly coverage: Fraction;
  readonly figures: readonly AxisFigures[];
  readonly networks: readonly Group[];
  readonly regions: readonly Group[];
  readonly channels: readonly Group[];
};

/** The figures of a phase: how many, what they rank first, and by whom. */
export function ResultSections({ results }: { readonly results: ShownResults }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { channels } = choose({ fr: consultationFr, en: consultationEn });
  const { phase, titles, coverage, figures } = results;
  return (
    <>
      <Card title={words.coverage}>
        <p>{fill(words.coverageSentence, { coverage: coverageText(coverage, words.of, language) })}</p>
      </Card>
      {figures.length === 0 ? (
        <p className="text-texte2">{words.nobody}</p>
      ) : (
        <>
          <Card title={words.ranking}>
            <Ranking figures={figures} titles={titles} phase={phase.title} />
          </Card>
          <Card title={words.networks} description={words.networksMeaning}>
            <Groups
              caption={words.networks}
              groups={results.networks}
              titles={titles}
              named={(key) => key || words.without}
            />
          </Card>
          <Card title={words.regions}>
            <Groups
              caption={words.regions}
              groups={results.regions}
              titles={titles}
              named={(key) => key || words.unknown}
            />
          </Card>
          <Card title={words.channels} description={words.channelsMeaning}>
            <Groups
              caption={words.channels}
              groups={results.channels}
              titles={titles}
              named={(key) => channels[key as Channel]}
              shares
            />
          </Card>
        </>
      )}
    </>
  );
}
