import { useLocation } from "react-router";
import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { count, day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { withParameters } from "#ui/url.ts";
import { en } from "./need.en.ts";
import { fr } from "./need.fr.ts";
import { useGroupWords } from "./need-words.view.tsx";
import type { NeedsData } from "./needs.page.tsx";

type Row = NeedsData["rows"][number];

/** One line for each skill: each figure opens its persons, and a workshop is two clicks away. */
export function NeedTable({ data }: { readonly data: NeedsData }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { search } = useLocation();
  const { slug, asked, sites, rows } = data;
  const named = useGroupWords(sites);
  const groups = data.groups
    .filter((group) => rows.some((row) => (row.groups[group] ?? 0) > 0))
    .map((value) => ({ value, name: named(asked.spread, value) }))
    .sort((a, b) => Number(a.value === "") - Number(b.value === "") || a.name.localeCompare(b.name, language));
  const figure = (row: Row, value: number, what: string, more: Readonly<Record<string, string>>) => {
    if (value === 0) return <span className="text-texte2">0</span>;
    const to = withParameters(search, { groupe: null, ...more, competence: row.id });
    const label = fill(words.figureOf, { count: count(value, language), skill: row.name, what });
    return (
      <TextLink to={`/${slug}/competences/besoins/personnes${to}`} aria-label={label}>
        {count(value, language)}
      </TextLink>
    );
  };
  const columns: Column<Row>[] = [
    {
      key: "skill",
      header: words.skill,
      rowHeader: true,
      cell: (row) => (
        <div>
          {row.name}
          <span className="block text-aide font-normal text-texte2">{row.domain}</span>
        </div>
      ),
    },
    { key: "expected", header: words.expected, align: "end", cell: (row) => count(row.expected, language) },
    {
      key: "under",
      header: words.under,
      align: "end",
      cell: (row) => figure(row, row.under, words.under, { etat: "under" }),
    },
    {
      key: "unseen",
      header: words.unseen,
      align: "end",
      cell: (row) => figure(row, row.unseen, words.unseen, { etat: "unseen" }),
    },
    { key: "workshop", header: words.workshop, cell: (row) => <Workshop row={row} slug={slug} /> },
    ...groups.map(
      ({ value, name }): Column<Row> => ({
        key: `group-${value}`,
        header: name,
        align: "end",
        cell: (row) => figure(row, row.groups[value] ?? 0, name, { etat: "under", groupe: value || "-" }),
      }),
    ),
  ];
  return <Table caption={words.title} rows={rows} rowKey={(row) => row.id} columns={columns} />;
}

function Workshop({ row, slug }: { readonly row: Row; readonly slug: string }) {
  const words = useLanguage().choose({ fr, en });
  const query = new URLSearchParams({ titre: row.name, themes: row.themes });
  return (
    <div className="flex flex-col gap-2">
      {row.workshop === null || row.workshop.on === null ? null : (
        <TextLink to={`/${slug}/ateliers/${row.workshop.id}`}>
          {fill(words.planned, { date: day(row.workshop.on) })}
        </TextLink>
      )}
      <TextLink to={`/${slug}/ateliers/nouveau?${query}`} aria-label={fill(words.proposeOf, { name: row.name })}>
        {words.propose}
      </TextLink>
    </div>
  );
}
