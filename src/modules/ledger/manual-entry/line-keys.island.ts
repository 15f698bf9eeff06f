import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import type { EntryForm } from "./manual-form.ts";

/** The name of the field that takes the focus once the rows are drawn again. */
export type FocusNext = RefObject<string | null>;

export function useFocusNext(rows: unknown): FocusNext {
  const next = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows drawn again are what is waited for
  useEffect(() => {
    const name = next.current;
    next.current = null;
    if (name !== null) document.getElementsByName(name)[0]?.focus();
  }, [rows]);
  return next;
}

/**
 * Enter goes to the same field of the next line, and makes one after the last; "=" in an amount writes what the activity
 * lacks to balance; Ctrl Enter saves. Everything else is the browser's.
 */
export function onLineKey(
  event: KeyboardEvent<HTMLElement>,
  form: EntryForm,
  edit: (intent: string) => void,
  focusNext: FocusNext,
): void {
  const field = event.target;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
  const [, row, column] = /^lines\.(\d+)\.(\w+)$/.exec(field.name) ?? [];
  if (row === undefined || column === undefined) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    field.form?.requestSubmit();
  } else if (event.key === "Enter" && field instanceof HTMLInputElement) {
    event.preventDefault();
    const below = Number(row) + 1;
    if (below < form.lines.length) document.getElementsByName(`lines.${below}.${column}`)[0]?.focus();
    else {
      focusNext.current = `lines.${below}.account`;
      edit("line.add");
    }
  } else if (event.key === "=" && (column === "debit" || column === "credit")) {
    event.preventDefault();
    focusNext.current = field.name;
    edit(`line.balance.${row}`);
  }
}
