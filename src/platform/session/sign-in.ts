import type pg from "pg";
import type { Language } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { ask, headersFor, refusalOf } from "./ask.ts";
import { ATTEMPT_WINDOW_MINUTES, type AttemptLog, accountKey } from "./attempt.ts";
import type { Library } from "./library.ts";
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM, passwordProblem } from "./password.ts";
import type { Answer, Done, Identity, IdentityRefusal, Visitor } from "./session.ts";
import type { UserDirectory, UserRow } from "./user.ts";

type Shared = {
  readonly library: Library;
  readonly pool: pg.Pool;
  readonly attempts: AttemptLog;
  readonly users: UserDirectory;
  readonly key: string;
  readonly origin: string;
  readonly passwordChanged: (user: UserRow, language: Language) => Promise<void>;
};

/** Routes of the library that a browser's own script may call: nothing else needs one. */
const BROWSER_ROUTES = new Set([
  "GET /api/auth/passkey/generate-authenticate-options",
  "POST /api/auth/passkey/verify-authentication",
  "GET /api/auth/passkey/generate-register-options",
  "POST /api/auth/passkey/verify-registration",
]);

export function done<T>(value: T, cookies: readonly string[] = []): Done<T> {
  return { value, cookies };
}

/** Why a chosen password is refused, beside its field; null when it can be taken. */
export function refusePassword(password: string, email: string): IdentityRefusal | null {
  const problem = passwordProblem(password, email);
  if (problem === null) return null;
  const facts = { minimum: String(PASSWORD_MINIMUM), maximum: String(PASSWORD_MAXIMUM) };
  return refuse("invalid", problem, facts, "password");
}

/** Signing in and out, and passwords: each act is a plain form, each try is written in the log of sign-ins. */
export function signInActs(shared: Shared) {
  const { library, attempts, users, key, origin } = shared;
  const send = (visitor: Visitor, path: string, body: Record<string, unknown>) =>
    ask(library, origin, visitor, path, body);

  return {
    async signIn(visitor, input): Answer<"signedIn" | "codeNeeded"> {
      const account = accountKey(key, input.email);
      const user = await users.byEmail(input.email);
      const row = { accountKey: account, userId: user?.id ?? null, method: "password" } as const;
      if (await attempts.tooMany(visitor, account)) {
        await attempts.record(visitor, { ...row, outcome: "too_many" });
        return refuse("forbidden", "identity.tooMany" as const, { minutes: String(ATTEMPT_WINDOW_MINUTES) });
      }
      const answer = await send(visitor, "/sign-in/email", {
        email: input.email.trim().toLowerCase(),
        password: input.password,
        rememberMe: input.remember,
      });
      if (!answer.ok) {
        if (answer.code !== "SLOW_DOWN") await attempts.record(visitor, { ...row, outcome: "failure" });
        return refusalOf(answer);
      }
      const codeNeeded = answer.body.twoFactorRedirect === true;
      await attempts.record(visitor, { ...row, outcome: codeNeeded ? "code_needed" : "success" });
      return done(codeNeeded ? "codeNeeded" : "signedIn", answer.cookies);
    },

    async giveCode(visitor, input): Answer<null> {
      const code = input.code.replace(/\s/g, "");
      const isBackup = !/^\d{6}$/.test(code);
      const method = isBackup ? "backup_code" : "code";
      const userId = await userAwaitingCode(library, visitor);
      const answer = await send(visitor, isBackup ? "/two-factor/verify-backup-code" : "/two-factor/verify-totp", {
        code: isBackup && code.length === 10 ? `${code.slice(0, 5)}-${code.slice(5)}` : code,
        trustDevice: input.trustDevice,
      });
      if (answer.ok) {
        await attempts.record(visitor, { accountKey: null, userId, method, outcome: "success" });
        return done(null, answer.cookies);
      }
      const refusal = refusalOf(answer, "code");
      if (userId !== null && refusal.code === "identity.wrongCode") {
        await attempts.record(visitor, { accountKey: null, userId, method, outcome: "failure" });
      }
      return refusal;
    },

    async signOut(visitor): Answer<null> {
      const answer = await send(visitor, "/sign-out", {});
      return done(null, answer.cookies);
    },

    async requestReset(visitor, email): Answer<null> {
      const answer = await send(visitor, "/request-password-reset", { email: email.trim().toLowerCase() });
      return answer.ok ? done(null) : refusalOf(answer, "email");
    },

    async resetPassword(visitor, { token, password }): Answer<{ email: string }> {
      const user = await users.behindLink(token);
      if (user === null) return refuse("invalid", "identity.linkExpired" as const);
      const problem = refusePassword(password, user.email);
      if (problem !== null) return problem;
      const answer = await send(visitor, "/reset-password", { token, newPassword: password });
      if (!answer.ok) return refusalOf(answer);
      // A first password, chosen through an invitation, is no news to its owner.
      if (user.hasPassword) await shared.passwordChanged(user, visitor.language);
      return done({ email: user.email }, answer.cookies);
    },

    async changePassword(visitor, { current, password }): Answer<null> {
      const user = await currentUser(library, users, visitor, origin);
      if (user === null) return refuse("forbidden", "identity.signedOut" as const);
      const problem = refusePassword(password, user.email);
      if (problem !== null) return problem;
      const answer = await send(visitor, "/change-password", {
        currentPassword: current,
        newPassword: password,
        revokeOtherSessions: true,
      });
      if (!answer.ok) return refusalOf(answer, "current");
      await shared.passwordChanged(user, visitor.language);
      return done(null, answer.cookies);
    },

    async handle(request, visitor): Promise<Response> {
      const { pathname } = new URL(request.url);
      if (!BROWSER_ROUTES.has(`${request.method} ${pathname}`)) return new Response(null, { status: 404 });
      const headers = headersFor(visitor, origin);
      const body = request.method === "POST" ? await request.text() : undefined;
      if (body !== undefined) headers.set("content-type", "application/json");
      const response = await library.handler(
        new Request(`${origin}${pathname}${new URL(request.url).search}`, { method: request.method, headers, body }),
      );
      if (pathname.endsWith("/verify-authentication")) {
        const userId = await passkeyOwner(shared.pool, body ?? "");
        const outcome = response.ok ? "success" : "failure";
        if (userId !== null) await attempts.record(visitor, { accountKey: null, userId, method: "passkey", outcome });
      }
      return response;
    },
  } satisfies Partial<Identity>;
}

async function currentUser(
  library: Library,
  users: UserDirectory,
  visitor: Visitor,
  origin: string,
): Promise<UserRow | null> {
  const { response } = await library.api.getSession({ headers: headersFor(visitor, origin), returnHeaders: true });
  return response === null ? null : users.byId(response.user.id);
}

/** Who has given a right password and not yet the code: for the log only, the library checks the cookie's signature. */
async function userAwaitingCode(library: Library, visitor: Visitor): Promise<string | null> {
  const value = /(?:^|;\s*)(?:__Secure-)?essaim\.two_factor=([^;]+)/.exec(visitor.cookie)?.[1];
  const identifier = value === undefined ? "" : (safeDecode(value).split(".")[0] ?? "");
  if (identifier === "") return null;
  const { internalAdapter } = await library.$context;
  const found = await internalAdapter.findVerificationValue(identifier);
  return found?.value ?? null;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

async function passkeyOwner(pool: pg.Pool, body: string): Promise<string | null> {
  let id: unknown;
  try {
    id = (JSON.parse(body) as { response?: { id?: unknown } }).response?.id;
  } catch {
    return null;
  }
  if (typeof id !== "string") return null;
  const { rows } = await pool.query<{ userId: string }>(
    'select "userId" from auth."passkey" where "credentialID" = $1',
    [id],
  );
  return rows[0]?.userId ?? null;
}
