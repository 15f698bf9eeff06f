import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { AgreementPageData } from "./agreement.page.tsx";
import { en } from "./agreement-screen.en.ts";
import { fr } from "./agreement-screen.fr.ts";

type Given = { readonly data: AgreementPageData; readonly answer: FormAnswer | undefined };

/** A proposal waits for the provider, who answers here. */
export function AnswerCard({ data: { agreement, key }, answer }: Given) {
  const words = useLanguage().choose({ fr, en });
  if (agreement.side === "client") {
    return <Notice>{fill(words.waitsThem, { other: agreement.otherName })}</Notice>;
  }
  return (
    <Card title={words.waitsUs}>
      <Refused intent="sign" answer={answer} />
      <Refused intent="decline" answer={answer} />
      <div className="flex flex-wrap gap-3">
        <SubmitForm intent="sign" idempotencyKey={key}>
          <SubmitButton>{words.sign}</SubmitButton>
        </SubmitForm>
        <SubmitForm intent="decline" idempotencyKey={key}>
          <SubmitButton variant="secondary">{words.decline}</SubmitButton>
        </SubmitForm>
      </div>
    </Card>
  );
}

/** The end, for either side: what happens is said before it does. */
export function RevokeCard({ data: { key, agreement }, answer }: Given) {
  const words = useLanguage().choose({ fr, en });
  const opened = answer?.typed?.intention === "revoke" || undefined;
  return (
    <Card title={words.revoke} description={words.revokeLead}>
      <details open={opened}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.revoke}</summary>
        <SubmitForm intent="revoke" idempotencyKey={key} answer={answer} className="flex flex-col gap-4 pt-2">
          <TextInput
            name="reason"
            label={words.reason}
            maxLength={1000}
            required={agreement.signedAt !== null}
            optional={agreement.signedAt === null}
          />
          <SubmitButton variant="secondary" className="w-fit">
            {words.revokeNow}
          </SubmitButton>
        </SubmitForm>
      </details>
    </Card>
  );
}
