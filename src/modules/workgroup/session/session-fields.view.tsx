import type { Day } from "#kernel/day.ts";
import type { Language } from "#kernel/language.ts";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { timeText } from "#ui/time-input.ts";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import type { Session } from "./session.store.ts";

/** "14 h 30, Brest": what is known of it. */
export function hourAndPlace({ startsAt, place }: Pick<Session, "startsAt" | "place">, language: Language): string {
  const hour = startsAt === "" ? "" : timeText(startsAt, language);
  return [hour, place].filter((text) => text !== "").join(", ");
}

/** When and where a session is held, and what it is about. */
export function SessionFields({ given, today }: { readonly given: Session | null; readonly today: Day }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const hour = given?.startsAt ?? "";
  return (
    <>
      <DayInput name="heldOn" label={words.heldOn} today={today} defaultValue={given?.heldOn} required />
      <TextInput
        name="startsAt"
        label={words.startsAt}
        help={words.startsAtHelp}
        defaultValue={hour === "" ? "" : timeText(hour, language)}
        maxLength={10}
        optional
      />
      <TextInput name="place" label={words.place} defaultValue={given?.place} maxLength={200} optional />
      <TextInput name="link" label={words.link} defaultValue={given?.link} inputMode="url" maxLength={400} optional />
      <Textarea name="agenda" label={words.agenda} defaultValue={given?.agenda} rows={4} maxLength={4000} optional />
    </>
  );
}
