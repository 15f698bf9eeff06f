import { appContext, languageContext } from "#platform/http/context.ts";
import { fileFormat, tableFile } from "#platform/http/table-file.ts";
import { requireSignedIn } from "#platform/http/tenant.ts";
import type { Route } from "./+types/sign-in-log.page";
import { deviceName } from "./device.ts";
import { momentText } from "./moment.ts";
import { en } from "./security.en.ts";
import { fr } from "./security.fr.ts";

/** One's own sign-ins of a year as a file: to be kept, or shown to somebody who looks into a theft. */
export async function loader(args: Route.LoaderArgs) {
  const signedIn = requireSignedIn(args);
  const rows = await args.context.get(appContext).identity.signInLog(signedIn);
  const { attempts, sessions } = args.context.get(languageContext) === "fr" ? fr : en;
  const format = fileFormat(new URL(args.request.url).searchParams);
  const columns = [
    { header: attempts.at, value: (row: (typeof rows)[number]) => momentText(row.at) },
    { header: attempts.how, value: (row: (typeof rows)[number]) => attempts.methods[row.method] },
    { header: attempts.result, value: (row: (typeof rows)[number]) => attempts.outcomes[row.outcome] },
    { header: sessions.device, value: (row: (typeof rows)[number]) => deviceName(row.userAgent, sessions) },
    { header: sessions.address, value: (row: (typeof rows)[number]) => row.address },
  ];
  const file = tableFile(format, attempts.file, columns, rows);
  file.headers.set("cache-control", "private, no-store");
  return file;
}
