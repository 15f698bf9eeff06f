import { useLanguage } from "#ui/language.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";
import type { Choices } from "./whose.store.ts";

/** For whom one answers. */
export function WhoseFields({ choices }: { readonly choices: Choices }) {
  const words = useLanguage().choose({ fr, en }).fields;
  if (!choices.network) {
    return <Select name="activityId" label={words.activity} options={choices.activities} required />;
  }
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <TextInput name="house" label={words.house} defaultValue={choices.structure} maxLength={200} required />
      <TextInput name="houseSiren" label={words.houseSiren} inputMode="numeric" required />
    </div>
  );
}
