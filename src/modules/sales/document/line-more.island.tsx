import { useState } from "react";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./document-form.en.ts";
import { fr } from "./document-form.fr.ts";
import type { ItemForm } from "./document-form.ts";
import { LineSelect, LineText, LineTextarea } from "./line-field.view.tsx";

const MORE = ["description", "nature", "discount", "discountLabel", "account"];

/** What most lines do without: detail, discount, nature, account. Open when it holds something. */
export function MoreFields({
  line,
  field,
  errors,
  showAccounts,
}: {
  readonly line: ItemForm;
  readonly field: (name: keyof ItemForm & string) => Omit<Parameters<typeof LineText>[0], "label">;
  readonly errors: Readonly<Record<string, string>> | undefined;
  readonly showAccounts: boolean;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const [open, setOpen] = useState(line.description !== "" || line.discount !== "");
  const wrong = errors !== undefined && MORE.some((name) => errors[name]);
  const plain = (name: keyof ItemForm & string) => ({ ...field(name), underHeading: false });
  const choices = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <details
      open={open || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="min-w-0 flex-1 basis-60 open:basis-full"
    >
      <summary className="inline-flex min-h-9 cursor-pointer items-center text-aide text-marque underline underline-offset-4">
        {words.details}
      </summary>
      <div className="grid grid-cols-6 gap-x-3 gap-y-2 pb-2">
        <LineTextarea {...plain("description")} label={words.fieldsOf.description} className="col-span-6" />
        <LineText
          {...plain("discount")}
          label={words.fieldsOf.discount}
          figures
          className="col-span-3 @2xl:col-span-1"
        />
        <LineSelect
          {...plain("discountKind")}
          label={words.fieldsOf.discountKind}
          options={choices(words.discountKinds)}
          className="col-span-3 @2xl:col-span-1"
        />
        <LineText
          {...plain("discountLabel")}
          label={words.fieldsOf.discountLabel}
          className="col-span-6 @2xl:col-span-2"
        />
        <LineSelect
          {...plain("nature")}
          label={words.fieldsOf.nature}
          options={choices(words.natures)}
          className="col-span-6 @2xl:col-span-2"
        />
        {showAccounts ? (
          <LineText {...plain("account")} label={words.fieldsOf.account} className="col-span-6 @2xl:col-span-2" />
        ) : (
          <input type="hidden" name={plain("account").name} value={line.account} />
        )}
      </div>
    </details>
  );
}
