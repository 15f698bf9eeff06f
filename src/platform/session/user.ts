import { randomBytes } from "node:crypto";
import type pg from "pg";
import type { Id } from "#kernel/id.ts";
import type { Clock } from "../clock.ts";
import type { Library } from "./library.ts";

const INVITATION_DAYS = 7;
const DAY_MS = 86_400_000;

export type UserRow = { id: Id<"user">; email: string; name: string; hasPassword: boolean };

/** People with an account here, whatever cooperatives they belong to. */
export function userDirectory(pool: pg.Pool, library: Library, now: Clock, origin: string) {
  async function find(column: "email" | "id", value: string): Promise<UserRow | null> {
    const { rows } = await pool.query<UserRow>(
      `select u.id, u.email, u.name,
          exists (select 1 from auth."account" a
            where a."userId" = u.id and a."providerId" = 'credential' and a."password" is not null) as "hasPassword"
         from auth."user" u where u.${column} = $1`,
      [value],
    );
    return rows[0] ?? null;
  }

  async function create(input: { email: string; name: string }): Promise<UserRow> {
    const email = input.email.trim().toLowerCase();
    const found = await find("email", email);
    if (found) return found;
    const { internalAdapter } = await library.$context;
    try {
      await internalAdapter.createUser({ email, name: input.name, emailVerified: true }, { method: "admin" });
    } catch (error) {
      // Somebody else made it at the same moment.
      if ((await find("email", email)) === null) throw error;
    }
    const made = await find("email", email);
    if (made === null) throw new Error("the user just made cannot be found");
    return made;
  }

  return {
    byEmail: (email: string) => find("email", email.trim().toLowerCase()),
    byId: (id: string) => find("id", id),

    async ensureUser(input: { email: string; name: string; password: string }): Promise<Id<"user">> {
      const user = await create(input);
      if (user.hasPassword) return user.id;
      const { internalAdapter, password } = await library.$context;
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: "credential",
        accountId: user.id,
        password: await password.hash(input.password),
      });
      return user.id;
    },

    async ensureInvited(input: { email: string; name: string }) {
      const { id, hasPassword } = await create(input);
      return { userId: id, hasPassword };
    },

    async invitationLink(userId: Id<"user">): Promise<string> {
      const token = randomBytes(24).toString("base64url");
      const { internalAdapter } = await library.$context;
      await internalAdapter.createVerificationValue({
        identifier: `reset-password:${token}`,
        value: userId,
        expiresAt: new Date(Date.parse(now()) + INVITATION_DAYS * DAY_MS),
      });
      return `${origin}/mot-de-passe/${token}`;
    },

    async whoCanSignIn(userIds: readonly string[]): Promise<ReadonlySet<string>> {
      const { rows } = await pool.query<{ id: string }>(
        `select "userId" as id from auth."account" where "userId" = any($1) and "password" is not null
         union select "userId" from auth."passkey" where "userId" = any($1)`,
        [userIds],
      );
      return new Set(rows.map((row) => row.id));
    },

    async hasNoUser(): Promise<boolean> {
      const { rows } = await pool.query<{ none: boolean }>('select not exists (select 1 from auth."user") as none');
      return rows[0]?.none ?? false;
    },

    /** The user whose password a link may choose; null when it was used, is too old or never existed. */
    async behindLink(token: string): Promise<UserRow | null> {
      const { internalAdapter } = await library.$context;
      const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
      if (!found || found.expiresAt.getTime() < Date.parse(now())) return null;
      return find("id", found.value);
    },
  };
}

export type UserDirectory = ReturnType<typeof userDirectory>;
