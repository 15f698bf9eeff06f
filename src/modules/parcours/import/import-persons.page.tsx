import { readTenant } from "#platform/http/tenant.ts";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { Route } from "./+types/import-persons.page";
import { en } from "./import.en.ts";
import { fr } from "./import.fr.ts";
import { IMPORT_COLUMNS, IMPORT_KEYS } from "./import.ts";
import { useColumnWords } from "./import-persons.view.tsx";
import { ImportSheet } from "./import-preview.view.tsx";
import { personImport } from "./person-import.page.ts";
import { answerImport, openImport } from "./sheet-import.page.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, (reader) => openImport(reader, personImport));
}

export function action(args: Route.ActionArgs) {
  return answerImport(args, personImport);
}

export default function ImportPersonsPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const wordOf = useColumnWords();
  const { slug, today, key } = loaderData;
  const persons = `/${slug}/personnes`;
  return (
    <ImportSheet
      title={words.title}
      lead={words.lead}
      base={persons}
      crumb={{ to: persons, label: words.crumb }}
      idempotencyKey={key}
      answer={actionData}
      columns={IMPORT_COLUMNS.map((value) => ({ value, label: wordOf(value) }))}
      keys={{
        label: words.key,
        help: words.keyHelp,
        options: IMPORT_KEYS.map((value) => ({ value, label: words.keys[value] })),
      }}
      next={{ to: persons, label: words.seePersons }}
      asked={({ from }) => (
        <DayInput name="from" label={words.from} help={words.fromHelp} today={today} defaultValue={from} />
      )}
    />
  );
}
