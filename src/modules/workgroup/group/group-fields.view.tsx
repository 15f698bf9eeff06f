import { RadioGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "./group.en.ts";
import { fr } from "./group.fr.ts";
import { GROUP_READERS, type Workgroup } from "./group.ts";

/** What a group is for, and who reads it. */
export function GroupFields({ given }: { readonly given: Workgroup | null }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <TextInput name="title" label={words.name} defaultValue={given?.title} maxLength={160} required />
      <TextInput name="subject" label={words.subject} defaultValue={given?.subject} maxLength={400} optional />
      <Textarea
        name="mandate"
        label={words.mandate}
        help={words.mandateHelp}
        defaultValue={given?.mandate}
        maxLength={4000}
        rows={4}
        optional
      />
      <RadioGroup
        name="readers"
        label={words.readersLabel}
        defaultValue={given?.readers ?? "network"}
        options={GROUP_READERS.map((value) => ({ value, label: words.readers[value] }))}
      />
    </>
  );
}
