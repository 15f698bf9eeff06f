import { refuse } from "#kernel/refusal.ts";
import { fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { mayReadFigures } from "../observatory.policy.ts";
import type { Route } from "./+types/figures-file.page";
import { openDataColumns, openDataLines, openDataName } from "./open-data.ts";
import { readFigures } from "./read-figures.store.ts";

export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const refusal = mayReadFigures(reader.actor);
    if (refusal) return refusal;
    const figures = await readFigures(reader, searchParams);
    if (figures.release === null) return refuse("missing", "release.missing");
    const { language } = reader;
    return tableFile(
      fileFormat(searchParams),
      openDataName(figures),
      openDataColumns(language),
      openDataLines(figures, language),
    );
  });
}
