import { sum } from "#kernel/money.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { en } from "../training.en.ts";
import { fr } from "../training.fr.ts";
import { type RunState, type Share, takenOf } from "./run.ts";

/** The seats of each structure and what it bears of the cost: nothing once the session is cancelled. */
export function SharesTable({ shares, state }: { readonly shares: readonly Share[]; readonly state: RunState }) {
  const words = useLanguage().choose({ fr, en });
  const columns: Column<Share>[] = [
    { key: "structure", header: words.coming, rowHeader: true, cell: ({ structureName }) => structureName },
    { key: "seats", header: words.seats, align: "end", cell: ({ seats }) => seats },
  ];
  if (state !== "cancelled") {
    columns.push({
      key: "amount",
      header: state === "settled" ? words.share : words.foreseen,
      align: "end",
      cell: ({ amount }) => <Money amount={amount} />,
    });
  }
  return (
    <Table
      bare
      caption={state === "cancelled" ? words.bookedThen : words.booked}
      rows={shares}
      rowKey={({ structureId }) => structureId}
      columns={columns}
      footerLabel={words.total}
      footer={{ seats: takenOf(shares), amount: <Money amount={sum(shares.map(({ amount }) => amount))} /> }}
    />
  );
}
