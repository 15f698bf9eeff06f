import { refuse } from "#kernel/refusal.ts";
import type { IdentityRefusalCode } from "./identity.fr.ts";
import { ADDRESS_HEADER, LANGUAGE_HEADER, type Library } from "./library.ts";
import type { IdentityRefusal, Visitor } from "./session.ts";

/** What the library answered to one of our own requests. */
export type LibraryAnswer = {
  readonly ok: boolean;
  /** The library's error code, "" when there is none. */
  readonly code: string;
  readonly body: Record<string, unknown>;
  readonly cookies: readonly string[];
};

export function headersFor(visitor: Visitor, origin: string): Headers {
  const headers = new Headers({ origin, [ADDRESS_HEADER]: visitor.address, [LANGUAGE_HEADER]: visitor.language });
  if (visitor.cookie !== "") headers.set("cookie", visitor.cookie);
  if (visitor.userAgent !== "") headers.set("user-agent", visitor.userAgent);
  return headers;
}

/**
 * Asks the library through its own HTTP door, in process: rate limits, origin check and hooks all apply,
 * which a direct call of its functions would skip.
 */
export async function ask(
  library: Library,
  origin: string,
  visitor: Visitor,
  path: string,
  body: Record<string, unknown>,
): Promise<LibraryAnswer> {
  const headers = headersFor(visitor, origin);
  headers.set("content-type", "application/json");
  const response = await library.handler(
    new Request(`${origin}/api/auth${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
  );
  const text = await response.text();
  let parsed: Record<string, unknown> = {};
  try {
    parsed = (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    // A defect answers with an empty body: the status tells.
  }
  if (response.status >= 500) throw new Error(`the sign-in library failed on ${path} with ${response.status}`);
  const code = response.status === 429 && parsed.code === undefined ? "SLOW_DOWN" : String(parsed.code ?? "");
  return { ok: response.ok, code, body: parsed, cookies: response.headers.getSetCookie() };
}

/** Library codes that mean the same thing wherever they come from. */
const REFUSALS: Readonly<Record<string, IdentityRefusalCode>> = {
  SLOW_DOWN: "identity.slowDown",
  INVALID_EMAIL_OR_PASSWORD: "identity.wrong",
  INVALID_EMAIL: "identity.wrong",
  INVALID_CODE: "identity.wrongCode",
  INVALID_BACKUP_CODE: "identity.wrongCode",
  INVALID_TWO_FACTOR_COOKIE: "identity.codeExpired",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "identity.codeExpired",
  TOTP_NOT_ENABLED: "identity.codeExpired",
  BACKUP_CODES_NOT_ENABLED: "identity.codeExpired",
  TWO_FACTOR_NOT_ENABLED: "identity.codeExpired",
  INVALID_PASSWORD: "identity.wrongPassword",
  INVALID_TOKEN: "identity.linkExpired",
  USER_NOT_FOUND: "identity.linkExpired",
  TOTP_ALREADY_ENABLED: "identity.codeAlreadySet",
  UNAUTHORIZED: "identity.signedOut",
  SESSION_EXPIRED: "identity.signedOut",
  SESSION_NOT_FRESH: "identity.signedOut",
};

/** The refusal of an answer. A code that nobody foresaw is a defect, not a sentence. */
export function refusalOf(answer: LibraryAnswer, field?: string): IdentityRefusal {
  if (answer.code === "ACCOUNT_TEMPORARILY_LOCKED") {
    return { ...refuse("forbidden", "identity.tooMany" as const, { minutes: "15" }, field), cookies: answer.cookies };
  }
  const code = REFUSALS[answer.code];
  if (code === undefined) throw new Error(`unforeseen answer of the sign-in library: ${answer.code}`);
  return { ...refuse("invalid", code, {}, field), cookies: answer.cookies };
}
