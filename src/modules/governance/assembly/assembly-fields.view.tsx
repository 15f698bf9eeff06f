import type { Day } from "#kernel/day.ts";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { timeText } from "#ui/time-input.ts";
import { ASSEMBLY_KINDS, CALLS } from "../setup/articles.ts";
import { en } from "./assembly.en.ts";
import { fr } from "./assembly.fr.ts";
import type { momentOf } from "./assembly-reading.store.ts";

type Fields = { readonly given: ReturnType<typeof momentOf> | null; readonly today: Day };

export function AssemblyFields({ given, today }: Fields) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      <TextInput name="title" label={words.name} defaultValue={given?.title ?? ""} maxLength={120} required />
      <Select
        name="kind"
        label={words.kind}
        defaultValue={given?.kind ?? "ordinary"}
        options={ASSEMBLY_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <Select
        name="call"
        label={words.call}
        defaultValue={String(given?.call ?? 1)}
        options={CALLS.map((value) => ({ value: String(value), label: words.calls[value] }))}
      />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <DayInput name="day" label={words.day} today={today} defaultValue={given?.day ?? ""} required />
        <TextInput
          name="time"
          label={words.time}
          defaultValue={given === null ? "" : timeText(given.time, language)}
          required
        />
      </div>
      <TextInput name="place" label={words.place} defaultValue={given?.place ?? ""} maxLength={200} optional />
      <TextInput
        name="link"
        label={words.link}
        help={words.linkHelp}
        inputMode="url"
        defaultValue={given?.link ?? ""}
        maxLength={500}
        optional
      />
      <Textarea
        name="agenda"
        label={words.agenda}
        help={words.agendaHelp}
        defaultValue={given?.agenda ?? ""}
        maxLength={4000}
        rows={4}
        optional
      />
    </>
  );
}
