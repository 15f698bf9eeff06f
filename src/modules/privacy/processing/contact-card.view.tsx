import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "./processing.en.ts";
import { fr } from "./processing.fr.ts";
import type { RegisterContact } from "./processing.ts";

/** Whom to ask about data, and the form that says so. */
export function ContactCard({
  contact,
  answer,
}: {
  readonly contact: RegisterContact;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.contact}>
      {contact.version === 0 ? (
        <p className="text-texte2">{words.contactNone}</p>
      ) : (
        <p>
          {contact.name}
          {contact.delegate ? ` (${words.delegate})` : ""}
          <br />
          {contact.contact}
        </p>
      )}
      <details className="print:hidden" open={answer !== undefined || undefined}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-marque">
          {words.contactChange}
        </summary>
        <SubmitForm
          intent="contact"
          hidden={{ version: String(contact.version) }}
          answer={answer}
          className="flex flex-col gap-4 pt-2"
        >
          <TextInput name="name" label={words.contactName} defaultValue={contact.name} maxLength={200} required />
          <TextInput name="contact" label={words.contactHow} defaultValue={contact.contact} maxLength={300} required />
          <Checkbox name="delegate" label={words.contactDelegate} defaultChecked={contact.delegate} />
          <SubmitButton className="w-fit">{words.contactSave}</SubmitButton>
        </SubmitForm>
      </details>
    </Card>
  );
}
