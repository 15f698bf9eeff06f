import { randomBytes } from "node:crypto";
import { statfs } from "node:fs/promises";
import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { Logger } from "pino";
import { isDatabaseAway, isDiskFull } from "#platform/database/away.ts";
import { loggedPath } from "#platform/http/logged-path.ts";
import { type StatusWord, statusPage, statusText } from "./status-page.ts";

/** Beyond it, an answer that does not come makes us ask whether the database is there at all. */
const PATIENCE_MS = 5_000;
const LOW_DISK_BYTES = 8 * 1024 * 1024;
const TRY_AGAIN_SECONDS = 5;

/** What stands between the network and the application: it answers calmly when the application cannot. */
export type Gate = {
  fetch(request: Request, env: HttpBindings): Promise<Response>;
  /** From now on requests reach the application. */
  open(server: Hono, ready: () => Promise<boolean>): void;
  /** Resolves when no request is being answered, or after the time given. True when all were answered. */
  drained(milliseconds: number): Promise<boolean>;
};

/** `ready`: whether the database answers; it tells soon, whatever happens. */
type Application = { readonly server: Hono; readonly ready: () => Promise<boolean> };

/**
 * Before the application is there, while its database is away, and when the disk is full, a whole page says so in French
 * and English with 503, and opens by itself afterwards. Writes one structured line per request.
 */
export function createGate(log: Logger, dataDirectory: string, patience = PATIENCE_MS): Gate {
  let application: Application | null = null;
  let answering = 0;
  let waiting: (() => void) | null = null;

  async function answer(request: Request, env: HttpBindings): Promise<Response> {
    if (application === null) return away(request, "starting");
    const response = await answerOfApplication(application, request, env);
    if (response.status !== 500) return response;
    // The defect itself is in the log already; here we only look for a cause that the visitor can be told.
    if (!(await application.ready())) return databaseAway(request, dataDirectory);
    if (await hasNoRoom(dataDirectory)) return away(request, "diskFull");
    return response;
  }

  /** Its answer; or, when the database took the question and never answers, the page that says so. */
  async function answerOfApplication({ server, ready }: Application, request: Request, env: HttpBindings) {
    const answer = Promise.resolve(server.fetch(request, env));
    for (;;) {
      const response = await within(answer, patience);
      if (response !== null) return response;
      // A long work of a database that answers others is waited for.
      if (!(await ready())) {
        answer.catch(() => {});
        return databaseAway(request, dataDirectory);
      }
    }
  }

  return {
    async fetch(request, env) {
      const began = performance.now();
      answering += 1;
      try {
        const response = await answer(request, env);
        const { pathname } = new URL(request.url);
        const quiet = response.status < 400 && /^\/(assets\/|healthz|readyz|favicon)/.test(pathname);
        log[quiet ? "debug" : "info"](
          {
            method: request.method,
            path: loggedPath(pathname),
            status: response.status,
            ms: Math.round(performance.now() - began),
          },
          "request",
        );
        return response;
      } finally {
        answering -= 1;
        if (answering === 0) waiting?.();
      }
    },
    open(server, ready) {
      server.onError((error, c) => {
        log.error({ err: error, method: c.req.method, path: loggedPath(c.req.path) }, "request failed");
        // It may answer again already: the cause is in the error itself.
        if (isDiskFull(error)) return away(c.req.raw, "diskFull");
        if (isDatabaseAway(error)) return databaseAway(c.req.raw, dataDirectory);
        return page(c.req.raw, "failed", 500, null);
      });
      application = { server, ready };
    },
    drained(milliseconds) {
      if (answering === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), milliseconds);
        waiting = () => {
          clearTimeout(timer);
          resolve(true);
        };
      });
    },
  };
}

/** A database of ours that cannot write stops, and starts again when there is room: the disk is then what to look at. */
async function databaseAway(request: Request, dataDirectory: string): Promise<Response> {
  if (await hasNoRoom(dataDirectory)) return away(request, "diskFull");
  const safe = request.method === "GET" || request.method === "HEAD";
  return away(request, safe ? "databaseAway" : "databaseAwayUnsafe");
}

function away(request: Request, word: StatusWord): Response {
  const safe = request.method === "GET" || request.method === "HEAD";
  const response = page(request, word, 503, safe ? TRY_AGAIN_SECONDS : null);
  response.headers.set("retry-after", String(TRY_AGAIN_SECONDS));
  return response;
}

function page(request: Request, word: StatusWord, status: number, again: number | null): Response {
  const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
  if (!(request.headers.get("accept") ?? "").includes("text/html")) {
    return new Response(statusText(word), {
      status,
      headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
    });
  }
  const nonce = randomBytes(16).toString("base64");
  return new Response(request.method === "HEAD" ? null : statusPage(word, again, nonce), {
    status,
    headers: {
      ...headers,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
    },
  });
}

/** What a promise gives within the time, else null. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function hasNoRoom(directory: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize < LOW_DISK_BYTES;
  } catch {
    return false;
  }
}
