import { Card } from "#ui/card.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import type { BidPageData } from "../bid/bid.page.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";

/** What they tell each other, with the papers. */
export function NotesCard({
  data: { slug, notes, key },
  answer,
}: {
  readonly data: BidPageData;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.notes}>
      {notes.length === 0 ? <p className="text-texte2">{words.notesNone}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {notes.map((note) => (
          <li key={note.id} className="py-2">
            <p className="text-aide text-texte2">
              {note.author}, {day(note.on)} {note.time}
            </p>
            <p className="whitespace-pre-line">{note.words}</p>
            {note.fileName === null ? null : (
              <a
                className="inline-flex min-h-11 items-center text-marque underline"
                href={`/${slug}/reponses-communes/documents/${note.id}`}
              >
                {note.fileName}
              </a>
            )}
          </li>
        ))}
      </ul>
      <SubmitForm
        intent="note"
        encType="multipart/form-data"
        idempotencyKey={key}
        answer={answer}
        className="flex flex-col gap-4 pt-3"
      >
        <Textarea name="words" label={words.fields.words} rows={2} maxLength={4000} required />
        <FileInput
          name="file"
          label={words.fields.file}
          help={words.fields.fileHelp}
          accept=".pdf,.png,.jpg,.jpeg"
          optional
        />
        <SubmitButton variant="secondary" className="w-fit">
          {words.send}
        </SubmitButton>
      </SubmitForm>
    </Card>
  );
}
