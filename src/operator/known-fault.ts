/** What an operator can put right, told from what the system or the database says. Pure. */

export type KnownFault = {
  readonly key: "databaseRefused" | "databaseMissing" | "databaseRights" | "folderRefused";
  readonly facts: Readonly<Record<string, string>>;
};

/** PostgreSQL's own codes: wrong password or account, no such database, not enough rights. */
const DATABASE: Readonly<Record<string, KnownFault["key"]>> = {
  "28P01": "databaseRefused",
  "28000": "databaseRefused",
  "3D000": "databaseMissing",
  "42501": "databaseRights",
};
/** A folder that is a file, is not ours, or is on a disk that takes nothing. */
const FOLDER = ["EEXIST", "ENOTDIR", "EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT"];

export function knownFault(error: unknown): KnownFault | null {
  const { code, message = "", path = "", syscall } = (error ?? {}) as NodeJS.ErrnoException;
  const database = DATABASE[code ?? ""];
  if (database !== undefined) return { key: database, facts: { reason: message } };
  if (FOLDER.includes(code ?? "") && syscall !== undefined)
    return { key: "folderRefused", facts: { path, reason: message } };
  return null;
}
