import { createHash } from "node:crypto";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { withTenant } from "../database/tenant.ts";
import { traceInfected } from "../files/file-check.store.ts";
import { appContext, signedInContext } from "./context.ts";
import type { fr } from "./field.fr.ts";
import { callerOf, type RouteArguments } from "./tenant.ts";

/** A page of a cooperative, or one for anybody. */
type Asked = Omit<RouteArguments, "params"> & { readonly params: Readonly<Record<string, string | undefined>> };

export type UploadRefusal = Refusal<Extract<keyof typeof fr.refusals, "file.infected" | "file.unchecked">>;
/** Why a file is not taken, as pages that word it themselves call it. */
export type ScanProblem = "infected" | "unchecked";

export type Upload = {
  readonly bytes: Uint8Array;
  /** False: the antivirus gave no answer, and this instance accepts it. Whoever keeps the file marks it. */
  readonly checked: boolean;
};

/**
 * The one door of every file that somebody sends: its bytes, once the antivirus let them pass. Nothing is kept nor read before.
 * An infected one leaves a line in the trace.
 */
export async function readUpload(args: Asked, file: File): Promise<Upload | UploadRefusal> {
  const { scanner, log } = args.context.get(appContext);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const verdict = await scanner.scan([bytes]);
  if (verdict === "clean") return { bytes, checked: true };
  if (verdict === "unchecked") {
    log.warn({ size: file.size }, "the antivirus gave no answer for a file");
    return scanner.settings?.whenAway === "accept" ? { bytes, checked: false } : refuse("conflict", "file.unchecked");
  }
  await trace(args, bytes, verdict.infected);
  return refuse("invalid", "file.infected");
}

async function trace(args: Asked, bytes: Uint8Array, virus: string): Promise<void> {
  const hash = createHash("sha256").update(bytes).digest("hex");
  const { log } = args.context.get(appContext);
  log.warn({ hash, virus }, "an infected file was refused");
  // A page for anybody has no cooperative to write it down in.
  if (args.context.get(signedInContext) === null || args.params.cooperative === undefined) return;
  const { app, caller } = await callerOf(args);
  await withTenant(app.database, caller, (tx) => traceInfected(tx, caller, { hash, virus }, app.clock()));
}

/** The bytes of a file, or the word of why they are not taken. */
export async function readUploadOr(
  args: Asked,
  file: File,
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: ScanProblem }> {
  const upload = await readUpload(args, file);
  if ("bytes" in upload) return upload;
  return { problem: upload.code === "file.infected" ? "infected" : "unchecked" };
}
