import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { AssemblyStatus } from "../assembly/assembly.ts";
import { en } from "./enclosure.en.ts";
import { fr } from "./enclosure.fr.ts";
import { takesEnclosures } from "./enclosure.ts";

export type ShownEnclosure = {
  readonly id: string;
  readonly title: string;
  readonly on: Day;
  /** After the convocation. */
  readonly late: boolean;
};

type Enclosures = {
  readonly slug: string;
  readonly enclosures: readonly ShownEnclosure[];
  readonly status: AssemblyStatus;
  readonly governs: boolean;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
};

/** What is read before the assembly; the office adds to it until the closing, and takes away before the convocation. */
export function EnclosuresCard({ slug, enclosures, status, governs, answer, idempotencyKey }: Enclosures) {
  const words = useLanguage().choose({ fr, en });
  const takes = governs && takesEnclosures(status);
  if (!takes && enclosures.length === 0) return null;
  return (
    <Card title={words.title} description={takes ? words.lead : null}>
      {enclosures.length === 0 ? <p className="text-texte2">{words.none}</p> : null}
      <ul className="divide-y divide-bordure">
        {enclosures.map(({ id, title, on, late }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span className="min-w-0">
              <a
                href={`/${slug}/assemblees/documents/${id}`}
                aria-label={fill(words.open, { title })}
                className="text-marque underline decoration-1 underline-offset-4 [overflow-wrap:anywhere] hover:decoration-2"
              >
                {title}
              </a>
              <span className="block text-aide text-texte2">
                {fill(late ? words.late : words.addedOn, { day: day(on) })}
              </span>
            </span>
            {governs && status === "draft" ? (
              <SubmitForm intent="takeAway" answer={answer} hidden={{ enclosureId: id }}>
                <SubmitButton variant="secondary" size="small" aria-label={fill(words.removeWhich, { title })}>
                  {words.remove}
                </SubmitButton>
              </SubmitForm>
            ) : null}
          </li>
        ))}
      </ul>
      {takes ? (
        // Empty again once it was added.
        <SubmitForm
          key={enclosures.length}
          intent="enclose"
          encType="multipart/form-data"
          idempotencyKey={idempotencyKey}
          answer={answer}
          className="mt-4 flex flex-col gap-4 border-t border-bordure pt-4"
        >
          <h3 className="font-semibold">{words.add}</h3>
          <TextInput name="title" label={words.name} maxLength={160} required />
          <FileInput
            name="file"
            label={words.file}
            help={words.fileHelp}
            accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
          />
          {status === "draft" ? null : <p className="text-aide text-texte2">{words.afterCall}</p>}
          <SubmitButton className="self-start" variant="secondary">
            {words.submit}
          </SubmitButton>
        </SubmitForm>
      ) : null}
    </Card>
  );
}
