import { FileUp } from "lucide-react";
import { Form } from "react-router";
import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import type { UploadProblem } from "#platform/http/uploaded-text.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FileInput } from "#ui/file-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-form.island.tsx";
import { en as yearsEn } from "../fiscal-year/fiscal-years-screen.en.ts";
import { fr as yearsFr } from "../fiscal-year/fiscal-years-screen.fr.ts";
import { BooksTabs } from "../reading/books-tabs.view.tsx";
import { PreviewedOpening, type ShownOpening } from "./opening-preview.view.tsx";
import { en } from "./opening-screen.en.ts";
import { fr } from "./opening-screen.fr.ts";

export type { FecFacts } from "./opening-preview.view.tsx";

type Shown = {
  readonly slug: string;
  readonly key: string;
  readonly year: { readonly code: string; readonly start: Day; readonly posted: boolean } | null;
  readonly entryId: string | null;
  /** Numbers already taken in a year whose first one was not kept. */
  readonly taken: number;
};

type Answer = {
  readonly problem: UploadProblem | null;
  readonly refusal: string | null;
  readonly preview: ShownOpening | null;
};

/** First the file, then what it holds, then the one entry. */
export function OpeningView({ shown, answer }: { readonly shown: Shown; readonly answer: Answer | null }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const years = choose({ fr: yearsFr, en: yearsEn });
  const { slug, year, entryId } = shown;
  const wrong = answer?.problem ? words.problems[answer.problem] : (answer?.refusal ?? null);
  return (
    <Page
      title={words.title}
      description={year === null ? undefined : fill(words.description, { year: year.code })}
      crumbs={[{ label: years.title, to: `/${slug}/compta/exercices` }]}
    >
      <BooksTabs slug={slug} keeper />
      {wrong === null ? null : (
        <Notice tone="erreur" alert>
          {wrong}
        </Notice>
      )}
      {year === null ? (
        <EmptyState title={words.noYear} />
      ) : year.posted ? (
        <Notice
          tone="ok"
          title={fill(words.posted, { year: year.code })}
          actions={
            entryId === null ? null : (
              <ButtonLink to={`/${slug}/compta/ecritures/${entryId}`}>{words.seeEntry}</ButtonLink>
            )
          }
        >
          {words.postedHelp}
        </Notice>
      ) : answer?.preview ? (
        <PreviewedOpening
          slug={slug}
          importKey={shown.key}
          start={year.start}
          taken={shown.taken}
          preview={answer.preview}
        />
      ) : (
        <ChooseFile slug={slug} />
      )}
    </Page>
  );
}

function ChooseFile({ slug }: { readonly slug: string }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const example = (format: string) => `/${slug}/compta/a-nouveaux/exemple?format=${format}`;
  return (
    <>
      <Card className="max-w-2xl">
        <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
          <FileInput name="file" label={words.file} help={words.fileHelp} />
          <div>
            <SubmitButton name="intent" value="read" icon={FileUp}>
              {words.read}
            </SubmitButton>
          </div>
        </Form>
      </Card>
      <Card className="max-w-2xl" title={words.columns}>
        <p className="mb-3 max-w-prose">{words.columnsHelp}</p>
        <p className="flex flex-wrap gap-4">
          {["csv", "xlsx"].map((format) => (
            <TextLink key={format} reloadDocument to={example(format)}>
              {words.example} ({format.toUpperCase()})
            </TextLink>
          ))}
        </p>
      </Card>
    </>
  );
}
