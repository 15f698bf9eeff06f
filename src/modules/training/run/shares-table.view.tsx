import { sum } from "#kernel/money.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { en } from "../training.en.ts";
import { fr } from "../training.fr.ts";
import { type Share, takenOf } from "./run.ts";

/** The seats of each structure and what it bears of the cost. */
export function SharesTable({ shares, foreseen }: { readonly shares: readonly Share[]; readonly foreseen: boolean }) {
  const words = useLanguage().choose({ fr, en });
  const columns: Column<Share>[] = [
    { key: "structure", header: words.coming, rowHeader: true, cell: ({ structureName }) => structureName },
    { key: "seats", header: words.seats, align: "end", cell: ({ seats }) => seats },
    {
      key: "amount",
      header: foreseen ? words.foreseen : words.share,
      align: "end",
      cell: ({ amount }) => <Money amount={amount} />,
    },
  ];
  return (
    <Table
      bare
      caption={words.booked}
      rows={shares}
      rowKey={({ structureId }) => structureId}
      columns={columns}
      footerLabel={words.total}
      footer={{ seats: takenOf(shares), amount: <Money amount={sum(shares.map(({ amount }) => amount))} /> }}
    />
  );
}
