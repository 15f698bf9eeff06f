import type { Id } from "#kernel/id.ts";

/** Identity only: who is signed in on this device. What they may do is read from the cooperative of the path. */
export type SignedIn = {
  readonly userId: Id<"user">;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
};

/** What the application asks of the sign-in library. */
export type Identity = {
  /** The session of a request, or null. */
  signedIn(request: Request): Promise<SignedIn | null>;
  /** Answers /api/auth/*: the library's own routes. */
  handle(request: Request): Promise<Response>;
  /** Makes a user with a password, or returns the existing one of this e-mail. For the operator and the demonstration. */
  ensureUser(input: { email: string; name: string; password: string }): Promise<Id<"user">>;
};
