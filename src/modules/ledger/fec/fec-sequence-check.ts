/** Continuity of EcritureNum, whether a program numbers all journals together or each one apart. Memory: one bit a number. */
import { addFault, type FecReport } from "./fec-report.ts";

const CHUNK = 1024;
const MAX_GAPS = 50;

/** The numbers seen in one scope, and where they jumped or went back. */
class Sequence {
  readonly #chunks = new Map<number, Uint32Array>();
  readonly #jumps: { from: number; to: number; line: number }[] = [];
  readonly regressions: { from: number; to: number; line: number }[] = [];
  regressionCount = 0;
  /** Distinct numbers. */
  count = 0;
  #last: number | null = null;

  has(value: number): boolean {
    const key = Math.floor(value / CHUNK);
    const offset = value - key * CHUNK;
    return ((this.#chunks.get(key)?.[offset >>> 5] ?? 0) & (1 << (offset & 31))) !== 0;
  }

  add(value: number, line: number): void {
    const last = this.#last;
    if (last !== null && value < last) {
      this.regressionCount += 1;
      if (this.regressions.length < MAX_GAPS) this.regressions.push({ from: last, to: value, line });
    }
    if (last !== null && Math.abs(value - last) > 1 && this.#jumps.length < 100_000) {
      this.#jumps.push({ from: Math.min(last, value), to: Math.max(last, value), line });
    }
    this.#last = value;
    if (!this.has(value)) this.count += 1;
    const key = Math.floor(value / CHUNK);
    let bits = this.#chunks.get(key);
    if (!bits) {
      bits = new Uint32Array(CHUNK / 32);
      this.#chunks.set(key, bits);
    }
    const offset = value - key * CHUNK;
    bits[offset >>> 5] = (bits[offset >>> 5] ?? 0) | (1 << (offset & 31));
  }

  /** Numbers missing between the lowest and the highest, as pairs of neighbours, with the line of the first jump over them. */
  gaps(): { from: number; to: number; line: number }[] {
    const gaps: { from: number; to: number; line: number }[] = [];
    let previous: number | null = null;
    for (const key of [...this.#chunks.keys()].sort((a, b) => a - b)) {
      const bits = this.#chunks.get(key) ?? new Uint32Array();
      for (let offset = 0; offset < CHUNK; offset += 1) {
        if (((bits[offset >>> 5] ?? 0) & (1 << (offset & 31))) === 0) continue;
        const value = key * CHUNK + offset;
        if (previous !== null && value > previous + 1) {
          const [from, to] = [previous, value];
          const jump = this.#jumps.find((candidate) => candidate.from <= from && candidate.to >= to);
          gaps.push({ from, to, line: jump?.line ?? 0 });
          if (gaps.length >= MAX_GAPS) return gaps;
        }
        previous = value;
      }
    }
    return gaps;
  }
}

export class SequenceCheck {
  readonly #global = new Sequence();
  readonly #byJournal = new Map<string, Sequence>();
  readonly #prefixes = new Set<string>();
  /** The same number in two journals: they are numbered apart. */
  #shared = false;

  /** The first line of each entry, in the order of the file. */
  add(journal: string, number: string, line: number, report: FecReport): void {
    const match = /^(.*?)(\d{1,15})$/.exec(number);
    if (!match) {
      if (number !== "") addFault(report, "sequenceForm", line, { number });
      return;
    }
    const value = Number(match[2]);
    if (this.#prefixes.size < 1000) this.#prefixes.add(match[1] ?? "");
    const scope = `${journal}\t${match[1]}`;
    let sequence = this.#byJournal.get(scope);
    if (!sequence) {
      sequence = new Sequence();
      this.#byJournal.set(scope, sequence);
    }
    if (this.#global.has(value) && !sequence.has(value)) this.#shared = true;
    this.#global.add(value, line);
    sequence.add(value, line);
  }

  /** Tells the faults of the way of numbering that explains the file best. */
  end(report: FecReport): void {
    const journals = [...this.#byJournal].map(([scope, sequence]) => ({
      facts: { scope: "journal", journal: scope.split("\t")[0] ?? "" },
      sequence,
      gaps: sequence.gaps(),
    }));
    const all = [{ facts: { scope: "global", journal: "" }, sequence: this.#global, gaps: this.#global.gaps() }];
    const cost = (parts: typeof all) =>
      parts.reduce((total, part) => total + part.gaps.length + part.sequence.regressionCount, 0);
    // Journals numbered apart share numbers, differ by a prefix, or are each continuous over several entries.
    const apart =
      this.#prefixes.size > 1 ||
      this.#shared ||
      journals.every(({ sequence, gaps }) => sequence.count > 1 && gaps.length === 0);
    const chosen = apart && cost(journals) <= cost(all) ? journals : all;
    for (const { facts, sequence, gaps } of chosen) {
      for (const gap of gaps) {
        addFault(report, "sequenceGap", gap.line, { ...facts, from: String(gap.from), to: String(gap.to) });
      }
      for (const { from, to, line } of sequence.regressions) {
        addFault(report, "sequenceOrder", line, { ...facts, from: String(from), to: String(to) });
      }
    }
  }
}
