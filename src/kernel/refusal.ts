/** A refusal: a value, not an exception. A business rule says no, with a code and the facts of the sentence. */

import type { Facts } from "./fact.ts";

/** What kind of no: it decides the HTTP status (403, 404, 409, 422) at the edge, nowhere else. */
export type RefusalKind = "forbidden" | "missing" | "conflict" | "invalid";

export type Refusal<Code extends string = string> = {
  readonly refused: true;
  readonly kind: RefusalKind;
  /** Stable code, key of the French and English sentence: "invoice.notDraft". */
  readonly code: Code;
  /** Facts that the sentence names; amounts, days and rates are written when it is said, in the reader's language. */
  readonly facts: Facts;
  /** The form field the refusal speaks of, when there is one ("lines.2.unitPrice"). */
  readonly field?: string;
};

export function refuse<Code extends string>(
  kind: RefusalKind,
  code: Code,
  facts: Facts = {},
  field?: string,
): Refusal<Code> {
  return field === undefined ? { refused: true, kind, code, facts } : { refused: true, kind, code, facts, field };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && (value as { refused?: unknown }).refused === true;
}
