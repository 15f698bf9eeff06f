import type { Id } from "#kernel/id.ts";
import { ADDRESS_HEADER, CACHE_SECONDS, type Library } from "./library.ts";
import type { Identity, Visitor } from "./session.ts";

const CACHE_MS = CACHE_SECONDS * 1000;

/** Sessions ended by this process, remembered as long as a browser's cached cookie could still speak for them. */
type EndedSessions = { add(sessionId: string): void; has(sessionId: string): boolean };

/**
 * Reads the session of a visitor. A signed cookie answers for a minute without the database; a session ended here is
 * refused at once, one ended by another process within that minute.
 */
export function recogniser(library: Library, ended: EndedSessions): Identity["recognise"] {
  return async (visitor: Visitor) => {
    if (!visitor.cookie.includes("essaim.session_token=")) return { signedIn: null, cookies: [] };
    const headers = new Headers({ cookie: visitor.cookie, [ADDRESS_HEADER]: visitor.address });
    const { response, headers: given } = await library.api.getSession({ headers, returnHeaders: true });
    const cookies = given.getSetCookie();
    if (response === null || ended.has(response.session.id)) return { signedIn: null, cookies };
    return {
      signedIn: {
        userId: response.user.id as Id<"user">,
        sessionId: response.session.id,
        name: response.user.name,
        email: response.user.email,
      },
      cookies,
    };
  };
}

recogniser.endedSessions = (): EndedSessions => {
  const until = new Map<string, number>();
  return {
    add(sessionId) {
      const now = performance.now();
      // Oldest first: whatever is past can no longer be in a cookie.
      for (const [id, end] of until) {
        if (end > now) break;
        until.delete(id);
      }
      until.delete(sessionId);
      until.set(sessionId, now + CACHE_MS);
    },
    has: (sessionId) => (until.get(sessionId) ?? 0) > performance.now(),
  };
};
