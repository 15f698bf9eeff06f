import type { Day } from "#kernel/day.ts";
import { type ChosenStructure, StructureChoice } from "#modules/network/index.view.ts";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import type { Convention, Party } from "./convention.ts";

/** What the parties agree: its years, its parties, who leads. */
export function ConventionFields({
  given,
  parties,
  structures,
  today,
}: {
  readonly given: Convention | null;
  readonly parties: readonly Party[];
  readonly structures: readonly ChosenStructure[];
  readonly today: Day;
}) {
  const words = useLanguage().choose({ fr, en });
  const options = structures.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextInput name="title" label={words.name} defaultValue={given?.title} maxLength={160} required />
      <TextInput name="reference" label={words.reference} defaultValue={given?.reference} maxLength={80} optional />
      <Textarea name="purpose" label={words.purpose} defaultValue={given?.purpose} maxLength={4000} rows={4} optional />
      <div className="grid gap-4 sm:grid-cols-2">
        <DayInput name="startsOn" label={words.startsOn} today={today} defaultValue={given?.startsOn} required />
        <DayInput name="endsOn" label={words.endsOn} today={today} defaultValue={given?.endsOn} required />
      </div>
      <StructureChoice
        name="partyIds"
        label={words.partyIds}
        help={words.partyHelp}
        structures={structures}
        first={["cae", "authority", "funder"]}
        chosen={parties.map(({ structureId }) => structureId)}
      />
      <Select
        name="leadId"
        label={words.leadId}
        help={words.leadHelp}
        placeholder=" "
        options={options}
        defaultValue={given?.leadId}
        required
      />
    </>
  );
}
