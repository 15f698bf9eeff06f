/** What the server writes of itself in postmaster.pid (PostgreSQL, src/include/utils/pidfile.h). Pure. */
export type PostmasterFile = {
  readonly pid: number;
  readonly port: number;
  /** Folder of the unix socket; empty while the server has not opened it yet. */
  readonly socketDirectory: string;
  /** "starting", "stopping", "ready", "standby", or empty before the server says. */
  readonly status: string;
};

/** Null when the text is not (yet) a postmaster.pid: an empty or cut file after a crash. */
export function parsePostmasterFile(text: string): PostmasterFile | null {
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return {
    pid,
    port: Number(lines[3] ?? "") || 0,
    socketDirectory: lines[4] ?? "",
    status: lines[7] ?? "",
  };
}
