import { data, type RouterContextProvider, redirect } from "react-router";
import type { Actor } from "#kernel/actor.ts";
import type { Day, Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Language } from "#kernel/language.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import type { App } from "../app.ts";
import { type Caller, type Command, type ExecuteOptions, execute, fieldsOf, presenceOf } from "../command.ts";
import type { Tx } from "../database/database.ts";
import { withTenant } from "../database/tenant.ts";
import type { SignedIn } from "../session/session.ts";
import { appContext, languageContext, signedInContext } from "./context.ts";

/** The arguments every loader and action receives. The path holds the cooperative: /{cooperative}/… */
export type RouteArguments = {
  readonly request: Request;
  readonly params: { readonly cooperative?: string };
  readonly context: Readonly<RouterContextProvider>;
};

/** What a loader reads with: one transaction of one tenant, and the actor decided for this request. */
export type Reader = {
  readonly app: App;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly organizationId: OrganizationId;
  readonly slug: string;
  readonly now: Instant;
  readonly today: Day;
  /** The cooperative's own: La Réunion is not Paris. */
  readonly timeZone: string;
  readonly language: Language;
};

/** What a form shows after a refusal or input that does not fit: sentences, by field and for the whole. */
export type Problem = {
  readonly code: string;
  readonly sentence: string;
  readonly fields: Readonly<Record<string, string>>;
};

const STATUS = { forbidden: 403, missing: 404, conflict: 409, invalid: 422 } as const;

export function statusOf(refusal: Refusal): number {
  return STATUS[refusal.kind];
}

/** The page of ours that a form was sent from, empty when the browser does not say. */
function pageOfForm(request: Request): string {
  const from = URL.parse(request.headers.get("referer") ?? "");
  return from === null || from.host !== new URL(request.url).host ? "" : from.pathname + from.search;
}

/** The signed-in user, or a redirection to the sign-in page that comes back here. */
export function requireSignedIn(args: RouteArguments): SignedIn {
  const signedIn = args.context.get(signedInContext);
  if (signedIn === null) {
    const url = new URL(args.request.url);
    if (args.request.method === "GET") {
      throw redirect(`/connexion?suite=${encodeURIComponent(url.pathname.replace(/\.data$/, "") + url.search)}`);
    }
    // What was typed waits in the browser, on the page of the form.
    throw redirect(`/connexion?fin=oui&suite=${encodeURIComponent(pageOfForm(args.request))}`);
  }
  return signedIn;
}

/** Whose request it is: a member of the cooperative of the path, or 404. */
export async function callerOf(args: RouteArguments): Promise<{ app: App; caller: Caller; slug: string }> {
  const app = args.context.get(appContext);
  const signedIn = requireSignedIn(args);
  const slug = args.params.cooperative ?? "";
  const organizationId = await app.findOrganization(slug, signedIn.userId);
  if (organizationId === null) throw data(null, { status: 404 });
  return { app, caller: { organizationId, userId: signedIn.userId }, slug };
}

/**
 * Reads for one page. A person who is not a member gets 404, as for a cooperative that does not exist.
 * A refusal returned by the work becomes an answer of its status.
 */
export async function readTenant<T>(
  args: RouteArguments,
  work: (reader: Reader) => Promise<T | Refusal>,
  /** Delegates of another cooperative find no page but those that say so. */
  open: { readonly delegates?: true } = {},
): Promise<T> {
  const { app, caller, slug } = await callerOf(args);
  const language = args.context.get(languageContext);
  const now = app.clock();
  const result = await withTenant(app.database, caller, async (tx) => {
    const presence = await presenceOf(app, tx, caller, now, open.delegates ?? false);
    if (presence === null) throw data(null, { status: 404 });
    const { actor, today, timeZone } = presence;
    return work({ app, tx, actor, organizationId: caller.organizationId, slug, now, today, timeZone, language });
  });
  if (isRefusal(result)) throw data(problemOf(app, result, language), { status: STATUS[result.kind] });
  return result;
}

export function problemOf(app: App, refusal: Refusal, language: Language): Problem {
  const fields: Record<string, string> = {};
  for (const [field, code] of Object.entries(fieldsOf(refusal))) {
    fields[field] = code === refusal.code ? app.sentence(refusal, language) : app.fieldSentence(code, language);
  }
  return { code: refusal.code, sentence: app.sentence(refusal, language), fields };
}

/**
 * Runs a command for an action: its output, or the problem with its status for `data(…)`.
 * The form's hidden field "cle" is the idempotency key: a second click gets the first answer.
 */
export async function runCommand<Input, Output>(
  args: RouteArguments,
  command: Command<Input, Output>,
  input: unknown,
  options: ExecuteOptions = {},
): Promise<{ ok: true; output: Output } | { ok: false; problem: Problem; status: number }> {
  const { app, caller } = await callerOf(args);
  const result = await execute(app, caller, command, input, options);
  if (!isRefusal(result)) return { ok: true, output: result as Output };
  const problem = problemOf(app, result, args.context.get(languageContext));
  return { ok: false, problem, status: STATUS[result.kind] };
}

/** The cooperative's calendar day, to read a day typed as « hier » or « 15/3 ». */
export function todayOf(args: RouteArguments): Promise<Day> {
  return readTenant(args, async ({ today }) => today);
}
