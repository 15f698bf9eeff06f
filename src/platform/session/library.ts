import { passkey } from "@better-auth/passkey";
import { APIError, type Auth, type BetterAuthOptions, betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins";
import type pg from "pg";
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from "./password.ts";

/** Seconds during which a session is believed from its signed cookie, without asking the database. */
export const CACHE_SECONDS = 60;
const DAY = 24 * 3600;

/** Our own headers on the requests made to the library: set by us, never read from the network. */
export const ADDRESS_HEADER = "x-essaim-address";
export const LANGUAGE_HEADER = "x-essaim-language";

export type LibraryOptions = {
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly publicUrl: string;
  readonly sendReset: (message: {
    user: { id: string; name: string; email: string };
    token: string;
    request?: Request;
  }) => Promise<void>;
  readonly onSessionEnded: (sessionId: string) => void;
  readonly onError: (error: unknown) => void;
};

/** What the application uses of the library; its inferred type is too deep to carry around. */
export type Library = Pick<Auth<BetterAuthOptions>, "handler" | "$context"> & {
  readonly api: {
    getSession(input: { headers: Headers; returnHeaders: true }): Promise<{
      headers: Headers;
      response: {
        session: { id: string; token: string };
        user: { id: string; name: string; email: string };
      } | null;
    }>;
  };
};

/** The sign-in library over the schema "auth": people are invited, so it can never register anybody by itself. */
export function openLibrary(options: LibraryOptions): Library {
  const { hostname, protocol, origin } = new URL(options.publicUrl);
  const auth = betterAuth({
    appName: "Essaim",
    baseURL: origin,
    basePath: "/api/auth",
    secret: options.secret,
    database: options.pool,
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MINIMUM,
      maxPasswordLength: PASSWORD_MAXIMUM,
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }, request) => options.sendReset({ user, token, request }),
    },
    session: {
      expiresIn: 7 * DAY,
      updateAge: DAY,
      // An account's protection can be changed during the day after a sign-in; afterwards the password is asked again.
      freshAge: DAY,
      cookieCache: { enabled: true, maxAge: CACHE_SECONDS },
    },
    verification: { storeIdentifier: "hashed" },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 120,
      // Per client address. A cooperative's office shares one: these bound a machine, not a room of people.
      customRules: {
        "/sign-in/email": { window: 60, max: 30 },
        "/two-factor/*": { window: 60, max: 20 },
        "/passkey/*": { window: 60, max: 40 },
        "/request-password-reset": { window: 300, max: 10 },
        "/reset-password": { window: 60, max: 10 },
        "/change-password": { window: 60, max: 10 },
      },
    },
    databaseHooks: {
      session: {
        delete: {
          after: async (session) => options.onSessionEnded(session.id),
        },
      },
    },
    plugins: [
      twoFactor({ issuer: "Essaim", trustDeviceMaxAge: 30 * DAY }),
      passkey({
        rpID: hostname,
        rpName: "Essaim",
        origin,
        // A passkey replaces password and code at once: the device must have recognised its owner.
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        authentication: {
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) {
              throw new APIError("UNAUTHORIZED", { message: "user not verified by the device" });
            }
          },
        },
      }),
    ],
    advanced: {
      cookiePrefix: "essaim",
      useSecureCookies: protocol === "https:",
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 64 },
      // Mail leaves after the answer: how long it takes must not tell whether the address is known.
      backgroundTasks: { handler: (promise) => void promise.catch(options.onError) },
    },
    // Errors only: lower levels would write addresses of e-mail.
    logger: {
      level: "error",
      log: (_level, message, ...details) =>
        options.onError(details.find((detail) => detail instanceof Error) ?? new Error(message)),
    },
    onAPIError: {
      onError: (error) => {
        if (!(error instanceof APIError)) options.onError(error);
      },
    },
  });
  return auth as unknown as Library;
}
