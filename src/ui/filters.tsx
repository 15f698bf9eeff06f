import { ChevronDown, X } from "lucide-react";
import { Link, useLocation } from "react-router";
import { fill } from "#kernel/language.ts";
import { useLanguage } from "./language.tsx";
import { Disclosure } from "./menu.island.tsx";
import { withParameters } from "./url.ts";

export type Filter = {
  /** The parameter of the address: `?etat=late`. */
  readonly parameter: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly count?: number }[];
};

const CHIP =
  "inline-flex min-h-11 items-center gap-1.5 rounded-full border px-3.5 text-tableau pointer-fine:min-h-9 cursor-pointer";

/** Filters as chips: one that is set says its value and is taken off by a click; the others open their choices. */
export function Filters({ filters }: { readonly filters: readonly Filter[] }) {
  const { words } = useLanguage();
  const { search } = useLocation();
  const parameters = new URLSearchParams(search);
  const active = filters.filter((filter) => parameters.get(filter.parameter));
  const cleared = withParameters(search, Object.fromEntries(filters.map((filter) => [filter.parameter, null])));
  return (
    <nav aria-label={words.filters}>
      <ul className="flex flex-wrap items-center gap-2">
        {filters.map((filter) => (
          <li key={filter.parameter}>
            <FilterChip filter={filter} value={parameters.get(filter.parameter)} search={search} />
          </li>
        ))}
        {active.length > 1 ? (
          <li>
            <Link to={{ search: cleared }} preventScrollReset className="px-2 py-2 text-aide text-marque underline">
              {words.clearFilters}
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function FilterChip({ filter, value, search }: { filter: Filter; value: string | null; search: string }) {
  const { words } = useLanguage();
  const chosen = filter.options.find((option) => option.value === value);
  if (chosen) {
    const text = `${filter.label} : ${chosen.label}`;
    return (
      <Link
        to={{ search: withParameters(search, { [filter.parameter]: null }) }}
        preventScrollReset
        aria-label={fill(words.removeFilter, { filter: text })}
        className={`${CHIP} border-marque bg-marque-fond font-semibold text-texte`}
      >
        {text}
        <X aria-hidden="true" size={16} />
      </Link>
    );
  }
  return (
    <Disclosure
      align="start"
      panelClassName="max-h-80 min-w-48! overflow-y-auto"
      summaryClassName={`${CHIP} border-bordure-forte bg-surface hover:bg-surface2`}
      summary={
        <>
          {filter.label}
          <ChevronDown aria-hidden="true" size={16} />
        </>
      }
    >
      <ul>
        {filter.options.map((option) => (
          <li key={option.value}>
            <Link
              to={{ search: withParameters(search, { [filter.parameter]: option.value }) }}
              preventScrollReset
              className="flex min-h-11 items-center justify-between gap-4 rounded-lg px-3 text-tableau whitespace-nowrap hover:bg-surface2 pointer-fine:min-h-9"
            >
              {option.label}
              {option.count === undefined ? null : <span className="text-texte2 tabular-nums">{option.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
