/** The thread that prints: it has its own compiler, and takes one document at a time. */
import { parentPort } from "node:worker_threads";
import type { PrintAnswer, PrintRequest } from "./printer.ts";
import { renderDocument } from "./render.ts";

const port = parentPort;
if (port === null) throw new Error("this file is the entry of a worker thread");

port.on("message", async ({ id, document }: PrintRequest) => {
  const answer: PrintAnswer = await renderDocument(document).then(
    // Copied so that the memory is nobody else's: it is handed over, not copied again.
    (bytes) => ({ id, bytes: new Uint8Array(bytes) }),
    (error: unknown) => ({ id, reason: error instanceof Error ? error.message : String(error) }),
  );
  port.postMessage(answer, "bytes" in answer ? [answer.bytes.buffer] : []);
});
