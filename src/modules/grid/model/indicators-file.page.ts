import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { en } from "../grid.en.ts";
import { fr, type GridRefusalCode } from "../grid.fr.ts";
import { mayReadGrids } from "../grid.policy.ts";
import type { Route } from "./+types/indicators-file.page";
import { findModel, indicatorsOf } from "./model.store.ts";
import type { Indicator } from "./model.ts";

/** The indicators as a CSV that the import takes back: how one changes the example. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, language }) => {
    const refusal = mayReadGrids(actor);
    if (refusal) return refusal;
    const id = parseId<"gridModel">(args.params.gridModelId);
    const model = id === null ? null : await findModel(tx, organizationId, id);
    if (model === null) return refuse("missing", "model.missing" satisfies GridRefusalCode);
    const { columns: words, indicatorsFile } = (language === "fr" ? fr : en).models;
    const indicators = await indicatorsOf(tx, organizationId, model.id);
    const columns: readonly FileColumn<Indicator>[] = [
      { header: words.code, value: ({ code }) => code },
      { header: words.general, value: ({ general }) => general },
      { header: words.main, value: ({ main }) => main },
      { header: words.wording, value: ({ wording }) => wording },
      ...(indicators[0]?.levels ?? []).map((_, rank) => ({
        header: fill(words.level, { level: String(rank) }),
        value: ({ levels }: Indicator) => levels[rank] ?? "",
      })),
    ];
    return tableFile("csv", indicatorsFile, columns, indicators);
  });
}
