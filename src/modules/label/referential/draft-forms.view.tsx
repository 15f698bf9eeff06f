import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import type { EditionData } from "./edition.page.tsx";
import { fieldsIn, LEVELS, type RefusedLine } from "./referential.ts";

/** Brings criteria from a file; what was left out is said line by line. */
export function ImportCard({
  imported,
  answer,
  idempotencyKey,
}: {
  readonly imported: { readonly imported: number; readonly refused: readonly RefusedLine[] } | undefined;
  readonly answer: FormAnswer | undefined;
  readonly idempotencyKey: string;
}) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr: fr.draft, en: en.draft });
  return (
    <Card title={words.import} description={words.importHelp}>
      {imported === undefined ? null : (
        <Notice
          tone={imported.refused.length === 0 ? "ok" : "attention"}
          title={plural(imported.imported, words.importedOne, words.imported)}
        >
          {imported.refused.length === 0 ? null : (
            <>
              <p className="font-semibold">{words.refusedTitle}</p>
              <ul className="list-disc pl-6">
                {imported.refused.map(({ line, reason, text }) => (
                  <li key={line} className="[overflow-wrap:anywhere]">
                    {fill(words.refusedLine, { line: String(line), reason: words.reasons[reason] })}
                    <span className="block text-aide text-texte2">{text}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Notice>
      )}
      <SubmitForm
        intent="import"
        encType="multipart/form-data"
        idempotencyKey={idempotencyKey}
        answer={answer ?? null}
        className="mt-3 flex flex-col gap-4"
      >
        <FileInput name="file" label={words.importFile} accept=".csv,.json,.txt" />
        <SubmitButton variant="secondary" className="self-start">
          {words.importSubmit}
        </SubmitButton>
      </SubmitForm>
    </Card>
  );
}

/** One criterion written by hand: folded until asked for. */
export function NewCriterion({
  data,
  answer,
}: {
  readonly data: EditionData;
  readonly answer: FormAnswer | undefined;
}) {
  const all = useLanguage().choose({ fr, en });
  const words = all.draft;
  const mine = answer?.typed?.intention === "criterion" ? answer : undefined;
  return (
    <Card>
      <details open={mine !== undefined || data.criteria.length === 0 || undefined}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.add}</summary>
        <SubmitForm
          key={data.criteria.length}
          intent="criterion"
          idempotencyKey={`${data.key}-c`}
          answer={mine ?? null}
          className="flex max-w-2xl flex-col gap-4 pt-2"
        >
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-[8rem_1fr_12rem]">
            <TextInput name="code" label={words.code} maxLength={20} required />
            <TextInput name="field" label={words.field} maxLength={80} list="domaines" required />
            <Select
              name="level"
              label={words.level}
              options={LEVELS.map((value) => ({ value, label: all.levels[value] }))}
            />
          </div>
          <datalist id="domaines">
            {fieldsIn(data.criteria).map(({ field }) => (
              <option key={field} value={field} />
            ))}
          </datalist>
          <Textarea name="wording" label={words.wording} maxLength={500} required />
          <TextInput name="expected" label={words.expected} maxLength={500} optional />
          <SubmitButton variant="secondary" className="self-start">
            {words.addSubmit}
          </SubmitButton>
        </SubmitForm>
      </details>
    </Card>
  );
}
