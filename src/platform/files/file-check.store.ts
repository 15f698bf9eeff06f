import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { App } from "../app.ts";
import type { Tx } from "../database/database.ts";
import { withTenant } from "../database/tenant.ts";
import { newId } from "../id.ts";
import type { OutboxEvent, OutboxHandler } from "../outbox/drain.ts";
import { writeTrace } from "../trace.ts";
import { scannerVersion } from "./scanner.ts";

export const FILE_UNCHECKED = "platform.file.unchecked.v1";
export type FileMark = "waiting" | "infected";

/** Marks a file that is kept unchecked, and asks for its check: it comes back until the antivirus answers. */
export async function markUnchecked(
  tx: Tx,
  { organizationId, userId }: { readonly organizationId: OrganizationId; readonly userId: Id<"user"> },
  hash: string,
  now: Instant,
): Promise<void> {
  const { numAffectedRows } =
    await sql`insert into platform.file_check (organization_id, hash, user_id, asked_at, verdict)
    values (${organizationId}, ${hash}, ${userId}, ${now}, 'waiting') on conflict do nothing`.execute(tx);
  if (numAffectedRows !== 1n) return;
  const fact = { subjectKind: "platform.file", subjectId: hash };
  const author = { userId, personId: null };
  const event = { event: FILE_UNCHECKED, payload: { hash } };
  await writeTrace(tx, organizationId, author, "platform.file.keepUnchecked", [fact], [event], now);
}

/** What is to be said of these files: not checked yet, or infected. Nothing is said of the others. */
export async function fileMarks(
  tx: Tx,
  organizationId: OrganizationId,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, FileMark>> {
  if (hashes.length === 0) return new Map();
  const { rows } = await sql<{ hash: string; verdict: FileMark }>`select hash, verdict from platform.file_check
    where organization_id = ${organizationId} and hash = any(${[...hashes]}::text[]) and verdict <> 'clean'`.execute(
    tx,
  );
  return new Map(rows.map(({ hash, verdict }) => [hash, verdict]));
}

/** The bytes of a file that somebody sent, as they may be given to others; null when they are not there, or infected. */
export async function bytesToServe(
  { database, files }: Pick<App, "database" | "files">,
  organizationId: OrganizationId,
  hash: string,
): Promise<Uint8Array | null> {
  const scope = { organizationId, userId: null };
  const marks = await withTenant(database, scope, (tx) => fileMarks(tx, organizationId, [hash]));
  return marks.get(hash) === "infected" ? null : files.get(hash);
}

/** Checks again a file that was kept unchecked; while the antivirus is away it fails, and is tried again later and later. */
export function checkAgain(app: Pick<App, "database" | "files" | "scanner" | "clock" | "log">): OutboxHandler {
  return async ({ organizationId, payload }: OutboxEvent) => {
    const hash = String(payload.hash);
    const { settings } = app.scanner;
    if (settings === null) return;
    // Asked first: while it is away, no file is fetched for nothing.
    await scannerVersion(settings);
    const bytes = await app.files.get(hash);
    if (bytes === null) return;
    if (bytes.byteLength > settings.maxBytes) {
      // It stays marked as not checked: asking again would be answered the same.
      app.log.warn({ hash, size: bytes.byteLength }, "a kept file is larger than what the antivirus reads");
      return;
    }
    const verdict = await app.scanner.scan([bytes]);
    if (verdict === "unchecked") throw new Error("the antivirus does not answer");
    const virus = verdict === "clean" ? null : verdict.infected;
    const now = app.clock();
    await withTenant(app.database, { organizationId, userId: null }, async (tx) => {
      const { rows } = await sql<{ user_id: string }>`update platform.file_check
           set verdict = ${virus === null ? "clean" : "infected"}, virus = ${virus}, checked_at = ${now}
         where organization_id = ${organizationId} and hash = ${hash} and verdict = 'waiting' returning user_id`.execute(
        tx,
      );
      const [row] = rows;
      if (row === undefined || virus === null) return;
      await traceInfected(tx, { organizationId, userId: row.user_id }, { hash, virus }, now);
    });
    if (virus !== null) app.log.warn({ hash, virus }, "a kept file is infected: it is not served any more");
  };
}

/** Writes who sent an infected file: its digest and what was found, never its name. */
export async function traceInfected(
  tx: Tx,
  { organizationId, userId }: { readonly organizationId: OrganizationId; readonly userId: string },
  { hash, virus }: { readonly hash: string; readonly virus: string },
  now: Instant,
): Promise<void> {
  const fact = { subjectKind: "platform.file", subjectId: hash || newId(now), details: { virus } };
  await writeTrace(tx, organizationId, { userId, personId: null }, "platform.file.foundInfected", [fact], [], now);
}
