import { Form, useLocation } from "react-router";
import { Button } from "#ui/button.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { Filters } from "#ui/filters.tsx";
import { useLanguage } from "#ui/language.tsx";
import { withParameters } from "#ui/url.ts";
import { en } from "./need.en.ts";
import { fr } from "./need.fr.ts";
import { SPREADS } from "./need.ts";
import { useGroupWords } from "./need-words.view.tsx";
import type { NeedsData } from "./needs.page.tsx";

/** The day, who is counted, and by what the figures are spread. */
export function NeedFilters({ data }: { readonly data: NeedsData }) {
  const words = useLanguage().choose({ fr, en });
  const { search } = useLocation();
  const { asked, today, sites, tradeDomains } = data;
  const named = useGroupWords(sites);
  const kept = new URLSearchParams(withParameters(search, { au: null }));
  return (
    <div className="flex flex-wrap items-end justify-between gap-3 print:hidden">
      <Filters
        filters={[
          {
            parameter: "par",
            label: words.spread,
            options: SPREADS.map((value) => ({ value, label: words.spreads[value] })),
          },
          {
            parameter: "lieu",
            label: words.site,
            options: Object.entries(sites).map(([value, label]) => ({ value, label })),
          },
          {
            parameter: "metier",
            label: words.tradeDomain,
            options: tradeDomains.map((value) => ({ value, label: named("domaine", value) })),
          },
          { parameter: "attendu", label: words.horizon, options: [{ value: "prochain", label: words.horizons.next }] },
        ]}
      />
      <Form method="get" className="flex items-end gap-2">
        {[...kept].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <DayInput name="au" label={words.on} today={today} defaultValue={asked.on} fieldClassName="max-w-44" />
        <Button type="submit">{words.show}</Button>
      </Form>
    </div>
  );
}
