import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { en } from "./consent.en.ts";
import { fr } from "./consent.fr.ts";
import type { Answer } from "./consent.ts";

type Line = Omit<Answer, "at"> & { readonly on: Day };

/** All that somebody answered, the latest first, for those who keep data protection. */
export function AnswersCard({ answers }: { readonly answers: readonly Line[] }) {
  const words = useLanguage().choose({ fr, en });
  const columns: Column<Line & { readonly key: string }>[] = [
    { key: "when", header: words.when, rowHeader: true, cell: (row) => day(row.on) },
    { key: "purpose", header: words.purpose, cell: (row) => words.purposes[row.purpose] },
    { key: "answer", header: words.answer, cell: (row) => (row.agreed ? words.answers.yes : words.answers.no) },
    {
      key: "wording",
      header: words.wording,
      cell: (row) => fill(words.version, { version: String(row.wordingVersion) }),
    },
  ];
  const rows = answers.map((answer, index) => ({ ...answer, key: String(index) }));
  return (
    <Card title={words.trace} description={words.leadOther}>
      {rows.length === 0 ? (
        <p className="text-texte2">{words.never}</p>
      ) : (
        <Table bare caption={words.trace} rows={rows} rowKey={(row) => row.key} columns={columns} />
      )}
    </Card>
  );
}
