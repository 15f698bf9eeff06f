import { data } from "react-router";
import type { Day, Instant } from "#kernel/day.ts";
import { dayIn } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Language } from "#kernel/language.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import type { App, PublicDoor } from "../app.ts";
import type { ExecuteOptions } from "../command.ts";
import type { Tx } from "../database/database.ts";
import { withTenant } from "../database/tenant.ts";
import { executePublic, type OpenCooperative, type PublicCommand } from "../public-command.ts";
import { appContext, languageContext } from "./context.ts";
import { type Problem, problemOf, type RouteArguments, statusOf } from "./tenant.ts";

/** What a public page reads with: one transaction of one tenant, and nobody's rights. */
export type PublicReader = {
  readonly app: App;
  readonly tx: Tx;
  readonly organizationId: OrganizationId;
  readonly slug: string;
  readonly now: Instant;
  readonly today: Day;
  readonly timeZone: string;
  readonly language: Language;
};

/** The house of the path, if it opened that door; 404 for a closed one and for none at all. */
async function openOf(
  args: RouteArguments,
  door: PublicDoor,
): Promise<{ app: App; open: OpenCooperative; slug: string }> {
  const app = args.context.get(appContext);
  const slug = args.params.cooperative ?? "";
  const open = await app.openDoors[door](slug);
  if (open === null) throw data(null, { status: 404 });
  return { app, open, slug };
}

/** Reads for a page that anybody may open. What it shows is shown to the whole world: it chooses its columns itself. */
export async function readPublic<T>(
  args: RouteArguments,
  work: (reader: PublicReader) => Promise<T | Refusal>,
  door: PublicDoor = "application",
): Promise<T> {
  const { app, open, slug } = await openOf(args, door);
  const language = args.context.get(languageContext);
  const now = app.clock();
  const { organizationId, timeZone } = open;
  const result = await withTenant(app.database, { organizationId, userId: null }, (tx) =>
    work({ app, tx, organizationId, slug, now, today: dayIn(now, timeZone), timeZone, language }),
  );
  if (isRefusal(result)) throw data(problemOf(app, result, language), { status: statusOf(result) });
  return result;
}

/** Runs a public command for an action: its output, or the problem with its status for `data(…)`. */
export async function runPublicCommand<Input, Output>(
  args: RouteArguments,
  command: PublicCommand<Input, Output>,
  input: unknown,
  { door = "application", ...options }: ExecuteOptions & { readonly door?: PublicDoor } = {},
): Promise<{ ok: true; output: Output } | { ok: false; problem: Problem; status: number }> {
  const { app, open } = await openOf(args, door);
  const result = await executePublic(app, open, command, input, options);
  if (!isRefusal(result)) return { ok: true, output: result as Output };
  const problem = problemOf(app, result, args.context.get(languageContext));
  return { ok: false, problem, status: statusOf(result) };
}
