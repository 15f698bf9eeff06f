import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { timeText } from "#ui/time-input.ts";
import { en } from "./access.en.ts";
import { fr } from "./access.fr.ts";
import type { Access } from "./access.store.ts";

/** A reading as it is shown: its moment in the cooperative's time. */
export type AccessLine = Pick<Access, "id" | "who" | "action" | "about" | "count"> & {
  readonly on: Day;
  readonly time: ClockTime;
};

type Props = { readonly rows: readonly AccessLine[]; readonly caption: string; readonly mine?: true };

/** Readings, the latest first; one's own list does not repeat about whom. */
export function AccessTable({ rows, caption, mine }: Props) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const columns: Column<AccessLine>[] = [
    {
      key: "when",
      header: words.when,
      rowHeader: true,
      cell: ({ on, time }) => `${day(on)} ${timeText(time, language)}`,
    },
    { key: "who", header: words.who, cell: ({ who }) => who || words.nobody },
    { key: "what", header: words.what, cell: ({ action }) => words.actions[action] },
  ];
  const about: Column<AccessLine> = {
    key: "about",
    header: words.about,
    cell: ({ about, count }) =>
      about || (count === null ? words.nobody : fill(words.several, { count: String(count) })),
  };
  return (
    <Table
      bare={mine ?? false}
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={mine ? columns : [...columns, about]}
    />
  );
}
