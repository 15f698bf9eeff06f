import type { Translation } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { fr } from "./security.fr.ts";

export function PasswordSection({
  words,
  email,
  answer,
}: {
  readonly words: Translation<(typeof fr)["password"]>;
  readonly email: string;
  readonly answer: FormAnswer | null;
}) {
  return (
    <Card title={words.title}>
      <SubmitForm intent="password" answer={answer} className="flex max-w-md flex-col gap-4">
        {/* For password managers: whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <TextInput name="current" type="password" label={words.current} autoComplete="current-password" required />
        <TextInput
          name="password"
          type="password"
          label={words.next}
          help={words.help}
          autoComplete="new-password"
          required
        />
        <SubmitButton variant="secondary" className="w-fit">
          {words.submit}
        </SubmitButton>
      </SubmitForm>
    </Card>
  );
}
