import type { OrganizationId } from "#kernel/id.ts";
import type { App } from "../app.ts";
import { bytesToServe } from "../files/file-check.store.ts";

/** A kept file as an answer; 404 when its bytes are not there. Nothing of it is run by the browser. */
export async function keptFile(
  app: App,
  organizationId: OrganizationId,
  file: { readonly hash: string; readonly mediaType: string; readonly name: string },
  how: "inline" | "attachment",
): Promise<Response> {
  const bytes = await bytesToServe(app, organizationId, file.hash);
  if (bytes === null) return new Response(null, { status: 404 });
  return bytesAs(bytes, file, how);
}

export function bytesAs(
  bytes: Uint8Array,
  { mediaType, name }: { readonly mediaType: string; readonly name: string },
  how: "inline" | "attachment",
): Response {
  const plain = name.normalize("NFD").replace(/[^\x20-\x7e]|["\\]/g, "");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": mediaType,
      "content-disposition": `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
