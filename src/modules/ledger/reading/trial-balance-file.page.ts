import type { Route } from "./+types/trial-balance-file.page";
import { balanceFile } from "./trial-balance.page.tsx";

/** The trial balance as a spreadsheet. */
export function loader(args: Route.LoaderArgs) {
  const format = new URL(args.request.url).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  return balanceFile(args as unknown as Parameters<typeof balanceFile>[0], format);
}
