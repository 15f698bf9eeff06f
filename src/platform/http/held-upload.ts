import type { Actor } from "#kernel/actor.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { withTenant } from "../database/tenant.ts";
import type { KeptType } from "../files/file-content.ts";
import { FilesAway } from "../files/file-store.ts";
import type { HeldFile, HeldPurpose } from "../files/held-file.store.ts";
import { holdBytes } from "../files/hold-bytes.ts";
import { languageContext } from "./context.ts";
import { callerOf, type Problem, problemOf, type RouteArguments, statusOf } from "./tenant.ts";
import { readUpload } from "./upload.ts";

export type Held = { ok: true; held: HeldFile } | { ok: false; problem: Problem; status: number };

/** The files chosen in a field; a field left empty sends a file of no name and no byte. */
export function filesIn(form: FormData, field: string): File[] {
  return form.getAll(field).filter((value): value is File => value instanceof File && value.size > 0);
}

/**
 * Receives one file of a form: may its sender send it, is it what it must be; then its bytes go to the store, and a row
 * that only its sender can use goes to the tenant. A command keeps it for good, so a form that is refused loses nothing.
 */
export async function holdUpload(
  args: RouteArguments,
  file: File,
  {
    purpose,
    allow,
    check,
    field,
  }: {
    readonly purpose: HeldPurpose;
    readonly allow: (actor: Actor) => Refusal | null;
    /** What the bytes are, or why they are refused. */
    readonly check: (bytes: Uint8Array) => Promise<KeptType | Refusal> | KeptType | Refusal;
    readonly field: string;
  },
): Promise<Held> {
  const { app, caller } = await callerOf(args);
  const now = app.clock();
  const refused = (refusal: Refusal): Held => {
    const problem = problemOf(app, { ...refusal, field: refusal.field ?? field }, args.context.get(languageContext));
    return { ok: false, problem, status: statusOf(refusal) };
  };
  const presence = await withTenant(app.database, caller, (tx) => app.loadPresence(tx, caller, now));
  const refusal = presence === null ? refuse("forbidden", "access.notMember") : allow(presence.actor);
  if (refusal) return refused(refusal);
  const upload = await readUpload(args, file);
  if (isRefusal(upload)) return refused(upload);
  const { bytes, checked } = upload;
  const type = await check(bytes);
  if (isRefusal(type)) return refused(type);
  const held = await holdBytes(app, caller, purpose, { bytes, type, name: file.name, checked }).catch(
    (error: unknown) => {
      if (error instanceof FilesAway) app.log.error({ err: error }, "a file could not be kept");
      else throw error;
      return refuse("conflict", "file.storeAway");
    },
  );
  if (isRefusal(held)) return refused(held);
  return held === null ? refused(refuse("conflict", "file.tooManyHeld")) : { ok: true, held };
}
