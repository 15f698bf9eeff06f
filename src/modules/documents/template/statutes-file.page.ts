import { refuse } from "#kernel/refusal.ts";
import { keptFile } from "#platform/http/kept-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/statutes-file.page";
import { statutesOf, statutesOn } from "./statutes.store.ts";

/** The articles of association, those in force or a version (?version=…): every member of the cooperative may read them. */
export async function loader(args: Route.LoaderArgs) {
  const { app, organizationId, found } = await readTenant(args, async ({ app, tx, organizationId, today }) => {
    const asked = new URL(args.request.url).searchParams.get("version");
    const found =
      asked === null
        ? await statutesOn(tx, organizationId, today)
        : (await statutesOf(tx, organizationId)).find(({ id }) => id === asked);
    return found == null || found.fileHash === null
      ? refuse("missing", "document.missing")
      : { app, organizationId, found };
  });
  const file = { hash: found.fileHash ?? "", mediaType: "application/pdf", name: found.fileName };
  return keptFile(app, organizationId, file, "inline");
}
