import { randomBytes } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import type { Language } from "#kernel/language.ts";
import type { App } from "../app.ts";
import type { Visitor } from "../session/session.ts";
import {
  appContext,
  languageContext,
  nonceContext,
  passingFaultContext,
  signedInContext,
  visitorContext,
} from "./context.ts";
import { loggedPath } from "./logged-path.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const MAX_BODY_BYTES = 20 * 1024 * 1024;
/** A year of books of another program, in one file: read by those who keep the books, after their rights. */
const MAX_BOOKS_BYTES = 105 * 1024 * 1024;
/** A signed document of figures. */
const MAX_SIGNED_BYTES = 300 * 1024;
const BOOKS_FILE = /\/compta\/(fec|a-nouveaux)(\.data)?$/;
/** What an installed application asks for by name: nothing of anybody. */
const OWN_FILES = [
  "/favicon.svg",
  "/icone-192.png",
  "/icone-512.png",
  "/icone-masque-512.png",
  "/manifest.webmanifest",
  "/sw.js",
  "/hors-connexion.html",
  "/hors-connexion.css",
  "/hors-connexion.js",
];
const OFFLINE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const ONE_YEAR = "public, max-age=31536000, immutable";

/** The language of a request: the person's choice (cookie), else the browser's, else French. */
export function languageOf(request: Request): Language {
  const chosen = /(?:^|;\s*)langue=(fr|en)(?:;|$)/.exec(request.headers.get("cookie") ?? "")?.[1];
  if (chosen) return chosen as Language;
  const first = (request.headers.get("accept-language") ?? "").split(",")[0]?.trim().toLowerCase() ?? "";
  return first.startsWith("en") ? "en" : "fr";
}

/** An unsafe request must come from our own pages: same origin, told by the browser. A missing Origin is refused. */
export function comesFromOurPages(request: Request, publicUrl: string): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const origin = request.headers.get("origin");
  return origin !== null && origin === new URL(publicUrl).origin;
}

function securityHeaders(nonce: string): Record<string, string> {
  return {
    "content-security-policy": [
      "default-src 'self'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ].join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(self), geolocation=(), microphone=()",
  };
}

/**
 * The whole of the HTTP side: health, static files, sign-in library, then the pages.
 * `ready` tells whether the database answers; `build` is the framework's server build.
 */
export function createServer(
  app: App,
  build: ServerBuild,
  clientDirectory: string,
  ready: () => Promise<boolean>,
): Hono {
  const server = new Hono();
  const pages = createRequestHandler(build, app.settings.production ? "production" : "development");

  server.get("/healthz", (c) => c.text("ok"));
  server.get("/readyz", async (c) => ((await ready()) ? c.text("ready") : c.text("database unreachable", 503)));

  server.use(compress());
  server.use("/assets/*", async (c, next) => {
    await next();
    if (c.res.status === 200) c.header("cache-control", ONE_YEAR);
  });
  server.use("/assets/*", serveStatic({ root: clientDirectory, precompressed: true }));
  for (const file of OWN_FILES) {
    server.get(file, async (c, next) => {
      await next();
      c.header("cache-control", "no-cache");
      if (file.endsWith(".html")) c.header("content-security-policy", OFFLINE_POLICY);
      c.header("x-content-type-options", "nosniff");
    });
    server.get(file, serveStatic({ root: clientDirectory }));
  }

  // What is signed by the key of another house: neither session nor form, nothing that a browser would bring along.
  server.post(
    "/api/v1/*",
    bodyLimit({ maxSize: MAX_SIGNED_BYTES, onError: (c) => c.json({ error: "tooLarge" }, 413) }),
    async (c) => {
      const { status, body } = await app.answerMachine(new URL(c.req.url).pathname, await c.req.text());
      return c.body(body, status as 200, { "content-type": "application/json", "cache-control": "no-store" });
    },
  );
  server.use(async (c, next) => {
    if (!comesFromOurPages(c.req.raw, app.settings.publicUrl)) {
      app.log.warn({ path: loggedPath(c.req.path) }, "unsafe request from elsewhere refused");
      return c.text(
        "Cette demande ne vient pas d'une page d'Essaim. / This request does not come from our pages.",
        403,
      );
    }
    return next();
  });
  // A body sent in pieces without its length is counted as it is read.
  const limited = (maxSize: number, size: number) =>
    bodyLimit({
      maxSize,
      onError: (c) => c.text(`Le fichier dépasse ${size} Mo. / The file is larger than ${size} MB.`, 413),
    });
  const [usual, books] = [limited(MAX_BODY_BYTES, 20), limited(MAX_BOOKS_BYTES, 100)];
  server.use((c, next) => (BOOKS_FILE.test(c.req.path) ? books(c, next) : usual(c, next)));

  server.on(["GET", "POST"], "/api/auth/*", (c) => app.identity.handle(c.req.raw, visitorOf(c, app)));
  server.all("*", (c) => answerPage(c, app, pages));
  return server;
}

function visitorOf(c: Context, app: App): Visitor {
  return app.identity.visitor(c.req.raw, getConnInfo(c).remote.address, languageOf(c.req.raw));
}

async function answerPage(
  c: Context,
  app: App,
  pages: (request: Request, context: RouterContextProvider) => Promise<Response>,
): Promise<Response> {
  const request = c.req.raw;
  const nonce = randomBytes(16).toString("base64");
  const context = new RouterContextProvider();
  context.set(appContext, app);
  context.set(nonceContext, nonce);
  const visitor = visitorOf(c, app);
  const { signedIn, cookies } = await app.identity.recognise(visitor);
  context.set(visitorContext, visitor);
  context.set(languageContext, visitor.language);
  context.set(signedInContext, signedIn);
  const response = await pages(request, context);
  const fault = context.get(passingFaultContext);
  if (fault !== null) {
    // Half a page, or a form that lost what was typed, is no answer: the caller says what is the matter.
    await response.body?.cancel();
    throw fault;
  }
  // A paper is shown within our own pages; a page never is within another, nor is a paper elsewhere.
  const paper = response.headers.get("content-type") === "application/pdf";
  for (const [name, value] of Object.entries(securityHeaders(nonce))) {
    response.headers.set(name, paper ? value.replace("frame-ancestors 'none'", "frame-ancestors 'self'") : value);
  }
  // An answer that signs in or out has its own cookies: those of the session as it was must not undo them.
  if (!response.headers.has("set-cookie")) for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-store");
  return response;
}
