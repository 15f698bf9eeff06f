import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { en } from "../label.en.ts";
import { fr, type LabelRefusalCode } from "../label.fr.ts";
import { mayReadReferentials } from "../label.policy.ts";
import type { Route } from "./+types/criteria-file.page";
import { criteriaOf, findEdition } from "./referential.store.ts";
import type { Criterion } from "./referential.ts";

/** The criteria as a CSV that the import takes back. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, language }) => {
    const refusal = mayReadReferentials(actor);
    if (refusal) return refusal;
    const id = parseId<"labelEdition">(args.params.editionId);
    const edition = id === null ? null : await findEdition(tx, organizationId, id);
    if (edition === null) return refuse("missing", "referential.missing" satisfies LabelRefusalCode);
    const { draft, levels } = language === "fr" ? fr : en;
    const columns: readonly FileColumn<Criterion>[] = [
      { header: draft.code, value: ({ code }) => code },
      { header: draft.field, value: ({ field }) => field },
      { header: draft.level, value: ({ level }) => levels[level] },
      { header: draft.wording, value: ({ wording }) => wording },
      { header: draft.expected, value: ({ expected }) => expected },
    ];
    return tableFile("csv", draft.file, columns, await criteriaOf(tx, organizationId, edition.id));
  });
}
