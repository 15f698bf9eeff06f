import type { Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { Language } from "#kernel/language.ts";
import type { Refusal } from "#kernel/refusal.ts";
import type { IdentityRefusalCode } from "./identity.fr.ts";

/** Identity only: who is signed in on this device. What they may do is read from the cooperative of the path. */
export type SignedIn = {
  readonly userId: Id<"user">;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
};

/** What a request tells of the device it comes from. Made once per request, from the socket and the headers. */
export type Visitor = {
  readonly cookie: string;
  readonly userAgent: string;
  /** The client's own address: proxies are believed only when they are trusted. */
  readonly address: string;
  readonly language: Language;
};

/** The end of an act on one's identity: what it gives, and the Set-Cookie lines to forward. */
export type Done<T> = { readonly refused?: undefined; readonly value: T; readonly cookies: readonly string[] };
export type IdentityRefusal = Refusal<IdentityRefusalCode> & { readonly cookies?: readonly string[] };
export type Answer<T> = Promise<Done<T> | IdentityRefusal>;

export type SignInMethod = "password" | "code" | "backup_code" | "passkey";
export type SignInOutcome = "success" | "code_needed" | "failure" | "too_many";

/** One line of the log of sign-ins that a user sees. */
export type SignInAttempt = {
  readonly at: Instant;
  readonly method: SignInMethod;
  readonly outcome: SignInOutcome;
  readonly address: string;
  readonly userAgent: string;
};

export type OpenSession = {
  readonly id: string;
  readonly openedAt: Instant;
  readonly seenAt: Instant;
  readonly address: string;
  readonly userAgent: string;
  /** The session of the request itself. */
  readonly current: boolean;
};

export type Passkey = { readonly id: string; readonly name: string; readonly addedAt: Instant | null };

/** What a person sees of the protection of their own account. */
export type AccountSecurity = {
  readonly codeEnabled: boolean;
  readonly sessions: readonly OpenSession[];
  readonly passkeys: readonly Passkey[];
  readonly attempts: readonly SignInAttempt[];
};

/** Texts that the library of sign-ins wants sent. `key` is stable for one message: a retry carries it again. */
export type AccountMail = {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** Somebody invited into a cooperative. */
export type Invitation = {
  readonly key: string;
  readonly email: string;
  readonly name: string;
  readonly cooperativeName: string;
};

/** What the application asks of the sign-in library. */
export type Identity = {
  visitor(request: Request, remoteAddress: string | undefined, language: Language): Visitor;
  /** The session of a visitor, and the cookies that keep its short cache fresh. Answers without the database most of the time. */
  recognise(visitor: Visitor): Promise<{ signedIn: SignedIn | null; cookies: readonly string[] }>;
  /** Answers the few routes of /api/auth/* that a browser's script needs (passkeys); 404 for every other one. */
  handle(request: Request, visitor: Visitor): Promise<Response>;

  /** Makes a user with a password, or returns the existing one of this e-mail unchanged. For the operator and the demonstration. */
  ensureUser(input: { email: string; name: string; password: string }): Promise<Id<"user">>;
  /**
   * Gives a person their way in: makes the user when the address is new, and sends a link (seven days, one use) where
   * they choose a password; somebody who already has one is told to sign in. `key` is stable for one invitation.
   */
  invite(input: Invitation): Promise<Id<"user">>;
  /** The same link without a mail, for an instance that has no mail server; null for somebody who can already sign in. */
  invitationLink(input: Pick<Invitation, "email" | "name">): Promise<string | null>;
  /** Those of the users who have a password or a passkey. */
  whoCanSignIn(userIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** True while nobody has ever been given an account here. */
  hasNoUser(): Promise<boolean>;

  signIn(
    visitor: Visitor,
    input: { email: string; password: string; remember: boolean },
  ): Answer<"signedIn" | "codeNeeded">;
  /** A code of the authenticator, or a backup code (recognised by its shape). */
  giveCode(visitor: Visitor, input: { code: string; trustDevice: boolean }): Answer<null>;
  signOut(visitor: Visitor): Answer<null>;
  /** Sends a link when the address is known; says the same thing when it is not. */
  requestReset(visitor: Visitor, email: string): Answer<null>;
  /** True while the link can still be used. */
  linkWorks(token: string): Promise<boolean>;
  /** Chooses a password through a link; every session of the user ends. Gives the address, to sign in right away. */
  resetPassword(visitor: Visitor, input: { token: string; password: string }): Answer<{ email: string }>;
  /** Changes one's own password; the other sessions end. */
  changePassword(visitor: Visitor, input: { current: string; password: string }): Answer<null>;

  /** Asks the password again before something grave. Guesses count as those of a sign-in. */
  confirmPassword(visitor: Visitor, signedIn: SignedIn, password: string): Answer<null>;

  security(signedIn: SignedIn): Promise<AccountSecurity>;
  /** One’s own sign-ins of a year, the latest first. */
  signInLog(signedIn: SignedIn): Promise<readonly SignInAttempt[]>;
  /** Ends one of the user's sessions at once; an unknown id is refused. */
  endSession(signedIn: SignedIn, sessionId: string): Answer<null>;
  endOtherSessions(signedIn: SignedIn): Answer<null>;
  /** First step of the authenticator: what to scan, and ten backup codes shown once. */
  beginCode(visitor: Visitor, password: string): Answer<{ uri: string; backupCodes: readonly string[] }>;
  /** Second step: a first code proves that the authenticator works. */
  confirmCode(visitor: Visitor, code: string): Answer<null>;
  removeCode(visitor: Visitor, password: string): Answer<null>;
  renewBackupCodes(visitor: Visitor, password: string): Answer<readonly string[]>;
  removePasskey(signedIn: SignedIn, passkeyId: string): Answer<null>;

  /** Forgets a user for good: their sign-ins, their passkeys, their log. For whoever belongs to no cooperative any more. */
  forget(userId: string): Promise<void>;
  /** Forgets ended sessions, used-up links, and attempts older than a year. For a daily job. */
  sweep(): Promise<void>;
};
