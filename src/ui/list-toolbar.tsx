import { Search } from "lucide-react";
import { Form, useLocation } from "react-router";
import { Button, TextLink } from "./button.tsx";
import { type Filter, Filters } from "./filters.tsx";
import { useLanguage } from "./language.tsx";
import { ListViews } from "./list-views.tsx";
import { TextInput } from "./text-input.tsx";
import { withParameters } from "./url.ts";

type ListToolbarProps = {
  readonly filters: readonly Filter[];
  /** What is searched for (`?q=`): « Rechercher un devis ». Without it, no search. */
  readonly search?: string;
};

/** What stands above a list: its filters, and a search that keeps them. Both go back to the first page. */
export function ListToolbar({ filters, search }: ListToolbarProps) {
  const { words } = useLanguage();
  const location = useLocation();
  const typed = new URLSearchParams(location.search).get("q") ?? "";
  const kept = new URLSearchParams(withParameters(location.search, { q: null }));
  return (
    <div className="flex flex-wrap items-end justify-between gap-3">
      <div className="flex min-w-0 flex-col gap-2">
        <ListViews />
        <Filters filters={filters} />
      </div>
      {search === undefined ? null : (
        <Form method="get" role="search" className="flex items-end gap-2">
          {[...kept].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextInput
            name="q"
            type="search"
            label={search}
            hideLabel
            placeholder={search}
            defaultValue={typed}
            key={typed}
          />
          <Button type="submit" icon={Search}>
            {words.search}
          </Button>
        </Form>
      )}
    </div>
  );
}

/** The filter by activity (`?activite=`), for those who see several. */
export function activityFilter(
  label: string,
  activities: readonly { readonly id: string; readonly name: string }[],
): readonly Filter[] {
  if (activities.length < 2) return [];
  return [{ parameter: "activite", label, options: activities.map(({ id, name }) => ({ value: id, label: name })) }];
}

/** The list as a file, in both formats, with the filters of the page unless others are given. */
export function ListFiles({ to, search }: { readonly to: string; readonly search?: string }) {
  const { words } = useLanguage();
  const location = useLocation();
  const file = (format: string) => `${to}${withParameters(search ?? location.search, { format })}`;
  return (
    <p className="flex flex-wrap gap-4 text-aide print:hidden">
      <TextLink to={file("csv")} reloadDocument>
        {words.downloadCsv}
      </TextLink>
      <TextLink to={file("xlsx")} reloadDocument>
        {words.downloadXlsx}
      </TextLink>
    </p>
  );
}
