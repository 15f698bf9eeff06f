import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import { EffectChoice, EffectFigures } from "./effect-fields.view.tsx";

type Props = {
  readonly parties: readonly { readonly structureId: string; readonly name: string }[];
  readonly years: readonly number[];
  readonly year: number;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
};

/** Whoever speaks for a party declares what they read in its books. */
export function DeclareEffect({ answer, idempotencyKey, ...choice }: Props) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.declareByHand}>
      <SubmitForm
        intent="declare"
        idempotencyKey={idempotencyKey}
        answer={answer}
        className="flex max-w-prose flex-col gap-4"
      >
        <EffectChoice {...choice} />
        <EffectFigures />
        <SubmitButton className="self-start">{words.declare}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}

/** The team enters what a party told it, and who did. */
export function EnterEffect({ answer, idempotencyKey, ...choice }: Props) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.enter} description={words.enterLead}>
      <SubmitForm
        intent="enter"
        idempotencyKey={idempotencyKey}
        answer={answer}
        className="flex max-w-prose flex-col gap-4"
      >
        <EffectChoice {...choice} />
        <TextInput name="toldBy" label={words.toldBy} help={words.toldByHelp} maxLength={160} required />
        <EffectFigures />
        <SubmitButton className="self-start">{words.enterIt}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
