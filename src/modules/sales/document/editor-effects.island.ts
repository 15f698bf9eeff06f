import { type RefObject, useEffect, useRef } from "react";
import type { Problem } from "#ui/problem.ts";
import { type DocumentForm, readDocumentForm } from "./document-form.ts";
import type { LineDefaults } from "./document-form-edit.ts";
import type { EditorAct, EditorState } from "./editor-state.ts";

type Dispatch = (what: EditorAct) => void;

/** A refusal from the server brings back the form that was sent, with its sentences. */
export function useReloadAfter(problem: Problem | null, form: DocumentForm, dispatch: Dispatch): void {
  const seen = useRef(problem);
  useEffect(() => {
    if (problem === null || seen.current === problem) return;
    seen.current = problem;
    dispatch({ act: "load", form, fields: problem.fields });
  }, [problem, form, dispatch]);
}

/** What was typed before the script arrived is kept. */
export function useTypedBefore(root: RefObject<HTMLDivElement | null>, dispatch: Dispatch): void {
  useEffect(() => {
    const form = root.current?.closest("form");
    const changed = [...(root.current?.querySelectorAll<HTMLInputElement>("input[type=text], textarea") ?? [])].some(
      (input) => input.value !== input.defaultValue,
    );
    if (form && changed) dispatch({ act: "load", form: readDocumentForm(new FormData(form)), fields: {} });
  }, [root, dispatch]);
}

/** Lines still blank take the habits of the customer just chosen. */
export function useDefaults(defaults: LineDefaults, dispatch: Dispatch): void {
  const { vat, unit, nature, account } = defaults;
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values, not the object, say that the customer changed
  useEffect(() => {
    if (first.current) first.current = false;
    else dispatch({ act: "edit", change: { type: "defaults" } });
  }, [vat, unit, nature, account, dispatch]);
}

export function useFocus(root: RefObject<HTMLDivElement | null>, { focus }: EditorState): void {
  useEffect(() => {
    if (focus === null) return;
    const row = root.current?.querySelector(`[data-line="${focus.key}"]`);
    const button = row?.querySelector<HTMLElement>(`button[value^="line.${focus.control}."]`);
    const first = row?.querySelector<HTMLElement>("input:not([type=hidden]), textarea");
    (button ?? first)?.focus();
  }, [root, focus]);
}

/** Enter in a line adds the next one; Ctrl + Enter saves; Enter elsewhere sends nothing by accident. */
export function useFormKeys(root: RefObject<HTMLDivElement | null>, dispatch: Dispatch): void {
  useEffect(() => {
    const form = root.current?.closest("form");
    if (!form) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLElement)) return;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        form.requestSubmit(form.querySelector<HTMLButtonElement>("button[data-save]"));
        return;
      }
      if (!(event.target instanceof HTMLInputElement) || event.target.role === "combobox") return;
      event.preventDefault();
      const row = event.target.closest<HTMLElement>("[data-line]");
      if (row) dispatch({ act: "addAfter", key: Number(row.dataset.line) });
    };
    form.addEventListener("keydown", onKey);
    return () => form.removeEventListener("keydown", onKey);
  }, [root, dispatch]);
}
