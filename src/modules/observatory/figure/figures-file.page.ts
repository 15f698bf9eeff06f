import { readTenant } from "#platform/http/tenant.ts";
import { mayReadFigures } from "../observatory.policy.ts";
import type { Route } from "./+types/figures-file.page";
import { openDataFile } from "./open-data-file.server.ts";

export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => mayReadFigures(reader.actor) ?? openDataFile(reader, searchParams));
}
