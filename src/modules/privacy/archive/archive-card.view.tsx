import { Download } from "lucide-react";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "./archive.en.ts";
import { fr } from "./archive.fr.ts";

type Props = { readonly answer: FormAnswer | undefined; readonly ready: string | null };

/** Asks for the password again, then gives the address of the file. */
export function ArchiveCard({ answer, ready }: Props) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.title} description={words.lead}>
      {ready === null ? (
        <SubmitForm intent="archive" answer={answer} unkept className="flex flex-col gap-4">
          <TextInput
            name="password"
            type="password"
            autoComplete="current-password"
            label={words.password}
            help={words.passwordHelp}
            required
          />
          <SubmitButton className="w-fit">{words.prepare}</SubmitButton>
        </SubmitForm>
      ) : (
        <Notice
          tone="ok"
          title={words.readyTitle}
          actions={
            <ButtonLink variant="primary" icon={Download} to={ready} reloadDocument prefetch="none">
              {words.download}
            </ButtonLink>
          }
        >
          {words.ready}
        </Notice>
      )}
      <p className="pt-3 text-aide text-texte2">{words.activity}</p>
    </Card>
  );
}
