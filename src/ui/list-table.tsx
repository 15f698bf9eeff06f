import { ListDisplay, useArrangement } from "./list-display.tsx";
import { Table, type TableProps } from "./table.tsx";

/**
 * The table of a list: each person chooses its columns and the height of its lines. `apart`: its `ListDisplay` stands
 * elsewhere on the page, since a form cannot hold another.
 */
export function ListTable<Row>({
  apart = false,
  ...table
}: Omit<TableProps<Row>, "density"> & { readonly apart?: boolean }) {
  const arranged = useArrangement();
  if (arranged === null) return <Table {...table} />;
  const columns = table.columns.filter((column) => column.rowHeader || !arranged.hidden.includes(column.key));
  const shown = <Table {...table} columns={columns} density={arranged.density} />;
  if (apart) return shown;
  return (
    <div className="flex flex-col gap-1">
      <ListDisplay caption={table.caption} columns={table.columns} />
      {shown}
    </div>
  );
}
