import { fill } from "#kernel/language.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "./processing.en.ts";
import { fr } from "./processing.fr.ts";
import { BASES, type Processing } from "./processing.ts";

type Props = {
  readonly current: Processing | null;
  /** The periods that run by themselves, in words; "" when none does. */
  readonly periods: string;
  readonly answer: FormAnswer | undefined;
};

/** The next version of an entry, starting from the one in force. */
export function ProcessingForm({ current, periods, answer }: Props) {
  const words = useLanguage().choose({ fr, en });
  const { fields } = words;
  const area = (name: "purpose" | "persons" | "data" | "recipients" | "security", maxLength: number) => (
    <Textarea name={name} label={fields[name]} defaultValue={current?.[name] ?? ""} maxLength={maxLength} required />
  );
  return (
    <SubmitForm hidden={{ version: String(current?.version ?? 0) }} answer={answer} className="flex flex-col gap-4">
      <TextInput name="name" label={fields.name} defaultValue={current?.name ?? ""} maxLength={200} required />
      {area("purpose", 2000)}
      <Select
        name="basis"
        label={fields.basis}
        defaultValue={current?.basis ?? "contract"}
        options={BASES.map((value) => ({ value, label: words.bases[value] }))}
      />
      <TextInput
        name="basisDetail"
        label={fields.basisDetail}
        defaultValue={current?.basisDetail ?? ""}
        maxLength={500}
        optional
      />
      {area("persons", 1000)}
      {area("data", 2000)}
      {area("recipients", 1000)}
      <Textarea
        name="transfers"
        label={fields.transfers}
        help={words.noTransfer}
        defaultValue={current?.transfers ?? ""}
        maxLength={1000}
        optional
      />
      <Textarea
        name="retention"
        label={fields.retention}
        help={periods === "" ? words.retentionNone : fill(words.retentionHelp, { periods })}
        defaultValue={current?.retention ?? ""}
        maxLength={1000}
        {...(periods === "" ? { required: true } : { optional: true })}
      />
      {area("security", 2000)}
      {current === null ? null : <Checkbox name="ended" label={fields.ended} defaultChecked={current.ended} />}
      <SubmitButton className="w-fit">{words.save}</SubmitButton>
    </SubmitForm>
  );
}
