import { redirect } from "react-router";
import type { IdentityRefusal, Visitor } from "../session/session.ts";
import { appContext, languageContext, visitorContext } from "./context.ts";
import { type Problem, problemOf, type RouteArguments } from "./tenant.ts";

type WithContext = Pick<RouteArguments, "context">;

/** The device behind a request, for the acts of signing in. */
export function visitorOf(args: WithContext): Visitor {
  return args.context.get(visitorContext);
}

/** Headers that forward the cookies of the sign-in library, and one's own. */
export function cookieHeaders(cookies: readonly string[] = [], more: Record<string, string> = {}): Headers {
  const headers = new Headers(more);
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return headers;
}

/** Goes on to a page with the cookies of what was just done. */
export function redirectWithCookies(path: string, cookies: readonly string[] = [], more?: Record<string, string>) {
  return redirect(path, { headers: cookieHeaders(cookies, more) });
}

const STATUS = { forbidden: 403, missing: 404, conflict: 409, invalid: 422 } as const;

/** What a form shows after a refused act on one's identity: its problem, its status, its cookies. */
export function refusedAct(
  args: WithContext,
  refusal: IdentityRefusal,
): { problem: Problem; status: number; headers: Headers } {
  const problem = problemOf(args.context.get(appContext), refusal, args.context.get(languageContext));
  return { problem, status: STATUS[refusal.kind], headers: cookieHeaders(refusal.cookies) };
}

/** A problem of one's own making: a field left empty before anything was asked. */
export function fieldProblem(args: WithContext, fields: Readonly<Record<string, string>>): Problem {
  const app = args.context.get(appContext);
  const language = args.context.get(languageContext);
  const sentences = Object.entries(fields).map(([field, code]) => [field, app.fieldSentence(code, language)] as const);
  return {
    code: "input.invalid",
    sentence: app.sentence({ refused: true, kind: "invalid", code: "input.invalid", facts: {} }, language),
    fields: Object.fromEntries(sentences),
  };
}
