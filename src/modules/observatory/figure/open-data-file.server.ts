import { refuse } from "#kernel/refusal.ts";
import { fileFormat, tableFile } from "#platform/http/table-file.ts";
import { openDataColumns, openDataLines, openDataName } from "./open-data.ts";
import { type FigurePlace, readFigures } from "./read-figures.store.ts";

/** The edition that an address asks for, as a file: the same for the network and for everybody. */
export async function openDataFile(reader: FigurePlace, search: URLSearchParams) {
  const figures = await readFigures(reader, search);
  if (figures.release === null) return refuse("missing", "release.missing");
  const { language } = reader;
  return tableFile(
    fileFormat(search),
    openDataName(figures),
    openDataColumns(language),
    openDataLines(figures, language),
  );
}
