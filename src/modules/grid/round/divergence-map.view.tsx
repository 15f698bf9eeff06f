import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { useLanguage } from "#ui/language.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { Tone } from "#ui/tone.ts";
import { en } from "../grid.en.ts";
import { fr } from "../grid.fr.ts";
import type { RoundData } from "./round.page.tsx";
import type { Divergence } from "./round.ts";

const TONE: Readonly<Record<Divergence, Tone>> = { none: "ok", near: "attention", far: "erreur", alone: "neutre" };

/** How far apart people are, indicator by indicator: a word, a figure and a tone, and what each said. */
export function DivergenceMap({ data }: { readonly data: RoundData }) {
  const words = useLanguage().choose({ fr: fr.round, en: en.round });
  const { slug, round, objectives } = data;
  type Line = (typeof objectives)[number]["lines"][number];
  const columns: Column<Line>[] = [
    {
      key: "indicator",
      header: words.indicator,
      rowHeader: true,
      cell: (row) => (
        <TextLink
          to={`/${slug}/cooperation/tours/${round.id}/indicateur?code=${encodeURIComponent(row.code)}`}
          prefetch="none"
        >
          {`${row.code} ${row.wording}`}
        </TextLink>
      ),
    },
    {
      key: "said",
      header: words.said,
      cell: (row) => row.said.map(({ name, level }) => `${name} : ${level}`).join(", "),
    },
    {
      key: "spread",
      header: words.spread,
      cell: (row) => (
        <Badge tone={TONE[row.divergence]}>
          {fill(words.divergences[row.divergence], { spread: String(row.spread) })}
        </Badge>
      ),
    },
    {
      key: "agreed",
      header: words.agreed,
      align: "end",
      cell: (row) => (row.agreed === null ? <span className="text-texte2">{words.toAgree}</span> : String(row.agreed)),
    },
  ];
  return (
    <section aria-label={words.map} className="flex flex-col gap-4">
      <h2 className="text-section font-semibold">{words.map}</h2>
      {objectives.map(({ main, lines }) => (
        <Table
          key={lines[0]?.code}
          caption={main}
          showCaption
          rows={lines}
          rowKey={(row) => row.code}
          columns={columns}
        />
      ))}
    </section>
  );
}
