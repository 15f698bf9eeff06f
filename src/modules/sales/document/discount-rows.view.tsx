import { Plus, Trash2 } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./document-form.en.ts";
import { fr } from "./document-form.fr.ts";
import { type DiscountForm, MAX_FORM_DISCOUNTS } from "./document-form.ts";
import type { EditorAct, LineErrors } from "./editor-state.ts";
import { LineSelect, LineText, RowButton } from "./line-field.view.tsx";

/** Discounts on the whole document, each with its reason. */
export function DiscountRows({
  discounts,
  errors,
  dispatch,
}: {
  readonly discounts: readonly DiscountForm[];
  readonly errors: LineErrors;
  readonly dispatch: (what: EditorAct) => void;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const kinds = Object.entries(words.discountKinds).map(([value, label]) => ({ value, label }));
  return (
    <div className="flex flex-col gap-2">
      {discounts.map((discount, index) => {
        const field = (name: "label" | "value" | "kind") => ({
          name: `discounts.${index}.${name}`,
          value: discount[name],
          error: errors[discount.key]?.[name],
          onValue: (value: string) =>
            dispatch({ act: "edit", change: { type: "setDiscount", index, field: name, value } }),
        });
        return (
          <fieldset key={discount.key} className="flex flex-wrap items-start gap-x-3 gap-y-1">
            <legend className="sr-only">{fill(words.discountOf, { line: String(index + 1) })}</legend>
            <LineText {...field("label")} label={words.fieldsOf.discountLabel} className="flex-1 basis-48" />
            <LineText {...field("value")} label={words.fieldsOf.discount} figures className="w-28" />
            <LineSelect {...field("kind")} label={words.fieldsOf.discountKind} options={kinds} className="w-28" />
            <RowButton
              className="mt-6"
              intent={`discount.remove.${index}`}
              icon={Trash2}
              label={fill(words.discountRemove, { line: String(index + 1) })}
              onPress={() => dispatch({ act: "edit", change: { type: "removeDiscount", index } })}
            />
          </fieldset>
        );
      })}
      {discounts.length < MAX_FORM_DISCOUNTS ? (
        <div>
          <RowButton
            intent="discount.add"
            icon={Plus}
            onPress={() => dispatch({ act: "edit", change: { type: "addDiscount" } })}
          >
            {words.discountAdd}
          </RowButton>
        </div>
      ) : null}
    </div>
  );
}
