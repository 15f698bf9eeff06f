import { createHmac } from "node:crypto";
import type pg from "pg";
import { fill, type Language } from "#kernel/language.ts";
import { type Clock, systemClock } from "../clock.ts";
import { clientAddress, trustedProxyList } from "../http/client-address.ts";
import { attemptLog } from "./attempt.ts";
import { en } from "./identity.en.ts";
import { fr } from "./identity.fr.ts";
import { LANGUAGE_HEADER, openLibrary } from "./library.ts";
import { recogniser } from "./recognise.ts";
import { securityActs } from "./security.ts";
import type { AccountMail, Identity, Visitor } from "./session.ts";
import { signInActs } from "./sign-in.ts";
import { userDirectory } from "./user.ts";

const MAILS = { fr: fr.mails, en: en.mails } as const;

export type IdentityOptions = {
  /** The pool of the role "auth". */
  readonly pool: pg.Pool;
  /** The instance's secret: cookies and links are signed with a key derived from it. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  readonly sendMail: (mail: AccountMail) => Promise<void>;
  /** Defects of the library: logged by the caller, without what people typed. */
  readonly onError?: (error: unknown) => void;
  readonly clock?: Clock;
};

/** Who is signed in, over the sign-in library and the schema "auth". Throws on a trusted proxy that is not an address. */
export function createIdentity(options: IdentityOptions): Identity {
  const { pool, publicUrl, sendMail } = options;
  const onError = options.onError ?? (() => {});
  // The machine's clock, never the demonstration's: sessions and guesses live in real time.
  const now = options.clock ?? systemClock;
  const key = createHmac("sha256", options.secret).update("sign-in library").digest("base64url");
  const trusted = trustedProxyList(options.trustedProxies);
  const { origin } = new URL(publicUrl);

  async function sendFrom(
    kind: keyof typeof fr.mails,
    language: Language,
    user: { name: string; email: string },
    link: string,
  ): Promise<void> {
    const words = MAILS[language][kind];
    const mailKey = createHmac("sha256", key).update(`${kind} ${user.email} ${link} ${now()}`).digest("hex");
    const text = fill(words.text, { name: user.name, link });
    await sendMail({ key: mailKey, to: user.email, subject: words.subject, text });
  }

  const cacheOfEnded = recogniser.endedSessions();
  const library = openLibrary({
    pool,
    secret: key,
    publicUrl,
    onError,
    onSessionEnded: (sessionId) => cacheOfEnded.add(sessionId),
    sendReset: ({ user, token, request }) =>
      sendFrom("reset", languageOf(request), user, `${origin}/mot-de-passe/${token}`),
  });
  const attempts = attemptLog(pool, now);
  const users = userDirectory(pool, library, now, origin);
  const recognise = recogniser(library, cacheOfEnded);
  const shared = { library, pool, attempts, users, key, origin };

  return {
    visitor(request: Request, remoteAddress: string | undefined, language: Language): Visitor {
      return {
        cookie: request.headers.get("cookie") ?? "",
        userAgent: request.headers.get("user-agent") ?? "",
        address: clientAddress(remoteAddress, request.headers.get("x-forwarded-for"), trusted),
        language,
      };
    },
    recognise,
    ensureUser: users.ensureUser,
    async invite({ key: mailKey, email, name, cooperativeName }) {
      const { userId, hasPassword } = await users.ensureInvited({ email, name });
      const words = MAILS.fr[hasPassword ? "welcome" : "invitation"];
      const link = hasPassword ? `${origin}/connexion` : await users.invitationLink(userId);
      await sendMail({
        key: mailKey,
        to: email,
        subject: fill(words.subject, { cooperative: cooperativeName }),
        text: fill(words.text, { name, cooperative: cooperativeName, link }),
      });
      return userId;
    },
    async invitationLink(input) {
      const { userId, hasPassword } = await users.ensureInvited(input);
      return hasPassword ? null : users.invitationLink(userId);
    },
    whoCanSignIn: users.whoCanSignIn,
    hasNoUser: users.hasNoUser,
    linkWorks: async (token) => (await users.behindLink(token)) !== null,
    ...signInActs({
      ...shared,
      passwordChanged: (user, language) =>
        sendFrom("changed", language, user, `${origin}/mot-de-passe-oublie`).catch(onError),
    }),
    ...securityActs({ ...shared, onSessionEnded: (sessionId) => cacheOfEnded.add(sessionId) }),
    async forget(userId) {
      await pool.query('delete from auth."verification" where value = $1', [userId]);
      await pool.query('delete from auth."user" where id = $1', [userId]);
    },
    async sweep() {
      await attempts.forgetOld();
      await pool.query('delete from auth."session" where "expiresAt" < $1', [now()]);
      await pool.query('delete from auth."verification" where "expiresAt" < $1', [now()]);
    },
  };
}

function languageOf(request: Request | undefined): Language {
  return request?.headers.get(LANGUAGE_HEADER) === "en" ? "en" : "fr";
}
