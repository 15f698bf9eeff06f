import { useLanguage } from "#ui/language.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import type { Capacity, SharedFunction } from "./capacity.ts";
import { CapacityBadge } from "./volume.view.tsx";

type Row = { readonly id: string; readonly name: string; readonly capacities: readonly Capacity[] };

/** Structures in rows, functions in columns. */
export function MatrixTable({
  functions,
  capacities,
}: {
  readonly functions: readonly SharedFunction[];
  readonly capacities: readonly Capacity[];
}) {
  const words = useLanguage().choose({ fr, en });
  const names = new Map(capacities.map((one) => [one.structureId, one.structureName]));
  const rows: Row[] = [...names].map(([id, name]) => ({
    ...{ id, name },
    capacities: capacities.filter(({ structureId }) => structureId === id),
  }));
  // A function that is not proposed any more keeps its column as long as something is said of it.
  const titles = new Map(functions.map(({ id, title }) => [id, title]));
  for (const { functionId, functionTitle } of capacities) titles.set(functionId, functionTitle);
  if (rows.length === 0) return <p className="text-texte2">{words.noCapacity}</p>;
  const columns: Column<Row>[] = [
    { key: "structure", header: words.structure, rowHeader: true, cell: (row) => row.name },
    ...[...titles].map(([id, header]) => ({
      key: id,
      header,
      cell: (row: Row) => {
        const said = row.capacities.filter(({ functionId }) => functionId === id);
        if (said.length === 0) return <span className="text-texte2">{words.empty}</span>;
        return (
          <span className="flex flex-wrap gap-1">
            {said.map((capacity) => (
              <CapacityBadge key={capacity.id} capacity={capacity} />
            ))}
          </span>
        );
      },
    })),
  ];
  return <Table caption={words.matrixTitle} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
