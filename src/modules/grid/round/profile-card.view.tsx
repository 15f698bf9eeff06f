import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { RadarChart } from "#ui/radar.tsx";
import { en } from "../grid.en.ts";
import { fr } from "../grid.fr.ts";
import { hundredths } from "./round.ts";

/** What was agreed of each main objective, drawn and to read, one round over the other. */
export function ProfileCard({
  title,
  axes,
  most,
  profiles,
}: {
  readonly title: string;
  readonly axes: readonly string[];
  readonly most: number;
  readonly profiles: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr: fr.projects, en: en.projects });
  const agreed = profiles.some(({ values }) => values.some((value) => value !== null));
  if (axes.length < 3 || !agreed) return null;
  return (
    <Card title={title}>
      <RadarChart
        title={title}
        axisHeader={words.objective}
        axes={axes}
        most={most}
        series={profiles.map(({ name, values }) => ({
          name,
          values: values.map((value) => (value === null ? null : value / 100)),
          texts: values.map((value) => (value === null ? "" : hundredths(value, language))),
        }))}
      />
    </Card>
  );
}
