import { bytesToServe } from "#platform/files/file-check.store.ts";
import { findFile } from "#platform/files/file-store.ts";
import type { Route } from "./+types/client-logo.page";
import { logoOf } from "./client-document.store.ts";
import { CLIENT_HEADERS, readAsClient } from "./client-door.store.ts";

/** The logo that the document was frozen with, for whoever the address opens the document to. */
export async function loader(args: Route.LoaderArgs) {
  const { file, app, organizationId } = await readAsClient(args, async (opened) => {
    const hash = await logoOf(opened);
    const file = hash === null ? null : await findFile(opened.tx, opened.organizationId, hash);
    return file === null ? null : { ...opened, file };
  });
  const bytes = await bytesToServe(app, organizationId, file.hash);
  if (bytes === null) throw new Response(null, { status: 404, headers: CLIENT_HEADERS });
  return new Response(new Uint8Array(bytes), {
    headers: { ...CLIENT_HEADERS, "cache-control": "private, max-age=300", "content-type": file.mediaType },
  });
}
