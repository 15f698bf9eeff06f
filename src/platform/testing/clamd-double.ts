/**
 * A ClamAV daemon for tests: it reads the protocol as strictly as clamd(8) says, and knows one virus only, the harmless EICAR test
 * file, by the rule of its authors (eicar.org: it begins with these 68 characters).
 */
import { createServer, type Socket } from "node:net";

/** Written in two pieces, so that no antivirus takes this very file for one. */
export const EICAR = new TextEncoder().encode(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""),
);

export type ClamdDouble = {
  readonly address: string;
  /** What each question was, in order: "INSTREAM 68". */
  readonly asked: string[];
  /** What it does with the next questions, one each. */
  readonly next: ("silence" | "hangup" | "nonsense")[];
  close(): Promise<void>;
};

/** Opens one, on a port or on the path of a socket. `streamMaxLength`: as the setting of clamd.conf. */
export async function openClamdDouble({
  path,
  streamMaxLength = 1_000_000,
}: {
  readonly path?: string;
  readonly streamMaxLength?: number;
} = {}): Promise<ClamdDouble> {
  const asked: string[] = [];
  const next: ClamdDouble["next"] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    let held = Buffer.alloc(0);
    let said = false;
    const say = (answer: string) => {
      said = true;
      socket.end(`${answer}\0`);
    };
    socket.on("data", (piece: Buffer) => {
      if (said) return;
      held = Buffer.concat([held, piece]);
      const end = held.indexOf(0);
      if (end < 0) return;
      const command = held.subarray(0, end).toString("latin1");
      if (command !== "zINSTREAM") {
        asked.push(command.slice(1));
        say(
          command === "zVERSION"
            ? "ClamAV 1.4.6/27500/Fri Nov 27 09:00:00 2026"
            : command === "zPING"
              ? "PONG"
              : "UNKNOWN COMMAND",
        );
        return;
      }
      const content = readPieces(held.subarray(end + 1), streamMaxLength);
      if (content === "more") return;
      const planned = next.shift();
      said = planned !== undefined;
      asked.push(`INSTREAM ${content === "large" ? "large" : content.length}`);
      if (planned === "silence") return;
      if (planned === "hangup") socket.destroy();
      else if (planned === "nonsense") socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
      else if (content === "large") say("INSTREAM size limit exceeded. ERROR");
      else say(content.subarray(0, EICAR.length).equals(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
    });
  });
  await new Promise<void>((resolve) => (path ? server.listen(path, resolve) : server.listen(0, "127.0.0.1", resolve)));
  const place = server.address();
  return {
    address: typeof place === "object" && place !== null ? `tcp://127.0.0.1:${place.port}` : `unix:${path}`,
    ...{ asked, next },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** The content of the pieces, once the one of no length came. */
function readPieces(bytes: Buffer, most: number): Buffer | "more" | "large" {
  const pieces: Buffer[] = [];
  let size = 0;
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    size += length;
    if (size > most) return "large";
    if (at + 4 + length > bytes.length) return "more";
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return "more";
}
