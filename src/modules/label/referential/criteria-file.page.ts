import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { writeCsv } from "#platform/files/record-text.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { en } from "../label.en.ts";
import { fr, type LabelRefusalCode } from "../label.fr.ts";
import { mayReadReferentials } from "../label.policy.ts";
import type { Route } from "./+types/criteria-file.page";
import { criteriaOf, findEdition } from "./referential.store.ts";

/** The criteria as a CSV that the import takes back. */
export async function loader(args: Route.LoaderArgs) {
  const { text, name } = await readTenant(args, async ({ tx, actor, organizationId, language }) => {
    const refusal = mayReadReferentials(actor);
    if (refusal) return refusal;
    const id = parseId<"labelEdition">(args.params.editionId);
    const edition = id === null ? null : await findEdition(tx, organizationId, id);
    if (edition === null) return refuse("missing", "referential.missing" satisfies LabelRefusalCode);
    const words = language === "fr" ? fr : en;
    const { code, field, level, wording, expected, file } = words.draft;
    const criteria = await criteriaOf(tx, organizationId, edition.id);
    return {
      name: file,
      text: writeCsv(
        [code, field, level, wording, expected],
        criteria.map((one) => [one.code, one.field, words.levels[one.level], one.wording, one.expected]),
      ),
    };
  });
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
