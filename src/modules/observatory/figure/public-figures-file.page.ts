import { readPublic } from "#platform/http/public-tenant.ts";
import type { Route } from "./+types/public-figures-file.page";
import { openDataFile } from "./open-data-file.server.ts";

export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readPublic(args, (reader) => openDataFile(reader, searchParams), "network");
}
