/** What others wrote is read apart: in a thread with little memory, which is ended when it takes too long. */
import { Worker } from "node:worker_threads";
import type { BusyAsked, BusyTime } from "./busy-times.ts";
import type { DiaryFault } from "./fetch-diary.ts";

/** The build gives the entry its own file and its name here (vite.config.ts). */
const WORKER_FILE = new URL("./busy-worker.entry.ts", import.meta.url);
const PATIENCE_MS = 10_000;
const MEGABYTES = 160;

export type Read = { readonly times: readonly BusyTime[] } | { readonly fault: DiaryFault };

export function readDiary(asked: BusyAsked, patienceMs = PATIENCE_MS): Promise<Read> {
  return new Promise((done) => {
    const thread = new Worker(WORKER_FILE, {
      workerData: asked,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
    const end = (read: Read) => {
      clearTimeout(timer);
      done(read);
      void thread.terminate();
    };
    const timer = setTimeout(() => end({ fault: "tooSlow" }), patienceMs);
    thread.on("message", (times: BusyTime[]) => end({ times }));
    thread.on("error", () => end({ fault: "notCalendar" }));
    thread.on("exit", () => end({ fault: "notCalendar" }));
  });
}
