/**
 * Prints in a thread beside the one that answers requests: ten milliseconds a page held in one piece would be
 * everybody's wait. One thread, its own compiler, a queue that does not grow for ever; a thread that dies is replaced.
 */
import { Worker } from "node:worker_threads";
import type { PrintableBrand, PrintableDocument } from "./printable-document.ts";
import type { PrintablePages } from "./printable-pages.ts";
import type { SigningSheet } from "./signing-sheet.ts";

type Logo = NonNullable<PrintableBrand["logo"]>;

/** A document to print, running text, a sheet to sign, or a logo to try. */
type Work =
  | { readonly document: PrintableDocument }
  | { readonly pages: PrintablePages }
  | { readonly sheet: SigningSheet }
  | { readonly logo: Logo };
export type PrintRequest = { readonly id: number; readonly work: Work };
/** `bytes`: the document, or one byte for a logo, 1 when it can be printed. */
export type PrintAnswer =
  | "ready"
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly reason: string };

/** Too many documents wait already: the one who asks comes back later (an effect is tried again by itself). */
export class PrinterBusy extends Error {}

export type Printer = {
  print(document: PrintableDocument): Promise<Uint8Array>;
  printPages(pages: PrintablePages): Promise<Uint8Array>;
  printSheet(sheet: SigningSheet): Promise<Uint8Array>;
  /** Whether a logo can be printed; one that the thread dies of cannot. */
  tryLogo(logo: Logo): Promise<boolean>;
  close(): Promise<void>;
};

export type PrinterOptions = {
  readonly file?: URL;
  /** Documents that may wait. */
  readonly queue?: number;
  /** Past this, the thread is taken for lost. */
  readonly patienceMs?: number;
};

type Job = PrintRequest & {
  readonly done: (bytes: Uint8Array) => void;
  readonly failed: (error: Error) => void;
  /** Threads that died of it. */
  deaths: number;
};

/** The build gives the entry its own file and its name here (vite.config.ts). */
const WORKER_FILE = new URL("./print-worker.entry.ts", import.meta.url);
const QUEUE = 500;
const PATIENCE_MS = 30_000;
/** A busy machine takes a while to load the compiler: that is not the document's fault. */
const START_MS = 60_000;
/** A document that kills two threads is refused: the others must be printed. */
const DEATHS = 2;

export function openPrinter({
  file = WORKER_FILE,
  queue = QUEUE,
  patienceMs = PATIENCE_MS,
}: PrinterOptions = {}): Printer {
  const waiting: Job[] = [];
  let worker: Worker | null = null;
  let inHand: Job | null = null;
  let timer: NodeJS.Timeout | undefined;
  let last = 0;

  function next(): void {
    if (inHand !== null) return;
    inHand = waiting.shift() ?? null;
    if (inHand === null) {
      // A thread without work does not keep the process alive.
      worker?.unref();
      return;
    }
    if (worker === null) {
      worker = start();
      arm(worker, START_MS);
    } else arm(worker, patienceMs);
    worker.ref();
    worker.postMessage({ id: inHand.id, work: inHand.work } satisfies PrintRequest);
  }

  function arm(thread: Worker, milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void thread.terminate(), milliseconds);
  }

  function start(): Worker {
    const thread = new Worker(file);
    thread.on("message", (answer: PrintAnswer) => {
      if (answer === "ready") {
        if (worker === thread && inHand !== null) arm(thread, patienceMs);
        return;
      }
      const job = release(thread);
      if (job === null) return;
      if ("bytes" in answer) job.done(answer.bytes);
      else job.failed(new Error(answer.reason));
      next();
    });
    // What it died of; "exit" follows.
    let cause: Error = new Error("the printing thread ended");
    thread.on("error", (error: Error) => {
      cause = error;
    });
    thread.on("exit", () => {
      const job = release(thread);
      if (worker === thread) worker = null;
      if (job === null) return;
      job.deaths += 1;
      if (job.deaths < DEATHS) waiting.unshift(job);
      else job.failed(cause);
      next();
    });
    return thread;
  }

  /** The job in hand, which is then nobody's; null when another thread has taken over. */
  function release(thread: Worker): Job | null {
    if (worker !== thread) return null;
    clearTimeout(timer);
    const job = inHand;
    inHand = null;
    return job;
  }

  function submit(work: Work): Promise<Uint8Array> {
    if (waiting.length >= queue) return Promise.reject(new PrinterBusy("too many documents wait to be printed"));
    return new Promise((done, failed) => {
      last += 1;
      waiting.push({ id: last, work, done, failed, deaths: 0 });
      next();
    });
  }

  return {
    print: (document) => submit({ document }),
    printPages: (pages) => submit({ pages }),
    printSheet: (sheet) => submit({ sheet }),
    tryLogo: (logo) =>
      submit({ logo }).then(
        ([readable]) => readable === 1,
        (error: unknown) => {
          if (error instanceof PrinterBusy) throw error;
          return false;
        },
      ),
    async close() {
      for (const job of waiting.splice(0)) job.failed(new Error("the printer is closed"));
      const thread = worker;
      const job = thread && release(thread);
      worker = null;
      job?.failed(new Error("the printer is closed"));
      await thread?.terminate();
    },
  };
}

let shared: Printer | null = null;

/** Prints a document (render.ts says how) with the printer of this process, started by the first one. */
export function printDocument(document: PrintableDocument): Promise<Uint8Array> {
  shared ??= openPrinter();
  return shared.print(document);
}

/** Prints running text (render-pages.ts says how) with the printer of this process. */
export function printPages(pages: PrintablePages): Promise<Uint8Array> {
  shared ??= openPrinter();
  return shared.printPages(pages);
}

/** Prints a sheet to sign, or signed, with the printer of this process. */
export function printSheet(sheet: SigningSheet): Promise<Uint8Array> {
  shared ??= openPrinter();
  return shared.printSheet(sheet);
}

/** True when the image can be printed: asked when a logo is chosen, so that no document fails for it later. */
export function isPrintableLogo(logo: Logo): Promise<boolean> {
  shared ??= openPrinter();
  return shared.tryLogo(logo);
}
