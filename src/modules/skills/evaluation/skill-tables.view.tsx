import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { Tone } from "#ui/tone.ts";
import { type Level, levelName } from "../grid/grid.ts";
import { en } from "./evaluation.en.ts";
import { fr } from "./evaluation.fr.ts";
import type { Verdict } from "./evaluation.ts";
import type { SkillsData } from "./read-skills.store.ts";

type Row = SkillsData["domains"][number]["skills"][number];

const VERDICT_TONE: Readonly<Record<Verdict, Tone>> = {
  free: "neutre",
  unseen: "info",
  under: "attention",
  met: "ok",
};

/** Skill by skill: what is expected, what each side says, and which is below. */
export function DomainTables({ data, levels }: { readonly data: SkillsData; readonly levels: readonly Level[] }) {
  const words = useLanguage().choose({ fr, en });
  const { side, before, domains, domain } = data;
  const named = (rank: number | null) => levelName({ levels }, rank);
  const seen = (rating: Row["self"]) =>
    rating === null ? (
      <span className="text-texte2">{words.unseen}</span>
    ) : (
      <div>
        <span className="sm:whitespace-nowrap">{named(rating.level)}</span>
        <span className="block text-aide text-texte2">{fill(words.seenOn, { date: day(rating.on) })}</span>
        {rating.note === "" ? null : <span className="block text-aide text-texte2">{rating.note}</span>}
      </div>
    );
  const columns: Column<Row>[] = [
    {
      key: "skill",
      header: words.skill,
      rowHeader: true,
      cell: (row) => (
        <div>
          <span className="font-semibold">{row.name}</span>
          {row.description === "" ? null : (
            <span className="block text-aide font-normal whitespace-normal text-texte2">{row.description}</span>
          )}
        </div>
      ),
    },
    {
      key: "expected",
      header: words.expected,
      cell: (row) => <span className="sm:whitespace-nowrap">{named(row.expected) || words.verdicts.free}</span>,
    },
    { key: "self", header: side === "self" ? words.selfYou : words.self, cell: (row) => seen(row.self) },
    { key: "team", header: words.team, cell: (row) => seen(row.team) },
    {
      key: "verdict",
      header: words.tab,
      hideHeader: true,
      cell: (row) => (
        <div className="max-sm:text-start">
          {row.verdict === "free" ? null : (
            <Badge tone={VERDICT_TONE[row.verdict]}>{words.verdicts[row.verdict]}</Badge>
          )}
          {before === null || row.before === null ? null : (
            <span className="block text-aide text-texte2 sm:whitespace-nowrap">
              {fill(words.progress, { level: named(row.before) })}
            </span>
          )}
        </div>
      ),
    },
  ];
  return domains
    .filter(({ id, skills }) => skills.length > 0 && (domain === null || domain === id))
    .map(({ id, name, skills }) => (
      <Card key={id} title={name} padded={false}>
        <Table bare caption={name} rows={skills} rowKey={(row) => row.id} columns={columns} />
      </Card>
    ));
}
