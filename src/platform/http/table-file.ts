import * as xlsx from "@e965/xlsx";
import Papa from "papaparse";
import { type Cents, toDecimalString } from "#kernel/money.ts";

/** A column of a list to download. Amounts stay amounts: a spreadsheet adds them up. */
export type FileColumn<Row> = {
  readonly header: string;
  readonly value: (row: Row) => string | null | { readonly amount: Cents };
};

/** The format that an address asks for (?format=xlsx); CSV otherwise. */
export function fileFormat(parameters: URLSearchParams): "csv" | "xlsx" {
  return parameters.get("format") === "xlsx" ? "xlsx" : "csv";
}

/** Text that a spreadsheet would run as a formula is disarmed (CSV injection). */
function disarm(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A list as CSV for French spreadsheets: UTF-8 with BOM, semicolons, decimal comma. */
export function csvText<Row>(columns: readonly FileColumn<Row>[], rows: readonly Row[]): string {
  const body = rows.map((row) =>
    columns.map((column) => {
      const value = column.value(row);
      if (value === null) return "";
      return typeof value === "string" ? disarm(value) : toDecimalString(value.amount).replace(".", ",");
    }),
  );
  const fields = columns.map((column) => column.header);
  return `\ufeff${Papa.unparse({ fields, data: body }, { delimiter: ";", newline: "\r\n" })}\r\n`;
}

/**
 * A list as a file: CSV for French spreadsheets (UTF-8 with BOM, semicolons, decimal comma) or XLSX with typed amounts.
 */
export function tableFile<Row>(
  format: "csv" | "xlsx",
  name: string,
  columns: readonly FileColumn<Row>[],
  rows: readonly Row[],
): Response {
  const headers = { "content-disposition": `attachment; filename="${name}.${format}"` };
  if (format === "csv") {
    return new Response(csvText(columns, rows), { headers: { ...headers, "content-type": "text/csv; charset=utf-8" } });
  }
  const sheet = xlsx.utils.aoa_to_sheet([
    columns.map((column) => column.header),
    ...rows.map((row) =>
      columns.map((column) => {
        const value = column.value(row);
        if (value === null || typeof value === "string") return value ?? "";
        // Spreadsheets hold floats: two decimals of a cent amount are exact up to 90 000 billion euros.
        return { t: "n", v: Number(toDecimalString(value.amount)), z: "#,##0.00" } as xlsx.CellObject;
      }),
    ),
  ]);
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, name.slice(0, 31));
  const bytes = xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  });
}
