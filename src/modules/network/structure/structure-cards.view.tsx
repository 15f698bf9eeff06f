import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { StructurePageData } from "./structure.page.tsx";
import { StructureContactFields, StructureIdentityFields } from "./structure-fields.view.tsx";
import { en } from "./structure-screen.en.ts";
import { fr } from "./structure-screen.fr.ts";

type Given = { readonly data: StructurePageData; readonly answer: FormAnswer | undefined };

const opened = (answer: FormAnswer | undefined, intent: string) => answer?.typed?.intention === intent || undefined;

/** How it is reached and what it does, for its representatives and the team. */
export function ContactCard({ data: { structure, key }, answer }: Given) {
  const words = useLanguage().choose({ fr, en });
  const typed = opened(answer, "describe") ? answer?.typed : undefined;
  return (
    <Card title={words.contact}>
      <details open={opened(answer, "describe")}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.edit}</summary>
        <SubmitForm
          intent="describe"
          idempotencyKey={key}
          answer={answer}
          hidden={{ version: String(structure.version) }}
          className="flex flex-col gap-4 pt-2"
        >
          <StructureContactFields structure={structure} typed={typed} />
          <SubmitButton className="self-start">{words.save}</SubmitButton>
        </SubmitForm>
      </details>
    </Card>
  );
}

/** What the team says it is. */
export function IdentityCard({ data: { structure, key, today }, answer }: Given) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.identity}>
      <details open={opened(answer, "identify")}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.edit}</summary>
        <SubmitForm
          intent="identify"
          idempotencyKey={key}
          answer={answer}
          hidden={{ version: String(structure.version) }}
          className="flex flex-col gap-4 pt-2"
        >
          <StructureIdentityFields structure={structure} />
          {structure.isSelf ? null : (
            <DayInput
              name="closedOn"
              label={words.closedOn}
              today={today}
              defaultValue={structure.closedOn ?? ""}
              optional
            />
          )}
          <SubmitButton className="self-start">{words.save}</SubmitButton>
        </SubmitForm>
      </details>
    </Card>
  );
}
