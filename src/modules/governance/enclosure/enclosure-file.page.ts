import { parseId } from "#kernel/id.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { keptFile } from "#platform/http/kept-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { openAssemblyPage } from "../assembly/assembly-reading.store.ts";
import type { Route } from "./+types/enclosure-file.page";
import { findEnclosure } from "./enclosure.store.ts";

/** A document of an assembly, for those who read the assembly. */
export async function loader(args: Route.LoaderArgs) {
  const { app, organizationId, file } = await readTenant(args, async (reader) => {
    const id = parseId<"enclosure">(args.params.enclosureId);
    const found = id === null ? null : await findEnclosure(reader.tx, reader.organizationId, id);
    if (found === null) return refuse("missing", "enclosure.missing");
    const opened = await openAssemblyPage(reader, found.assemblyId);
    if (isRefusal(opened)) return refuse("missing", "enclosure.missing");
    const { fileHash: hash, fileName: name, mediaType } = found;
    return { app: reader.app, organizationId: reader.organizationId, file: { hash, name, mediaType } };
  });
  return keptFile(app, organizationId, file, "inline");
}
