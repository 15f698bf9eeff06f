import { EmbeddedError } from "./embedded/embedded-error.ts";

const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08000",
  "08001",
  "08003",
  "08006",
]);

/** Whether an error says that the database cannot be reached just now: trying again later makes sense. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof EmbeddedError) return false;
  const { code, syscall, errors, cause, message } = (error ?? {}) as {
    code?: string;
    syscall?: string;
    errors?: unknown[];
    cause?: unknown;
    message?: string;
  };
  if (code !== undefined && AWAY.has(code)) return true;
  // The socket is not there; a file that is not there is something else.
  if (code === "ENOENT" && syscall === "connect") return true;
  if (errors?.some(isDatabaseAway) || (cause !== undefined && isDatabaseAway(cause))) return true;
  return /connection terminated|not queryable|timeout (exceeded|expired)/i.test(message ?? "");
}

/** Whether an error says that a disk is full, the database's or ours: nothing was written, and room makes it work again. */
export function isDiskFull(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  // PostgreSQL's disk_full, then the system's own.
  return ["53100", "ENOSPC", "EDQUOT"].includes(code ?? "") || (cause !== undefined && isDiskFull(cause));
}

/** A fault that passes without anybody's defect: the visitor is told so, and asks again. */
export function isPassing(error: unknown): boolean {
  return isDatabaseAway(error) || isDiskFull(error);
}
