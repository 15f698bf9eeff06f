import type { Day } from "#kernel/day.ts";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import type { Session } from "./session.store.ts";

/** When and where a session is held, and what it is about. */
export function SessionFields({ given, today }: { readonly given: Session | null; readonly today: Day }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <DayInput name="heldOn" label={words.heldOn} today={today} defaultValue={given?.heldOn} required />
      <TextInput
        name="startsAt"
        label={words.startsAt}
        help={words.startsAtHelp}
        defaultValue={given?.startsAt}
        maxLength={5}
        optional
      />
      <TextInput name="place" label={words.place} defaultValue={given?.place} maxLength={200} optional />
      <TextInput name="link" label={words.link} defaultValue={given?.link} inputMode="url" maxLength={400} optional />
      <Textarea name="agenda" label={words.agenda} defaultValue={given?.agenda} rows={4} maxLength={4000} optional />
    </>
  );
}
