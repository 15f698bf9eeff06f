import { Form } from "react-router";
import { fill } from "#kernel/language.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Filters } from "#ui/filters.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { RadarChart } from "#ui/radar.tsx";
import { Select } from "#ui/text-input.tsx";
import { type Level, levelName } from "../grid/grid.ts";
import { en } from "./evaluation.en.ts";
import { fr } from "./evaluation.fr.ts";
import { axesOf, radarSeries } from "./radar-series.ts";
import type { SkillsData } from "./read-skills.store.ts";

/** The radar of a day, or of two: by domain, or the skills of one domain. */
export function RadarCard({ data, levels }: { readonly data: SkillsData; readonly levels: readonly Level[] }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { on, before, today, name, side, domain, domains, days } = data;
  const axes = axesOf(domains, domain);
  const names = {
    expected: words.expected,
    self: side === "self" ? words.selfYou : words.self,
    team: words.team,
    now: fill(words.levelOn, { date: day(on) }),
    before: before === null ? "" : fill(words.levelOn, { date: day(before) }),
  };
  const series = radarSeries(axes, before !== null, names, {
    level: (rank) => levelName({ levels }, rank),
    mean: (value) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value),
  });
  const choices = [...new Set([today, on, ...days])].sort().reverse();
  const label = (value: string) => (value === today ? words.today : day(value as typeof today));
  const title =
    before === null
      ? fill(words.radarOf, { name, date: day(on) })
      : fill(words.radarCompared, { name, date: day(on), before: day(before) });
  return (
    <Card title={words.radar} description={domain === null ? words.radarHelp : words.radarSkills}>
      <div className="flex flex-col gap-4">
        <Filters
          filters={[
            {
              parameter: "domaine",
              label: words.domain,
              options: domains.map(({ id, name: domainName }) => ({ value: id, label: domainName })),
            },
          ]}
        />
        {axes.length < 3 ? (
          <p className="text-texte2">{words.tooFew}</p>
        ) : (
          <RadarChart
            title={title}
            axisHeader={domain === null ? words.domain : words.skill}
            axes={axes.map((axis) => axis.name)}
            most={levels.length}
            series={series}
          />
        )}
        <Form method="get" className="flex flex-wrap items-end gap-3 print:hidden">
          {domain === null ? null : <input type="hidden" name="domaine" value={domain} />}
          <Select
            name="au"
            label={words.on}
            defaultValue={on}
            options={choices.map((value) => ({ value, label: label(value) }))}
          />
          <Select
            name="depuis"
            label={words.before}
            defaultValue={before ?? ""}
            options={[
              { value: "", label: words.noComparison },
              ...[...new Set([...days, ...(before === null ? [] : [before])])].map((value) => ({
                value,
                label: day(value),
              })),
            ]}
          />
          <Button type="submit">{words.compare}</Button>
        </Form>
      </div>
    </Card>
  );
}
