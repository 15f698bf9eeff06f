/** The thread that prints: it has its own compiler, and takes one document at a time. */
import { parentPort } from "node:worker_threads";
import type { PrintAnswer, PrintRequest } from "./printer.ts";
import { isReadableLogo, renderDocument, renderSheet } from "./render.ts";
import { renderPages } from "./render-pages.ts";

const port = parentPort;
if (port === null) throw new Error("this file is the entry of a worker thread");

port.on("message", async ({ id, work }: PrintRequest) => {
  const made =
    "logo" in work
      ? isReadableLogo(work.logo)
          .then(Number)
          .then((one) => [one])
      : "pages" in work
        ? renderPages(work.pages)
        : "sheet" in work
          ? renderSheet(work.sheet)
          : renderDocument(work.document);
  const answer: PrintAnswer = await made.then(
    // Copied so that the memory is nobody else's: it is handed over, not copied again.
    (bytes) => ({ id, bytes: new Uint8Array(bytes) }),
    (error: unknown) => ({ id, reason: error instanceof Error ? error.message : String(error) }),
  );
  port.postMessage(answer, "bytes" in answer ? [answer.bytes.buffer] : []);
});
port.postMessage("ready" satisfies PrintAnswer);
