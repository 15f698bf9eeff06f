/** A printing thread in moods: the document's number says what becomes of it. */
import { parentPort } from "node:worker_threads";
import type { PrintRequest } from "./printer.ts";

let printed = 0;

parentPort?.on("message", ({ id, work }: PrintRequest) => {
  if (!("document" in work)) process.exit(7);
  switch (work.document.number) {
    case "dies":
      process.exit(7);
      break;
    case "throws":
      throw new Error("out of paper");
    case "hangs":
      for (;;);
    case "unreadable":
      parentPort?.postMessage({ id, reason: "Typst: no such font" });
      break;
    default:
      printed += 1;
      parentPort?.postMessage({ id, bytes: new Uint8Array([printed]) });
  }
});
parentPort?.postMessage("ready");
