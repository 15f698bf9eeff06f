import { createServer, type Server, type Socket } from "node:net";

/** A message as it came over the wire, dots unstuffed. */
export type Received = {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers by lower-case name, unfolded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** Whether the client was told that the message is taken. */
  readonly acknowledged: boolean;
};

/**
 * What the server does with the next connections. `away`: nobody listens; `mute`: takes the connection and says nothing;
 * `busy`: 421 at once; `fullDisk`: reads the message, then 452; `cut`: reads it, then closes without a word;
 * `unknown`: refuses the recipient for good (550).
 */
export type Mood = "away" | "mute" | "busy" | "fullDisk" | "cut" | "unknown" | "well";

export type SmtpDouble = {
  readonly port: number;
  readonly received: readonly Received[];
  /** What the client did against RFC 5321 and 5322; empty for a good client. */
  readonly faults: readonly string[];
  readonly connections: () => number;
  mood(next: Mood): Promise<void>;
  close(): Promise<void>;
};

type Session = { step: "greeting" | "ready" | "mail" | "recipient" | "data"; from: string; to: string[] };

/** A small and strict SMTP server on this machine, in any mood. */
export async function startSmtpDouble(): Promise<SmtpDouble> {
  const received: Received[] = [];
  const faults: string[] = [];
  const sockets = new Set<Socket>();
  let mood: Mood = "well";
  let connections = 0;
  let server: Server;

  async function listen(port: number): Promise<number> {
    server = createServer(serve);
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    return (server.address() as { port: number }).port;
  }

  async function stop(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  function serve(socket: Socket): void {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    if (mood === "mute") return;
    const reply = (line: string) => void socket.write(`${line}\r\n`);
    if (mood === "busy") {
      reply("421 4.3.2 come back later");
      socket.end();
      return;
    }
    const session: Session = { step: "greeting", from: "", to: [] };
    let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);
    reply("220 double ESMTP");
    socket.on("data", (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (;;) {
        const end = session.step === "data" ? endOfMessage(rest) : rest.indexOf("\r\n");
        if (end < 0) return;
        const text = rest.subarray(0, end).toString("utf8");
        rest = rest.subarray(end + (session.step === "data" ? 5 : 2));
        if (session.step === "data") take(session, text, reply, socket);
        else reply(answer(session, text));
        if (/^QUIT\b/i.test(text) && session.step !== "data") socket.end();
      }
    });
  }

  /** The reply to a command. */
  function answer(session: Session, line: string): string {
    if (line.includes("\n") || line.length > 510) faults.push(`not a command line: ${line.slice(0, 40)}`);
    const verb = line.split(" ", 1)[0]?.toUpperCase() ?? "";
    const [, address = ""] = /<([^<>\s]*)>/.exec(line) ?? [];
    const { step } = session;
    const inOrder =
      (verb !== "MAIL" || step === "ready") &&
      (verb !== "RCPT" || step === "mail" || step === "recipient") &&
      (verb !== "DATA" || step === "recipient");
    if (!inOrder) {
      faults.push(`out of order: ${line}`);
      return "503 5.5.1 out of order";
    }
    switch (verb) {
      case "EHLO":
      case "HELO":
        session.step = "ready";
        return "250-double\r\n250-8BITMIME\r\n250 SIZE 20000000";
      case "MAIL":
        Object.assign(session, { step: "mail", from: address, to: [] });
        return "250 2.1.0 ok";
      case "RCPT":
        if (mood === "unknown") return "550 5.1.1 nobody of that name";
        session.to.push(address);
        session.step = "recipient";
        return "250 2.1.5 ok";
      case "DATA":
        session.step = "data";
        return "354 go on";
      case "RSET":
        if (step !== "greeting") session.step = "ready";
        return "250 2.0.0 ok";
      case "NOOP":
        return "250 2.0.0 ok";
      case "QUIT":
        return "221 2.0.0 goodbye";
      default:
        return "502 5.5.2 no such command";
    }
  }

  function take(session: Session, text: string, reply: (line: string) => void, socket: Socket): void {
    const lines = text.split("\r\n");
    if (lines.some((line) => line.includes("\n") || line.includes("\r"))) faults.push("a bare CR or LF in the message");
    if (lines.some((line) => Buffer.byteLength(line) > 998)) faults.push("a line longer than 998 bytes");
    const whole = lines.map((line) => (line.startsWith(".") ? line.slice(1) : line)).join("\r\n");
    const split = whole.indexOf("\r\n\r\n");
    const headers = new Map<string, string>();
    for (const line of whole
      .slice(0, split)
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")) {
      const colon = line.indexOf(":");
      const name = line.slice(0, colon).toLowerCase();
      if (colon < 1 || /\s/.test(name)) faults.push(`not a header: ${line.slice(0, 40)}`);
      if (headers.has(name) && name !== "received") faults.push(`twice the header ${name}`);
      headers.set(name, line.slice(colon + 1).trim());
    }
    for (const name of ["date", "from", "to", "message-id", "subject"]) {
      if (!headers.has(name)) faults.push(`no header ${name}`);
    }
    const acknowledged = mood === "well";
    received.push({ from: session.from, to: [...session.to], headers, body: whole.slice(split + 4), acknowledged });
    session.step = "ready";
    if (mood === "cut") socket.destroy();
    else reply(acknowledged ? "250 2.0.0 taken" : "452 4.3.1 no room left");
  }

  const port = await listen(0);
  return {
    port,
    received,
    faults,
    connections: () => connections,
    async mood(next) {
      if (next === "away" && mood !== "away") await stop();
      if (next !== "away" && mood === "away") await listen(port);
      mood = next;
    },
    close: async () => {
      if (mood !== "away") await stop();
      mood = "away";
    },
  };
}

function endOfMessage(bytes: Buffer): number {
  return bytes.indexOf("\r\n.\r\n");
}

/** The attachments of a multipart message: their bytes, by file name. */
export function attachmentsOf(message: Received): Map<string, Buffer> {
  const boundary = /boundary="([^"]+)"/.exec(message.headers.get("content-type") ?? "")?.[1] ?? "";
  const found = new Map<string, Buffer>();
  for (const part of message.body.split(`--${boundary}`)) {
    const name = /filename="?([^";\r\n]+)"?/.exec(part)?.[1];
    const split = part.indexOf("\r\n\r\n");
    if (name) found.set(name, Buffer.from(part.slice(split + 4).replace(/\s/g, ""), "base64"));
  }
  return found;
}
