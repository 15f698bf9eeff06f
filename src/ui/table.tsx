import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { fill } from "#kernel/language.ts";
import { useLanguage } from "./language.tsx";
import { SelectAll } from "./select-all.island.tsx";
import { readSort, type Sort, sortHref } from "./url.ts";

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** "end" for figures: right-aligned, digits of equal width. */
  readonly align?: "start" | "end";
  /** The cell that names its row (a number, a name): exactly one column. */
  readonly rowHeader?: boolean;
  /** Makes the heading a link that sorts by `?tri=key` or `?tri=-key`. */
  readonly sortable?: boolean;
  /** The heading is for screen readers only (a column of buttons). */
  readonly hideHeader?: boolean;
  /** Left out of the cards of a narrow screen. */
  readonly wideOnly?: boolean;
};

export type TableProps<Row> = {
  /** Says what the table holds; read first by screen readers. Shown above when `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly density?: "comfort" | "compact";
  /** The order when the address says none. */
  readonly defaultSort?: Sort;
  /** A checkbox on each row, posted as `name=rowKey` by the form of this id. */
  readonly selection?: {
    readonly name: string;
    readonly form: string;
    readonly rowLabel: (row: Row) => string;
    /** Ticked at first: what was chosen before a refusal. */
    readonly isTicked?: (row: Row) => boolean;
  };
  /** Totals: one cell for each column key that has one. */
  readonly footer?: Readonly<Record<string, ReactNode>>;
  readonly footerLabel?: string;
  /** Without border and rounding, inside a Card with padded={false}. */
  readonly bare?: boolean;
};

/** Spelled out, since browsers forget the roles of a table once its display is no longer a table's (narrow screens). */
const ROLE = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/**
 * A native table. Narrower than 640 px each row becomes a card, its headings written before the values.
 */
export function Table<Row>({
  caption,
  showCaption = false,
  columns,
  rows,
  rowKey,
  density = "comfort",
  defaultSort,
  selection,
  footer,
  footerLabel,
  bare = false,
}: TableProps<Row>) {
  const { words } = useLanguage();
  const location = useLocation();
  const sort = readSort(location.search) ?? defaultSort ?? null;
  return (
    // Within a card the card is the landmark: the region that scrolls is then a group of the same name.
    // It scrolls sideways, so the keyboard reaches it.
    <section
      className={`tableau ${bare ? "" : "tableau-cadre"}`}
      aria-label={caption}
      role={bare ? "group" : undefined}
      tabIndex={0}
    >
      <table {...ROLE.table} className={density === "compact" ? "tableau-compact" : undefined}>
        <caption className={showCaption ? "px-4 py-3 text-left text-section font-semibold" : "sr-only"}>
          {caption}
        </caption>
        <thead {...ROLE.rowgroup}>
          <tr {...ROLE.row}>
            {selection ? (
              <th {...ROLE.columnheader} scope="col" className="tableau-case">
                <SelectAll name={selection.name} form={selection.form} />
              </th>
            ) : null}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} search={location.search} />
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.rowgroup}>
          {rows.map((row) => (
            <tr {...ROLE.row} key={rowKey(row)} data-row={rowKey(row)}>
              {selection ? (
                <td {...ROLE.cell} className="tableau-case">
                  <label className="tableau-cible">
                    <span className="sr-only">{fill(words.selectRow, { row: selection.rowLabel(row) })}</span>
                    <input
                      type="checkbox"
                      name={selection.name}
                      value={rowKey(row)}
                      form={selection.form}
                      defaultChecked={selection.isTicked?.(row)}
                    />
                  </label>
                </td>
              ) : null}
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {footer ? (
          <tfoot {...ROLE.rowgroup}>
            <tr {...ROLE.row}>
              {selection ? <td aria-hidden="true" className="tableau-case" /> : null}
              {columns.map((column) =>
                column.rowHeader ? (
                  <th {...ROLE.rowheader} scope="row" key={column.key}>
                    {footerLabel}
                  </th>
                ) : (
                  <td {...ROLE.cell} key={column.key} data-label={column.header} className={cellClass(column)}>
                    {footer[column.key]}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}

function cellClass(column: { align?: "start" | "end"; wideOnly?: boolean }): string | undefined {
  const names = [column.align === "end" ? "tableau-fin" : "", column.wideOnly ? "max-sm:hidden!" : ""].filter(Boolean);
  return names.length === 0 ? undefined : names.join(" ");
}

function HeaderCell<Row>({ column, sort, search }: { column: Column<Row>; sort: Sort | null; search: string }) {
  const { words } = useLanguage();
  const active = sort?.key === column.key ? sort : null;
  const descending = active !== null && !active.descending;
  const label = fill(descending ? words.sortDescending : words.sortAscending, { column: column.header });
  const Arrow = active === null ? ChevronsUpDown : active.descending ? ArrowDown : ArrowUp;
  return (
    <th
      {...ROLE.columnheader}
      scope="col"
      className={cellClass(column)}
      aria-sort={active === null ? undefined : active.descending ? "descending" : "ascending"}
    >
      {column.sortable ? (
        <Link
          to={{ search: sortHref(search, { key: column.key, descending }) }}
          preventScrollReset
          title={label}
          className="tableau-tri"
        >
          {column.header}
          <Arrow aria-hidden="true" size={16} className={active === null ? "opacity-60" : ""} />
        </Link>
      ) : (
        <span className={column.hideHeader ? "sr-only" : undefined}>{column.header}</span>
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.rowHeader) {
    return (
      <th {...ROLE.rowheader} scope="row" className={cellClass(column)}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td {...ROLE.cell} data-label={column.hideHeader ? "" : column.header} className={cellClass(column)}>
      {column.cell(row)}
    </td>
  );
}
