/** What the line editor holds in the browser: the typed document, its sentences, the last line removed. Pure. */

import type { Language } from "#kernel/language.ts";
import { contentOf } from "./document-content.ts";
import { type DocumentForm, type FieldCode, formOf, type LineForm } from "./document-form.ts";
import { type Edit, edit, type LineDefaults, type LineKind, readyToType } from "./document-form-edit.ts";

/** Sentences by line (its key) then field: they follow their line when it moves. */
export type LineErrors = Readonly<Record<number, Readonly<Record<string, string>>>>;

/** Where the focus goes after an act: a field of a line, or a button of it. */
export type Focus = { readonly key: number; readonly control: "first" | "up" | "down" };

/** What just happened, for those who do not see it. */
export type Told =
  | { readonly what: "added"; readonly kind: LineKind; readonly line: number }
  | { readonly what: "removed" | "moved"; readonly line: number };

export type EditorState = {
  readonly form: DocumentForm;
  readonly lineErrors: LineErrors;
  readonly discountErrors: LineErrors;
  readonly removed: { readonly line: LineForm; readonly index: number } | null;
  readonly focus: Focus | null;
  readonly told: Told | null;
};

export type EditorAct =
  | { readonly act: "edit"; readonly change: Edit }
  | { readonly act: "setLine" | "leaveLine"; readonly key: number; readonly field: string; readonly value?: string }
  | { readonly act: "moveLine"; readonly key: number; readonly by: 1 | -1 }
  | { readonly act: "removeLine"; readonly key: number }
  | { readonly act: "addAfter"; readonly key: number }
  | { readonly act: "undo" }
  | { readonly act: "load"; readonly form: DocumentForm; readonly fields: Readonly<Record<string, string>> };

/** What a reducer needs of the page around it. */
export type EditorSetting = {
  readonly defaults: LineDefaults;
  readonly language: Language;
  /** The sentence of a code, in the person's language. */
  readonly sentence: (code: FieldCode) => string;
};

/** The state of a document that comes from the server, with the sentences of what it refused. */
export function openEditor(
  given: DocumentForm,
  fields: Readonly<Record<string, string>>,
  defaults: LineDefaults,
): EditorState {
  const form = readyToType(given, defaults);
  return {
    form,
    lineErrors: byKey(fields, "lines", form.lines),
    discountErrors: byKey(fields, "discounts", form.discounts),
    removed: null,
    focus: null,
    told: null,
  };
}

function byKey(
  fields: Readonly<Record<string, string>>,
  list: string,
  rows: readonly { readonly key: number }[],
): LineErrors {
  const errors: Record<number, Record<string, string>> = {};
  for (const [name, sentence] of Object.entries(fields)) {
    const [first, index, field] = name.split(".");
    const row = first === list ? rows[Number(index)] : undefined;
    if (row && field) errors[row.key] = { ...errors[row.key], [field]: sentence };
  }
  return errors;
}

export function act(state: EditorState, { defaults, language, sentence }: EditorSetting, what: EditorAct): EditorState {
  const change = (one: Edit) => edit(state.form, one, defaults, language);
  const index = "key" in what ? state.form.lines.findIndex((line) => line.key === what.key) : -1;
  switch (what.act) {
    case "load":
      return openEditor(what.form, what.fields, defaults);
    case "edit":
      return afterEdit(state, change(what.change), what.change);
    case "addAfter":
      return afterEdit(state, change({ type: "add", kind: "item", after: index }), { type: "add", kind: "item" });
    case "setLine":
      if (index < 0) return state;
      return {
        ...state,
        form: change({ type: "set", index, field: what.field, value: what.value ?? "" }),
        lineErrors: without(state.lineErrors, what.key, what.field),
      };
    case "leaveLine":
      return leave(state, index, what.field, language, sentence);
    case "moveLine": {
      const target = index + what.by;
      if (index < 0 || target < 0 || target >= state.form.lines.length) return state;
      return {
        ...state,
        form: change({ type: "move", index, by: what.by }),
        focus: { key: what.key, control: what.by === -1 ? "up" : "down" },
        told: { what: "moved", line: target + 1 },
      };
    }
    case "removeLine": {
      const line = state.form.lines[index];
      if (!line) return state;
      const form = change({ type: "remove", index });
      const near = form.lines[Math.min(index, form.lines.length - 1)];
      return {
        ...state,
        form,
        removed: { line, index },
        focus: near ? { key: near.key, control: "first" } : null,
        told: { what: "removed", line: index + 1 },
      };
    }
    case "undo": {
      if (state.removed === null) return state;
      const { line, index: at } = state.removed;
      const lines = [...state.form.lines.slice(0, at), line, ...state.form.lines.slice(at)];
      return { ...state, form: { ...state.form, lines }, removed: null, focus: { key: line.key, control: "first" } };
    }
  }
}

function afterEdit(state: EditorState, form: DocumentForm, change: Edit): EditorState {
  if (change.type !== "add" && change.type !== "product") return { ...state, form };
  const before = new Set(state.form.lines.map((line) => line.key));
  const index = form.lines.findIndex((line) => !before.has(line.key));
  const added = form.lines[index];
  if (!added) return { ...state, form };
  return {
    ...state,
    form,
    focus: { key: added.key, control: "first" },
    told: { what: "added", kind: added.kind, line: index + 1 },
  };
}

/** On leaving a field its text is read; an empty one is left in peace until the form is sent. */
function leave(
  state: EditorState,
  index: number,
  field: string,
  language: Language,
  sentence: (code: FieldCode) => string,
): EditorState {
  const line = state.form.lines[index];
  if (!line || String((line as Record<string, unknown>)[field] ?? "").trim() === "") return state;
  const code = contentOf({ ...state.form, lines: [line], discounts: [] }, language).errors[`lines.0.${field}`];
  if (code === undefined) {
    return {
      ...state,
      form: rewrite(state.form, index, field, language),
      lineErrors: without(state.lineErrors, line.key, field),
    };
  }
  return {
    ...state,
    lineErrors: { ...state.lineErrors, [line.key]: { ...state.lineErrors[line.key], [field]: sentence(code) } },
  };
}

/** « 3*45 » and « 1h30 » become 135,00 and 1,5 once they are read: what is seen is what is counted. */
function rewrite(form: DocumentForm, index: number, field: string, language: Language): DocumentForm {
  const line = form.lines[index];
  if (line?.kind !== "item" || (field !== "unitPrice" && field !== "quantity")) return form;
  const read = contentOf({ ...form, lines: [line], discounts: [] }, language).content;
  const clean = formOf(read, language).lines[0];
  if (clean?.kind !== "item" || clean[field] === line[field]) return form;
  return { ...form, lines: form.lines.map((one, rank) => (rank === index ? { ...line, [field]: clean[field] } : one)) };
}

function without(errors: LineErrors, key: number, field: string): LineErrors {
  if (errors[key]?.[field] === undefined) return errors;
  const { [field]: _, ...rest } = errors[key];
  return { ...errors, [key]: rest };
}
