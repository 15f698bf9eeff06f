import type { Day } from "#kernel/day.ts";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { Problem } from "#ui/problem.ts";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import type { QuoteForm } from "./quote-form.ts";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";

const NAMES = ["validityDays", "purchaseOrder", "deliveryDate", "deliveryAddress", "introduction", "mentions", "note"];

/** Validity, dates, references, words: good defaults, out of the way; open when one of them is wrong or filled. */
export function QuoteMoreFields({
  form,
  today,
  problem,
}: {
  readonly form: QuoteForm;
  readonly today: Day;
  readonly problem: Problem | null;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const wrong = NAMES.some((name) => problem?.fields[name]);
  const filled = [
    form.purchaseOrder,
    form.deliveryDate,
    form.deliveryAddress,
    form.introduction,
    form.mentions,
    form.note,
  ];
  return (
    <details open={wrong || filled.some((text) => text !== "")} className="rounded-xl border border-bordure bg-surface">
      <summary className="cursor-pointer p-4 font-semibold text-marque sm:px-5">{words.more}</summary>
      <div className="grid gap-4 p-4 pt-0 sm:grid-cols-2 sm:px-5">
        <TextInput
          name="validityDays"
          label={words.validityDays}
          defaultValue={form.validityDays}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextInput name="purchaseOrder" label={words.purchaseOrder} defaultValue={form.purchaseOrder} optional />
        <DayInput
          name="deliveryDate"
          label={words.deliveryDate}
          today={today}
          defaultValue={form.deliveryDate}
          optional
        />
        <Textarea
          name="deliveryAddress"
          label={words.deliveryAddress}
          defaultValue={form.deliveryAddress}
          rows={2}
          optional
        />
        <Textarea
          name="introduction"
          label={words.introduction}
          defaultValue={form.introduction}
          rows={2}
          optional
          fieldClassName="sm:col-span-2"
        />
        <Textarea
          name="mentions"
          label={words.mentions}
          help={words.mentionsHelp}
          defaultValue={form.mentions}
          rows={2}
          optional
          fieldClassName="sm:col-span-2"
        />
        <Textarea
          name="note"
          label={words.note}
          defaultValue={form.note}
          rows={2}
          optional
          fieldClassName="sm:col-span-2"
        />
        <Select
          name="language"
          label={words.documentLanguage}
          defaultValue={form.language}
          options={[
            { value: "fr", label: "Français" },
            { value: "en", label: "English" },
          ]}
        />
      </div>
    </details>
  );
}
