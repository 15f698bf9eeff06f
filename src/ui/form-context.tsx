import { createContext, useContext, useId } from "react";
import type { Problem } from "./problem.ts";

/** What a form tells its fields: what is wrong, what was typed before, and how their ids begin. */
export type FormState = {
  readonly prefix: string;
  readonly problem: Problem | null;
  readonly typed: Readonly<Record<string, string>> | null;
  readonly several: Readonly<Record<string, readonly string[]>>;
  /** It was sent and came back: it may be sent again, even while the page around it is still being read. */
  readonly answered: boolean;
};

const FormContext = createContext<FormState | null>(null);
export const FormStateProvider = FormContext.Provider;

/** The id of a field of a form: also the anchor of the problem summary's links. */
export function fieldId(prefix: string, name: string): string {
  return `${prefix}-${name}`;
}

export type FieldState = {
  readonly id: string;
  readonly error: string | undefined;
  readonly typed: string | undefined;
};

/** The state of one field: its own error wins over the form's. */
export function useField(name: string | undefined, id?: string, error?: string): FieldState {
  const form = useContext(FormContext);
  const own = useId();
  const named = form !== null && name !== undefined;
  return {
    id: id ?? (named ? fieldId(form.prefix, name) : own),
    error: error ?? (named ? form.problem?.fields[name] : undefined),
    typed: named ? form.typed?.[name] : undefined,
  };
}

/** What was ticked under a name when the form was sent and came back (nothing: all was unticked); null before that. */
export function useTicked(name: string | undefined): readonly string[] | null {
  const form = useContext(FormContext);
  if (name === undefined || !form?.typed) return null;
  const one = form.typed[name];
  return form.several[name] ?? (one === undefined ? [] : [one]);
}

/** True once the form was sent and came back. */
export function useAnswered(): boolean {
  return useContext(FormContext)?.answered ?? false;
}
