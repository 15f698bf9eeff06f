import { Download, FileText } from "lucide-react";
import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../entry/entry-document.en.ts";
import { fr } from "../entry/entry-document.fr.ts";
import { DocumentFields } from "../entry/held-documents.view.tsx";

type Shown = { readonly id: string; readonly name: string; readonly picture: boolean; readonly on: Day };

/** The documents of an entry, opened beside or downloaded, and the form that adds one. */
export function EntryDocuments({
  slug,
  documents,
  mayAdd,
  formKey,
  answer,
}: {
  readonly slug: string;
  readonly documents: readonly Shown[];
  readonly mayAdd: boolean;
  readonly formKey: string;
  readonly answer: (FormAnswer & { readonly held?: readonly { id: string; name: string }[] }) | undefined;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const mine = answer?.typed?.intention === "document" ? answer : undefined;
  return (
    <Card title={words.title}>
      {documents.length === 0 ? <p className="text-texte2">{words.none}</p> : null}
      <ul className="flex flex-wrap gap-4">
        {documents.map(({ id, name, picture, on }) => {
          const href = `/${slug}/compta/pieces/${id}`;
          return (
            <li key={id} className="flex w-56 max-w-full min-w-0 flex-col gap-1">
              <a
                href={href}
                target="_blank"
                rel="noopener"
                aria-label={fill(words.open, { name })}
                className="flex flex-col gap-2 rounded-lg border border-bordure p-2 text-marque hover:bg-surface2"
              >
                {picture ? (
                  <img
                    src={href}
                    alt={fill(words.preview, { name })}
                    className="h-32 w-full object-contain"
                    loading="lazy"
                  />
                ) : (
                  <span className="flex h-32 items-center justify-center rounded-md bg-surface2">
                    <FileText aria-hidden="true" size={40} />
                  </span>
                )}
                <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
              </a>
              <span className="flex items-center justify-between gap-2 text-aide text-texte2">
                {fill(words.addedOn, { day: day(on) })}
                <a href={href} download={name} aria-label={fill(words.download, { name })} className="p-2 text-marque">
                  <Download aria-hidden="true" size={18} />
                </a>
              </span>
            </li>
          );
        })}
      </ul>
      {mayAdd ? (
        <SubmitForm
          intent="document"
          idempotencyKey={formKey}
          answer={answer}
          encType="multipart/form-data"
          className="mt-4 flex max-w-xl flex-col gap-3"
        >
          <DocumentFields held={mine?.held ?? []} />
          <SubmitButton variant="secondary" className="w-fit">
            {words.submit}
          </SubmitButton>
        </SubmitForm>
      ) : null}
    </Card>
  );
}
