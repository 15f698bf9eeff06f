import { data } from "react-router";
import { keptFile } from "#platform/http/kept-file.ts";
import { callerOf, runCommand } from "#platform/http/tenant.ts";
import type { Route } from "./+types/piece-file.page";
import { readPiece } from "./give-piece.command.ts";

/** The file of a piece; opening it is written down. Pictures and PDFs show in the browser. */
export async function loader(args: Route.LoaderArgs) {
  const opened = await runCommand(args, readPiece, { pieceId: args.params.pieceId });
  if (!opened.ok) throw data(opened.problem, { status: opened.status === 422 ? 404 : opened.status });
  const { fileHash, fileName, mediaType } = opened.output;
  const how = mediaType.startsWith("image/") || mediaType === "application/pdf" ? "inline" : "attachment";
  const { app, caller } = await callerOf(args);
  return keptFile(app, caller.organizationId, { hash: fileHash, mediaType, name: fileName }, how);
}
