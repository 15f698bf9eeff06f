import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** One line of JSON that a program says on its standard output. */
export type Said = Readonly<Record<string, unknown>>;

/** Another process, which says facts and can be killed at any moment. */
export type Program = {
  readonly process: ChildProcess;
  /** Everything said so far, in order. A line cut by the end of the process is not a fact. */
  readonly said: readonly Said[];
  /** Code and signal of its end, once every line it said has been read. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** The first line with this key, said or to come. Rejects when it ends without a word of it. */
  says(key: string): Promise<Said>;
  /** Waits until the condition holds after a new line. Rejects when it ends before. */
  until(condition: () => boolean): Promise<void>;
  /** Gives it one line of JSON. */
  tell(fact: Said): void;
  /** kill -9, and its end. */
  kill(): Promise<void>;
  /** The end of what it wrote to its standard error, for a failure's message. */
  complaints(): string;
};

const running = new Set<Program>();

export type ProgramOptions = {
  /** The largest file that it may write, in blocks of 512 bytes: its disk is full beyond. */
  readonly largestFile?: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Of each line that is not JSON: a server's sentences for people. */
  readonly onText?: (line: string) => void;
};

/** Starts a program of Node, its standard output read line by line. */
export function startProgram(args: readonly string[], options: ProgramOptions = {}): Program {
  const limited = ["-c", `ulimit -f ${options.largestFile} && exec "$0" "$@"`, process.execPath, ...args];
  const [file, its] = options.largestFile === undefined ? [process.execPath, args] : ["/bin/sh", limited];
  const child = spawn(file, its, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const said: Said[] = [];
  const waiting = new Set<() => void>();
  let complaints = "";
  let rest = "";
  let over = false;
  const wake = () => {
    for (const look of [...waiting]) look();
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("{")) said.push(JSON.parse(line) as Said);
      else options.onText?.(line);
    }
    wake();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints = (complaints + text).slice(-8_000);
  });
  // It may have been killed while a line was on its way to it.
  child.stdin.on("error", () => {});
  const ended = once(child, "close").then(([code, signal]) => {
    over = true;
    running.delete(program);
    wake();
    return { code: code as number | null, signal: signal as string | null };
  });

  const program: Program = {
    process: child,
    said,
    ended,
    until: (condition) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (condition()) resolve();
          else if (over) reject(new Error(`the program ended too early: ${complaints}`));
          else return;
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
    async says(key) {
      const find = () => said.find((fact) => key in fact);
      await program.until(() => find() !== undefined);
      return find() as Said;
    },
    tell: (fact) => void child.stdin.write(`${JSON.stringify(fact)}\n`),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    complaints: () => complaints,
  };
  running.add(program);
  return program;
}

/** Ends the programs that a failed test left. */
export async function killPrograms(): Promise<void> {
  for (const program of [...running]) await program.kill();
}
