import { PDF } from "@libpdf/core";
import type { Id } from "#kernel/id.ts";
import type { App } from "#platform/app.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { DOCX_TYPE } from "#platform/files/file-content.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { readContent } from "../docx/content.ts";
import { openDocx } from "../docx/safety.ts";
import { findPiece, keepWords } from "./piece.store.ts";

/** Beyond, a text says nothing more to who searches. */
const MOST_LETTERS = 200_000;

/** Reads the words of a piece once it is given, so that it can be searched. A file that cannot be read has its name alone. */
export async function readGivenPiece(app: App, event: OutboxEvent): Promise<void> {
  const { organizationId } = event;
  const scope = { organizationId, userId: null };
  const pieceId = event.payload.pieceId as Id<"piece">;
  const piece = await withTenant(app.database, scope, (tx) => findPiece(tx, organizationId, pieceId));
  if (piece === null) throw new Error(`piece ${pieceId} does not exist`);
  const bytes = await app.files.get(piece.fileHash);
  if (bytes === null) throw new Error(`the file of piece ${pieceId} is missing`);
  const text = (await wordsIn(bytes, piece.mediaType)).slice(0, MOST_LETTERS);
  const title = `${piece.kindName} ${piece.fileName.replace(/[._-]+/g, " ")}`;
  await withTenant(app.database, scope, (tx) => keepWords(tx, organizationId, pieceId, { title, text }));
}

async function wordsIn(bytes: Uint8Array, mediaType: string): Promise<string> {
  if (mediaType === DOCX_TYPE) {
    const parts = openDocx(bytes);
    return typeof parts === "string"
      ? ""
      : [...JSON.stringify(readContent(parts).blocks).matchAll(/"text":"([^"]*)"/g)].map((found) => found[1]).join(" ");
  }
  if (mediaType !== "application/pdf") return "";
  try {
    const pdf = await PDF.load(bytes);
    return pdf
      .extractText()
      .map(({ text }) => text)
      .join("\n")
      .replaceAll("\u0000", "");
  } catch {
    // Damaged or locked: still a piece that somebody can open.
    return "";
  }
}
