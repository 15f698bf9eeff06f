import { createHmac } from "node:crypto";
import type pg from "pg";
import type { Instant } from "#kernel/day.ts";
import { newId } from "../id.ts";
import type { SignInAttempt, SignInMethod, SignInOutcome, Visitor } from "./session.ts";

/** How long failures count, in minutes, and how many stop an account: from one address, and from everywhere. */
export const ATTEMPT_WINDOW_MINUTES = 15;
const FROM_ONE_ADDRESS = 10;
const FROM_EVERYWHERE = 100;
const SHOWN = 12;

/** The name typed, unreadable without the instance's secret: guesses on unknown addresses are slowed down alike. */
export function accountKey(secret: string, email: string): string {
  return createHmac("sha256", secret).update(`account ${email.trim().toLowerCase()}`).digest("base64url");
}

export type AttemptRow = {
  readonly accountKey: string | null;
  readonly userId: string | null;
  readonly method: SignInMethod;
  readonly outcome: SignInOutcome;
};

/** The log of sign-ins: append, read one's own, count failures. No name and no address of e-mail is written. */
export function attemptLog(pool: pg.Pool, now: () => Instant) {
  return {
    async record(visitor: Visitor, row: AttemptRow): Promise<void> {
      const at = now();
      await pool.query(
        `insert into auth.sign_in_attempt (id, account_key, user_id, at, method, outcome, address, user_agent)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          newId(at),
          row.accountKey,
          row.userId,
          at,
          row.method,
          row.outcome,
          visitor.address,
          visitor.userAgent.slice(0, 300),
        ],
      );
    },

    /** True when guesses on this account must wait, for this address or for everybody. A success forgives. */
    async tooMany(visitor: Visitor, key: string): Promise<boolean> {
      const { rows } = await pool.query<{ here: number; everywhere: number }>(
        `select (count(*) filter (where address = $3))::int as here, count(*)::int as everywhere
           from auth.sign_in_attempt f
          where account_key = $1 and outcome = 'failure' and at > $2::timestamptz - make_interval(mins => $4)
            and not exists (select 1 from auth.sign_in_attempt s
                 where s.account_key = $1 and s.at > f.at and s.outcome in ('success', 'code_needed') and s.address = f.address)`,
        [key, now(), visitor.address, ATTEMPT_WINDOW_MINUTES],
      );
      const counts = rows[0];
      return counts !== undefined && (counts.here >= FROM_ONE_ADDRESS || counts.everywhere >= FROM_EVERYWHERE);
    },

    /** One’s own, the latest first; what is older than a year is forgotten. */
    async ofUser(userId: string, most: number = SHOWN): Promise<SignInAttempt[]> {
      const { rows } = await pool.query<Omit<SignInAttempt, "at"> & { at: Date }>(
        `select at, method, outcome, address, user_agent as "userAgent"
           from auth.sign_in_attempt where user_id = $1 order by at desc limit $2`,
        [userId, most],
      );
      return rows.map((row) => ({ ...row, at: row.at.toISOString() as Instant }));
    },

    async forgetOld(): Promise<void> {
      await pool.query("delete from auth.sign_in_attempt where at < $1::timestamptz - interval '1 year'", [now()]);
    },
  };
}

export type AttemptLog = ReturnType<typeof attemptLog>;
