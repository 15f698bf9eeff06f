import type { RouterContextProvider } from "react-router";
import { appContext } from "#platform/http/context.ts";

/** What the banner of the frame asks every few seconds: how much is told, and the story's own day; null once it is. */
export function loader({ context }: { context: Readonly<RouterContextProvider> }): Response {
  const progress = context.get(appContext).demo?.()?.progress ?? null;
  return Response.json(progress, { headers: { "cache-control": "no-store" } });
}
