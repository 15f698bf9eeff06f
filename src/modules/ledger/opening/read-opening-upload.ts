/** What somebody chose as opening balances: a file of balances, or the FEC of the former software. */
import type { Day } from "#kernel/day.ts";
import { decodeText } from "#kernel/text-file.ts";
import { readLayout } from "../fec/fec-reader.ts";
import { countOf, type FecReport, type FecRule } from "../fec/fec-report.ts";
import { validateFec } from "../fec/fec-validator.ts";
import { ClosingGatherer } from "./closing-balances.ts";
import { writeOpeningFile } from "./opening-file.ts";

/** Faults of a FEC that would make its balances wrong; the others do not stop an import. */
const DECISIVE: ReadonlySet<FecRule> = new Set<FecRule>([
  "emptyFile",
  "encoding",
  "lineTooLong",
  "headerColumn",
  "columns",
  "amount",
  "amountDecimals",
  "sense",
  "fileUnbalanced",
]);

/** A FEC, read: what it holds, and the first fault that forbids to trust its balances. */
export type ReadFec = {
  readonly lines: number;
  readonly entries: number;
  readonly lastDate: Day | null;
  /** It names activities (CodeAnalytique). */
  readonly analytic: boolean;
  readonly decisive: FecReport["faults"][number] | null;
  /** Faults that do not stop the import. */
  readonly others: number;
};

export type OpeningUpload =
  | { readonly problem: "notText" }
  /** The balances as a file of ours; `fec` when they come from a FEC. */
  | { readonly text: string; readonly fec: ReadFec | null };

/** Reads the bytes of the file: a FEC is known by the names of its columns. */
export async function readOpeningUpload(bytes: Uint8Array): Promise<OpeningUpload> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const [firstLine = ""] = head.replace(/^\xef\xbb\xbf/, "").split(/[\r\n]/, 1);
  if (!readLayout(firstLine).named) {
    const text = decodeText(bytes);
    return text === null ? { problem: "notText" } : { text, fec: null };
  }
  const gatherer = new ClosingGatherer();
  const report = await validateFec(once(bytes), { onLine: (line) => gatherer.add(line) });
  const stopping = report.faults.filter((fault) => DECISIVE.has(fault.rule));
  // The line that cannot be read explains a total that does not balance.
  const decisive = stopping.find((fault) => fault.line > 0) ?? stopping[0] ?? null;
  return {
    text: writeOpeningFile(gatherer.rows()),
    fec: {
      lines: report.lines,
      entries: report.entries,
      lastDate: gatherer.lastDate,
      analytic: report.extraColumns.some((name) => name.toLowerCase() === "codeanalytique"),
      decisive,
      others: decisive === null ? countOf(report, "error") : 0,
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = 1 << 20;
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
