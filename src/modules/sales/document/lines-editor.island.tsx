import { Plus, RotateCcw } from "lucide-react";
import { type ReactNode, useId, useMemo, useReducer, useRef } from "react";
import { fill } from "#kernel/language.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useHydrated } from "#ui/hydrated.island.ts";
import { useLanguage } from "#ui/language.tsx";
import type { Problem } from "#ui/problem.ts";
import { DiscountRows } from "./discount-rows.view.tsx";
import { contentOf } from "./document-content.ts";
import { en } from "./document-form.en.ts";
import { fr } from "./document-form.fr.ts";
import type { DocumentForm } from "./document-form.ts";
import { LineHeadings, LineRow, type RowActs } from "./document-form.view.tsx";
import type { CatalogueItem, LineDefaults } from "./document-form-edit.ts";
import { DocumentTotalsView } from "./document-totals.view.tsx";
import { useDefaults, useFocus, useFormKeys, useReloadAfter, useTypedBefore } from "./editor-effects.island.ts";
import { act, type EditorAct, type EditorState, openEditor, type Told } from "./editor-state.ts";
import type { PriceMode } from "./line.ts";
import { RowButton } from "./line-field.view.tsx";
import { computeTotals, type DocumentTotals } from "./totals.ts";

export type LinesEditorProps = {
  /** What to type in: from the stored content (`formOf`), a new document (`emptyForm`), or what the action gives back. */
  readonly form: DocumentForm;
  /** What the action refused, by field. A new object loads `form` again, so that indexes agree. */
  readonly problem?: Problem | null;
  readonly defaults: LineDefaults;
  readonly catalogue: readonly CatalogueItem[];
  /** Product accounts are shown to those who keep the books only. */
  readonly showAccounts?: boolean;
  /** More rows under the total: a deposit, what was invoiced before. */
  readonly children?: (totals: DocumentTotals, mode: PriceMode) => ReactNode;
};

/**
 * The lines of a quote or an invoice. Rendered by the server as plain inputs and submit buttons (name "intent"), so it
 * works without script; with script totals follow each key, by the same `computeTotals`.
 * Enter adds a line; Ctrl + Enter presses the form's button marked `data-save`.
 */
export function LinesEditor({
  form,
  problem = null,
  defaults,
  catalogue,
  showAccounts = false,
  children,
}: LinesEditorProps) {
  const { language, choose } = useLanguage();
  const words = choose({ fr, en });
  const hydrated = useHydrated();
  const root = useRef<HTMLDivElement>(null);
  const product = useRef<HTMLSelectElement>(null);
  const id = useId();
  const setting = { defaults, language, sentence: (code: keyof typeof words.fields) => words.fields[code] };
  const [state, dispatch] = useReducer(
    (before: EditorState, what: EditorAct) => act(before, setting, what),
    null,
    () => openEditor(form, problem?.fields ?? {}, defaults),
  );
  useReloadAfter(problem, form, dispatch);
  useTypedBefore(root, dispatch);
  useDefaults(defaults, dispatch);
  useFocus(root, state);
  useFormKeys(root, dispatch);

  const reading = useMemo(() => contentOf(state.form, language), [state.form, language]);
  const totals = useMemo(() => computeTotals(reading.content), [reading]);
  const amounts = useMemo(() => new Map(totals.lines.map((line) => [line.index, line.amount])), [totals]);
  const acts = useMemo<RowActs>(
    () => ({
      set: (key, field, value) => dispatch({ act: "setLine", key, field, value }),
      leave: (key, field) => dispatch({ act: "leaveLine", key, field }),
      move: (key, by) => dispatch({ act: "moveLine", key, by }),
      remove: (key) => dispatch({ act: "removeLine", key }),
    }),
    [],
  );
  const { lines, mode } = state.form;

  return (
    <div ref={root} className="@container flex flex-col gap-4">
      {/* Without script Enter presses the first button of a form: it must be one that changes nothing. */}
      <button type="submit" name="intent" value="refresh" tabIndex={-1} aria-hidden="true" className="sr-only">
        {words.refresh}
      </button>
      <Card title={words.title} actions={<ModeChoice mode={mode} dispatch={dispatch} />}>
        <LineHeadings mode={mode} />
        <ol className="flex flex-col gap-2">
          {lines.map((line, index) => (
            <LineRow
              key={line.key}
              line={line}
              index={index}
              last={index === lines.length - 1}
              mode={mode}
              amount={amounts.get(index) ?? null}
              errors={state.lineErrors[line.key]}
              showAccounts={showAccounts}
              acts={acts}
            />
          ))}
        </ol>
        {state.removed ? (
          <p className="mt-2 flex items-center gap-3 text-texte2">
            {fill(words.removed, { line: String(state.removed.index + 1) })}
            <Button variant="quiet" size="small" icon={RotateCcw} onClick={() => dispatch({ act: "undo" })}>
              {words.undo}
            </Button>
          </p>
        ) : null}
        <p role="status" className="sr-only">
          {state.told ? tell(state.told, words) : ""}
        </p>
        <div className="mt-3 flex flex-wrap items-end gap-x-3 gap-y-2">
          {(["item", "group", "text"] as const).map((kind) => (
            <RowButton
              key={kind}
              intent={`line.add.${kind}`}
              icon={Plus}
              onPress={() => dispatch({ act: "edit", change: { type: "add", kind } })}
            >
              {words.add[kind]}
            </RowButton>
          ))}
          {catalogue.length > 0 ? (
            <div className="flex min-w-0 items-end gap-2">
              <div className="flex min-w-0 flex-col gap-0.5 text-aide text-texte2">
                <label htmlFor={`${id}-article`}>{words.catalogue}</label>
                <select
                  ref={product}
                  id={`${id}-article`}
                  name="product"
                  className="min-h-11 max-w-64 min-w-0 rounded-lg border border-bordure-forte bg-surface px-3 text-corps text-texte"
                >
                  <option value="">{words.cataloguePlaceholder}</option>
                  {catalogue.map((item) => (
                    <option key={item.id} value={item.id}>
                      {item.name}
                    </option>
                  ))}
                </select>
              </div>
              <RowButton
                intent="catalogue.add"
                onPress={() => {
                  const chosen = catalogue.find((item) => item.id === product.current?.value);
                  if (chosen) dispatch({ act: "edit", change: { type: "product", product: chosen } });
                }}
              >
                {words.catalogueAdd}
              </RowButton>
            </div>
          ) : null}
        </div>
        <p className="mt-2 hidden text-aide text-texte2 pointer-fine:block">{hydrated ? words.keys : null}</p>
      </Card>
      <Card>
        <div className="flex flex-col gap-4">
          <DiscountRows discounts={state.form.discounts} errors={state.discountErrors} dispatch={dispatch} />
          <DocumentTotalsView totals={totals} discounts={reading.content.discounts}>
            {children?.(totals, mode)}
          </DocumentTotalsView>
          {hydrated ? null : (
            <Button type="submit" name="intent" value="refresh" className="self-end">
              {words.refresh}
            </Button>
          )}
        </div>
      </Card>
    </div>
  );
}

function tell(told: Told, words: { added: Record<string, string>; removed: string; moved: string }): string {
  const sentence = told.what === "added" ? (words.added[told.kind] ?? "") : words[told.what];
  return fill(sentence, { line: String(told.line) });
}

function ModeChoice({ mode, dispatch }: { mode: DocumentForm["mode"]; dispatch: (what: EditorAct) => void }) {
  const id = useId();
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2 text-aide text-texte2">
      <label htmlFor={id}>{words.mode}</label>
      <select
        id={id}
        name="mode"
        value={mode}
        onChange={(event) =>
          dispatch({ act: "edit", change: { type: "mode", mode: event.currentTarget.value === "ttc" ? "ttc" : "ht" } })
        }
        className="min-h-11 min-w-0 max-w-40 rounded-lg border border-bordure-forte bg-surface px-3 text-corps text-texte"
      >
        <option value="ht">{words.modes.ht}</option>
        <option value="ttc">{words.modes.ttc}</option>
      </select>
    </div>
  );
}
