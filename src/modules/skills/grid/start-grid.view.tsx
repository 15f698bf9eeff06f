import { ListChecks } from "lucide-react";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "./grid.en.ts";
import { fr } from "./grid.fr.ts";
import type { GridData } from "./grid.page.tsx";

/** No grid yet: the one of the house to change, or a blank one. */
export function StartGrid({ data, answer }: { readonly data: GridData; readonly answer: FormAnswer | undefined }) {
  const words = useLanguage().choose({ fr, en });
  const start = (example: boolean) => (
    <SubmitForm
      intent="start"
      idempotencyKey={`${data.key}-${example ? "example" : "empty"}`}
      answer={example ? (answer ?? null) : null}
      hidden={{ language: data.language, example: example ? "oui" : "" }}
    >
      <SubmitButton variant={example ? "primary" : "secondary"}>
        {example ? words.startExample : words.startEmpty}
      </SubmitButton>
    </SubmitForm>
  );
  return (
    <Page title={words.title} description={words.lead}>
      <EmptyState
        icon={ListChecks}
        title={words.none}
        action={
          <div className="flex flex-wrap items-start justify-center gap-3">
            {start(true)}
            {start(false)}
          </div>
        }
        example={words.exampleHelp}
      >
        {words.noneHelp}
      </EmptyState>
    </Page>
  );
}
