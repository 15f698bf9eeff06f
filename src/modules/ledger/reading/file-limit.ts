/** Files of the books are whole or refused: a file that is cut looks like one that is not. */
import { counted } from "#kernel/fact.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { fr } from "../entry/entry.fr.ts";

export type FileFormat = "csv" | "xlsx";

/** Lines that a file may hold: a workbook is built in memory, a text nearly not. Beyond, there is the FEC. */
export const MOST_LINES: Readonly<Record<FileFormat, number>> = { csv: 200_000, xlsx: 50_000 };

export function askedFormat(address: string): FileFormat {
  return new URL(address).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
}

export function tooLong(format: FileFormat): Refusal<keyof typeof fr.refusals> {
  return refuse("conflict", "entry.fileTooLong", { max: counted(MOST_LINES[format]) });
}
