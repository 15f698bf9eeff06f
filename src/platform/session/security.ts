import type pg from "pg";
import type { Instant } from "#kernel/day.ts";
import { refuse } from "#kernel/refusal.ts";
import { ask, refusalOf } from "./ask.ts";
import { ATTEMPT_WINDOW_MINUTES, type AttemptLog, accountKey } from "./attempt.ts";
import type { Library } from "./library.ts";
import type { AccountSecurity, Answer, Identity, OpenSession, Passkey, SignedIn, Visitor } from "./session.ts";
import { done } from "./sign-in.ts";

type Shared = {
  readonly library: Library;
  readonly pool: pg.Pool;
  readonly attempts: AttemptLog;
  readonly key: string;
  readonly origin: string;
  readonly onSessionEnded: (sessionId: string) => void;
};

/** What a person sees and changes of the protection of their own account. */
/** More than anybody reads; a year of sign-ins is far below. */
const MOST_IN_FILE = 10_000;

export function securityActs({ library, pool, attempts, key, origin, onSessionEnded }: Shared) {
  const send = (visitor: Visitor, path: string, body: Record<string, unknown>) =>
    ask(library, origin, visitor, path, body);

  async function end(condition: "=" | "<>", signedIn: SignedIn, sessionId: string): Promise<number> {
    const { rows } = await pool.query<{ id: string }>(
      `delete from auth."session" where "userId" = $1 and id ${condition} $2 returning id`,
      [signedIn.userId, sessionId],
    );
    for (const row of rows) onSessionEnded(row.id);
    return rows.length;
  }

  return {
    signInLog: (signedIn) => attempts.ofUser(signedIn.userId, MOST_IN_FILE),
    async confirmPassword(visitor, signedIn, password): Answer<null> {
      const row = { accountKey: accountKey(key, signedIn.email), userId: signedIn.userId, method: "password" } as const;
      if (await attempts.tooMany(visitor, row.accountKey)) {
        await attempts.record(visitor, { ...row, outcome: "too_many" });
        return refuse(
          "forbidden",
          "identity.tooMany" as const,
          { minutes: String(ATTEMPT_WINDOW_MINUTES) },
          "password",
        );
      }
      const answer = await send(visitor, "/verify-password", { password });
      await attempts.record(visitor, { ...row, outcome: answer.ok ? "success" : "failure" });
      return answer.ok ? done(null, answer.cookies) : refusalOf(answer, "password");
    },

    async security(signedIn): Promise<AccountSecurity> {
      const [user, sessions, passkeys, log] = await Promise.all([
        pool.query<{ codeEnabled: boolean }>(
          'select coalesce("twoFactorEnabled", false) as "codeEnabled" from auth."user" where id = $1',
          [signedIn.userId],
        ),
        pool.query<{ id: string; openedAt: Date; seenAt: Date; address: string | null; userAgent: string | null }>(
          `select id, "createdAt" as "openedAt", "updatedAt" as "seenAt", "ipAddress" as address, "userAgent"
             from auth."session" where "userId" = $1 and "expiresAt" > now() order by "updatedAt" desc`,
          [signedIn.userId],
        ),
        pool.query<{ id: string; name: string | null; addedAt: Date | null }>(
          `select id, name, "createdAt" as "addedAt" from auth."passkey" where "userId" = $1 order by "createdAt"`,
          [signedIn.userId],
        ),
        attempts.ofUser(signedIn.userId),
      ]);
      return {
        codeEnabled: user.rows[0]?.codeEnabled ?? false,
        sessions: sessions.rows.map(
          (row): OpenSession => ({
            id: row.id,
            openedAt: row.openedAt.toISOString() as Instant,
            seenAt: row.seenAt.toISOString() as Instant,
            address: row.address ?? "",
            userAgent: row.userAgent ?? "",
            current: row.id === signedIn.sessionId,
          }),
        ),
        passkeys: passkeys.rows.map(
          (row): Passkey => ({
            id: row.id,
            name: row.name ?? "",
            addedAt: (row.addedAt?.toISOString() as Instant | undefined) ?? null,
          }),
        ),
        attempts: log,
      };
    },

    async endSession(signedIn, sessionId): Answer<null> {
      const ended = await end("=", signedIn, sessionId);
      return ended === 1 ? done(null) : refuse("missing", "identity.noSuchSession" as const);
    },

    async endOtherSessions(signedIn): Answer<null> {
      await end("<>", signedIn, signedIn.sessionId);
      return done(null);
    },

    async beginCode(visitor, password): Answer<{ uri: string; backupCodes: readonly string[] }> {
      const answer = await send(visitor, "/two-factor/enable", { password });
      if (!answer.ok) return refusalOf(answer, "password");
      const { totpURI, backupCodes } = answer.body as { totpURI: string; backupCodes: string[] };
      return done({ uri: totpURI, backupCodes }, answer.cookies);
    },

    async confirmCode(visitor, code): Answer<null> {
      const answer = await send(visitor, "/two-factor/verify-totp", { code: code.replace(/\s/g, "") });
      return answer.ok ? done(null, answer.cookies) : refusalOf(answer, "code");
    },

    async removeCode(visitor, password): Answer<null> {
      const answer = await send(visitor, "/two-factor/disable", { password });
      return answer.ok ? done(null, answer.cookies) : refusalOf(answer, "password");
    },

    async renewBackupCodes(visitor, password): Answer<readonly string[]> {
      const answer = await send(visitor, "/two-factor/generate-backup-codes", { password });
      return answer.ok ? done(answer.body.backupCodes as string[], answer.cookies) : refusalOf(answer, "password");
    },

    async removePasskey(signedIn, passkeyId): Answer<null> {
      const removed = await pool.query('delete from auth."passkey" where id = $1 and "userId" = $2', [
        passkeyId,
        signedIn.userId,
      ]);
      return removed.rowCount === 1 ? done(null) : refuse("missing", "identity.noSuchPasskey" as const);
    },
  } satisfies Partial<Identity>;
}
