import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { type FileStore, findFile } from "#platform/files/file-store.ts";
import type { PrintableBrand } from "#platform/pdf/printable-document.ts";

const LOGO_FORMATS: Readonly<Record<string, "png" | "jpg" | "svg">> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/svg+xml": "svg",
};

/** The logo that a document was frozen with; none when the file is not the tenant's, or not a picture. */
export async function loadLogo(
  tx: Tx,
  files: FileStore,
  organizationId: OrganizationId,
  hash: string | null,
): Promise<PrintableBrand["logo"]> {
  if (hash === null) return undefined;
  const file = await findFile(tx, organizationId, hash);
  const bytes = file === null ? null : await files.get(hash);
  const format = file === null ? undefined : LOGO_FORMATS[file.mediaType];
  return bytes === null || format === undefined ? undefined : { format, bytes };
}
