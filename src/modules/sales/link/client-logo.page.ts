import { findFile } from "#platform/files/file-store.ts";
import type { Route } from "./+types/client-logo.page";
import { logoOf } from "./client-document.store.ts";
import { CLIENT_HEADERS, readAsClient } from "./client-door.store.ts";

/** The logo that the document was frozen with, for whoever the address opens the document to. */
export async function loader(args: Route.LoaderArgs) {
  const { file, bytes } = await readAsClient(args, async (opened) => {
    const hash = await logoOf(opened);
    const file = hash === null ? null : await findFile(opened.tx, opened.organizationId, hash);
    const bytes = file === null ? null : await opened.app.files.get(file.hash);
    return file === null || bytes === null ? null : { file, bytes };
  });
  return new Response(new Uint8Array(bytes), {
    headers: { ...CLIENT_HEADERS, "cache-control": "private, max-age=300", "content-type": file.mediaType },
  });
}
