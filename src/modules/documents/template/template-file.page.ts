import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { DOCX_TYPE } from "#platform/files/file-content.ts";
import { bytesAs, keptFile } from "#platform/http/kept-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { mayReadDesk } from "../documents.policy.ts";
import type { Route } from "./+types/template-file.page";
import { defaultTemplate } from "./default-template.ts";
import { findTemplate } from "./template.store.ts";
import { isTemplateKind } from "./template.ts";

/** The file of a version (?sorte=…&version=…), or of the template that comes with the house. */
export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const kind = searchParams.get("sorte");
  const asked = searchParams.get("version");
  const { app, organizationId, template, known } = await readTenant(
    args,
    async ({ app, tx, actor, organizationId }) => {
      const refusal = mayReadDesk(actor);
      if (refusal) return refusal;
      const id = parseId<"template">(asked);
      const template = id === null ? null : await findTemplate(tx, organizationId, id);
      if (!isTemplateKind(kind) || (asked !== null && template?.kind !== kind))
        return refuse("missing", "template.missing");
      if (template === null && kind === "other") return refuse("missing", "template.noDefault");
      return { app, organizationId, template, known: kind };
    },
  );
  const bytes = template === null ? defaultTemplate(known) : null;
  if (bytes !== null) return bytesAs(bytes, { mediaType: DOCX_TYPE, name: `modele-${known}.docx` }, "attachment");
  const file = { hash: template?.fileHash ?? "", mediaType: DOCX_TYPE, name: template?.fileName ?? "" };
  return keptFile(app, organizationId, file, "attachment");
}
