import { connect, type Socket } from "node:net";

/** What an antivirus says of a file. `unchecked`: it gave no answer, or does not read files of that size. */
export type Verdict = "clean" | "unchecked" | { readonly infected: string };

export type Scanner = {
  /** Null: this instance has no antivirus, and every file passes. */
  readonly settings: ScannerSettings | null;
  scan(content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Verdict>;
};

/** A ClamAV daemon, reached by TCP ("tcp://host:3310") or by its socket ("unix:/run/clamav/clamd.ctl"). */
export type ScannerSettings = {
  readonly address: string;
  /** Whether a file that could not be checked is refused, or kept with a mark and checked later. */
  readonly whenAway: "refuse" | "accept";
  readonly maxBytes: number;
  readonly timeoutMs: number;
};

const PIECE = 64 * 1024;

export function openScanner(settings: ScannerSettings | null): Scanner {
  return {
    settings,
    async scan(content) {
      if (settings === null) return "clean";
      try {
        return verdictOf(await ask(settings, "INSTREAM", content));
      } catch {
        return "unchecked";
      }
    },
  };
}

/** "stream: OK", "stream: Win.Test.EICAR_HDB-1 FOUND"; anything else is no verdict. */
function verdictOf(answer: string): Verdict {
  if (answer === "stream: OK") return "clean";
  const [, infected] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  return infected === undefined ? "unchecked" : { infected: infected.slice(0, 200) };
}

/** The version that the daemon tells, for the operator. Throws when it does not answer. */
export async function scannerVersion(settings: ScannerSettings): Promise<string> {
  return ask(settings, "VERSION", []);
}

/**
 * One question, and its answer up to the mark that ends it (clamd(8), « z » commands). A content goes by pieces, each after its
 * length on four bytes; a length of zero ends it.
 */
async function ask(
  { address, maxBytes, timeoutMs }: ScannerSettings,
  command: "INSTREAM" | "VERSION",
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<string> {
  const socket = dial(address);
  const answered = answerOf(socket, timeoutMs);
  // A daemon that answers while it is sent a file (too large for it) closes: its answer counts, not the broken pipe.
  answered.catch(() => {});
  try {
    socket.write(`z${command}\0`);
    if (command === "INSTREAM") await send(socket, content, maxBytes);
    return await answered;
  } finally {
    socket.destroy();
  }
}

function dial(address: string): Socket {
  if (address.startsWith("unix:")) return connect({ path: address.slice(5) });
  const { hostname, port } = new URL(address);
  return connect({ host: hostname, port: Number(port || 3310) });
}

function answerOf(socket: Socket, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const tell = () => {
      const [text = "", end] = Buffer.concat(pieces).toString("utf8").split("\0");
      if (end !== undefined) resolve(text.trim());
      return end !== undefined;
    };
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error("no answer in time")));
    socket.on("data", (piece: Buffer) => {
      pieces.push(piece);
      if (!tell() && Buffer.concat(pieces).length > 4096) socket.destroy(new Error("not an answer"));
    });
    socket.on("error", reject);
    socket.on("close", () => {
      if (!tell()) reject(new Error("closed without an answer"));
    });
  });
}

async function send(
  socket: Socket,
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<void> {
  let sent = 0;
  for await (const part of content) {
    sent += part.byteLength;
    if (sent > maxBytes) throw new Error("too large for the scanner");
    for (let at = 0; at < part.byteLength; at += PIECE) {
      const piece = part.subarray(at, at + PIECE);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.byteLength);
      await written(socket, Buffer.concat([length, piece]));
    }
  }
  await written(socket, Buffer.alloc(4));
}

/** Waits for a socket that is behind; one that is closed says so through its answer. */
function written(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed || !socket.writable) return resolve();
    if (socket.write(bytes)) return resolve();
    const go = () => {
      socket.off("drain", go).off("close", go);
      resolve();
    };
    socket.on("drain", go).on("close", go);
  });
}
