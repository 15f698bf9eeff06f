import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from "react-router";
import { isPassing } from "#platform/database/away.ts";
import { appContext, nonceContext, passingFaultContext } from "#platform/http/context.ts";
import { loggedPath } from "#platform/http/logged-path.ts";

export const streamTimeout = 10_000;

/** Renders one page to a stream. The nonce of the request is the only way a script may run. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> | Response {
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const nonce = loadContext.get(nonceContext);
  const log = loadContext.get(appContext).log;
  const whole = isbot(request.headers.get("user-agent") ?? "");
  return new Promise((resolve, reject) => {
    let started = false;
    const answer = () => {
      started = true;
      const body = new PassThrough();
      headers.set("content-type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={routerContext} url={request.url} nonce={nonce} />,
      {
        nonce,
        [whole ? "onAllReady" : "onShellReady"]: answer,
        onShellError: reject,
        onError(error: unknown) {
          if (started) log.error({ err: error }, "rendering failed after the page had started");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** A defect in a loader or an action: logged once with its request line, shown as a calm page by root.tsx. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }): void {
  // An answer thrown on purpose (404, 403) is no defect.
  if (request.signal.aborted || isRouteErrorResponse(error) || error instanceof Response) return;
  const provider = context as RouterContextProvider;
  if (isPassing(error)) provider.set(passingFaultContext, error);
  const path = loggedPath(new URL(request.url).pathname);
  provider.get(appContext).log.error({ err: error, method: request.method, path }, "request failed");
}
