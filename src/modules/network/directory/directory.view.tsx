import { Building2 } from "lucide-react";
import { Form, Link, useLocation } from "react-router";
import { fill } from "#kernel/language.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { plural, useLanguage } from "#ui/language.tsx";
import { SubmitButton } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en as networkEn } from "../network.en.ts";
import { fr as networkFr } from "../network.fr.ts";
import { STRUCTURE_KINDS, TRADE_FAMILIES } from "../structure/structure.ts";
import { DEPARTMENTS_IN_ORDER, departmentName, REGION_CODES, regionName } from "../territory/department.ts";
import { en } from "./directory.en.ts";
import { fr } from "./directory.fr.ts";
import type { Directory } from "./directory.store.ts";
import { DirectoryMap } from "./map.view.tsx";

/** The directory with its search, its map and its list: the same for the network and for anybody, from other rows. */
export function DirectoryView({ directory, base }: { readonly directory: Directory; readonly base: string }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { kinds, trades } = choose({ fr: networkFr, en: networkEn });
  const { search } = useLocation();
  const parameters = new URLSearchParams(search);
  const { rows, byDepartment, text } = directory;
  const filters = [
    {
      parameter: "nature",
      label: words.kind,
      options: STRUCTURE_KINDS.map((kind) => ({ value: kind, label: kinds[kind] })),
    },
    {
      parameter: "metier",
      label: words.trade,
      options: TRADE_FAMILIES.map((trade) => ({ value: trade, label: trades[trade] })),
    },
    {
      parameter: "region",
      label: words.region,
      options: REGION_CODES.map((code) => ({ value: code, label: regionName(code) })),
    },
    {
      parameter: "departement",
      label: words.department,
      options: DEPARTMENTS_IN_ORDER.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
    },
  ];
  const count = fill(plural(language, rows.length, words.foundOne, words.foundMany), { count: String(rows.length) });
  return (
    <div className="flex flex-col gap-4">
      <Form method="get" className="flex flex-wrap items-end gap-3">
        {filters.map(({ parameter }) =>
          parameters.get(parameter) ? (
            <input key={parameter} type="hidden" name={parameter} value={parameters.get(parameter) ?? ""} />
          ) : null,
        )}
        <TextInput
          name="q"
          label={words.search}
          defaultValue={text}
          type="search"
          className="min-w-0 grow sm:max-w-sm"
        />
        <SubmitButton variant="secondary">{words.submit}</SubmitButton>
      </Form>
      <Filters filters={filters} />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section aria-label={words.title} className="min-w-0">
          <p role="status" className="pb-2 text-aide text-texte2">
            {count}
          </p>
          {rows.length === 0 ? (
            <EmptyState icon={Building2} title={words.none} action={<ButtonLink to={base}>{words.clear}</ButtonLink>}>
              {words.noneHelp}
            </EmptyState>
          ) : (
            <ul className="flex flex-col divide-y divide-bordure rounded-xl border border-bordure bg-surface">
              {rows.map((row) => (
                <li key={row.id} className="flex flex-col gap-1 p-4">
                  <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                    <Link to={`${base}/${row.id}`} className="font-semibold text-marque hover:underline">
                      {row.name}
                    </Link>
                    <span className="text-aide text-texte2">{kinds[row.kind]}</span>
                  </div>
                  <p className="text-aide text-texte2">
                    {[
                      [...new Set([row.city, row.department === "" ? "" : departmentName(row.department)])]
                        .filter((part) => part !== "")
                        .join(", "),
                      row.trades.map((trade) => trades[trade]).join(", "),
                    ]
                      .filter((part) => part !== "")
                      .join(" · ")}
                  </p>
                  {row.networks.length === 0 ? null : (
                    <p className="text-aide text-texte2">{`${words.memberOf} ${row.networks.join(", ")}`}</p>
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
        <Card title={words.map} description={words.mapLead} className="self-start">
          <DirectoryMap byDepartment={byDepartment} chosen={parameters.get("departement") ?? ""} />
        </Card>
      </div>
    </div>
  );
}
