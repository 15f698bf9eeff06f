/** What a cooperative says and asks on its public page. */
import { linesIn } from "#kernel/lines.ts";

export type Intake = {
  readonly open: boolean;
  readonly introduction: string;
  readonly refusalReasons: readonly string[];
  readonly version: number;
  /** What candidates agree to; null while nothing was written. */
  readonly consent: ConsentText | null;
};

export type ConsentText = { readonly version: number; readonly french: string; readonly english: string };

/** One reason a line, each once, none empty. */
export function reasonsIn(text: string): string[] {
  return [...new Set(linesIn(text))];
}
