import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { en as retentionEn } from "../retention/retention.en.ts";
import { fr as retentionFr } from "../retention/retention.fr.ts";
import { KEPT } from "../retention/retention.ts";
import { en } from "./erasure.en.ts";
import { fr } from "./erasure.fr.ts";
import type { PlanLine } from "./erasure.ts";

type Line = { readonly key: string; readonly category: string; readonly what: string; readonly why: string };

/** Category by category: what goes, what the law keeps and until when; the books are the last line. */
export function PlanTable({ plan }: { readonly plan: readonly PlanLine[] }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const retention = choose({ fr: retentionFr, en: retentionEn });
  const whatOf = ({ category, state, on }: PlanLine) => {
    if (state === "now") return words.now;
    if (on !== null) return fill(words.until, { day: longDay(on as Day, language) });
    const { least } = KEPT[category];
    return least > 1 ? fill(words.afterLeaving, { months: String(least) }) : words.whileHere;
  };
  const lines: Line[] = [
    ...plan.map((line) => ({
      key: line.category,
      category: retention.categories[line.category],
      what: whatOf(line),
      why: line.state === "now" ? "" : retention.reasons[line.category],
    })),
    { key: "books", category: words.books, what: words.booksKept, why: words.booksWhy },
  ];
  const columns: Column<Line>[] = [
    { key: "category", header: words.category, rowHeader: true, cell: (row) => row.category },
    { key: "what", header: words.what, cell: (row) => row.what },
    { key: "why", header: words.why, cell: (row) => row.why },
  ];
  return <Table bare caption={words.plan} rows={lines} rowKey={(row) => row.key} columns={columns} />;
}
