import { Form } from "react-router";
import { readTenant } from "#platform/http/tenant.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { Select } from "#ui/text-input.tsx";
import { mayGather, mayReadFigures } from "../observatory.policy.ts";
import { MEASURES } from "../release/measure.ts";
import type { Route } from "./+types/compare.page";
import { readComparison, seatedFor } from "./compare.store.ts";
import { circleText, measureText } from "./figure-text.ts";
import { en } from "./figures.en.ts";
import { fr } from "./figures.fr.ts";
import { FigureTabs } from "./figures.view.tsx";

export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readTenant(args, async ({ tx, actor, organizationId, today, slug }) => {
    const refusal = mayReadFigures(actor);
    if (refusal) return refusal;
    const structures = await seatedFor(tx, actor, today);
    const structure = structures.find(({ id }) => id === searchParams.get("structure")) ?? structures[0] ?? null;
    const comparison =
      structure === null ? null : await readComparison({ tx, organizationId }, structure.id, searchParams.get("annee"));
    return { slug, structures, structure, comparison, isStaff: mayGather(actor) === null };
  });
}

export default function Compare({ loaderData }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { slug, structures, structure, comparison, isStaff } = loaderData;
  const frame = (children: React.ReactNode) => (
    <Page title={words.compareTitle} description={words.compareLead}>
      <FigureTabs slug={slug} isStaff={isStaff} />
      {children}
    </Page>
  );
  if (structure === null) return frame(<EmptyState title={words.compareNone}>{words.compareNoneHelp}</EmptyState>);
  if (comparison === null || comparison.rows.length === 0) {
    return frame(<EmptyState title={words.compareNothing}>{words.compareNothingHelp}</EmptyState>);
  }
  const { year, years, rows } = comparison;
  const measureOf = (key: string) => MEASURES.find((measure) => measure.key === key);
  const says = (key: string, value: bigint) => measureText(measureOf(key)?.unit ?? "count", value, language);
  const noNames: ReadonlyMap<string, string> = new Map();
  return frame(
    <>
      <Form method="get" key={`${structure.id} ${year}`} className="flex flex-wrap items-end gap-3">
        {structures.length > 1 ? (
          <Select
            name="structure"
            label={words.house}
            defaultValue={structure.id}
            options={structures.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <Select
          name="annee"
          label={words.year}
          defaultValue={year}
          options={years.map((value) => ({ value, label: value }))}
        />
        <Button type="submit">{words.show}</Button>
      </Form>
      <Table
        caption={`${words.compareTitle}, ${year}`}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: "measure",
            header: words.measure,
            rowHeader: true,
            cell: (row) => <span className="whitespace-normal">{measureOf(row.key)?.words[language]}</span>,
          },
          {
            key: "own",
            header: structure.name,
            align: "end",
            cell: (row) => (row.own === null ? words.notTold : <strong>{says(row.key, row.own)}</strong>),
          },
          { key: "low", header: words.low, align: "end", cell: (row) => says(row.key, row.spread.low) },
          { key: "middle", header: words.middle, align: "end", cell: (row) => says(row.key, row.spread.middle) },
          { key: "high", header: words.high, align: "end", cell: (row) => says(row.key, row.spread.high) },
          {
            key: "peers",
            header: words.peers,
            cell: (row) => `${row.spread.answers} · ${circleText(row.spread.circle, noNames, language)}`,
          },
        ]}
      />
    </>,
  );
}
