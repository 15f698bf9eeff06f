import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "../assembly/assembly.en.ts";
import { fr } from "../assembly/assembly.fr.ts";
import { MotionResult } from "../assembly/assembly.view.tsx";
import type { ShownMotion } from "../assembly/assembly-reading.store.ts";
import { ASSEMBLY_KINDS, type AssemblyKind } from "../setup/articles.ts";
import { BALLOTS } from "./motion.ts";

type Motions = {
  readonly motions: readonly ShownMotion[];
  readonly editable: boolean;
  readonly kind: AssemblyKind;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
};

/** The motions of an assembly; before its convocation one adds and takes away. */
export function MotionsCard({ motions, editable, kind, answer, idempotencyKey }: Motions) {
  const words = useLanguage().choose({ fr, en });
  const rules = ASSEMBLY_KINDS.filter((one) => kind === "extraordinary" || one === "ordinary");
  return (
    <Card title={words.motions}>
      {motions.length === 0 ? <p className="text-texte2">{words.noMotion}</p> : null}
      <ol className="divide-y divide-bordure">
        {motions.map((motion) => (
          <li key={motion.id} className="flex flex-col gap-2 py-3">
            <h3 className="font-semibold">{`${motion.number}. ${motion.title}`}</h3>
            <p className="whitespace-pre-line">{motion.body}</p>
            {motion.ballot === "secret" ? <p className="text-aide text-texte2">{words.ballots.secret}</p> : null}
            <MotionResult motion={motion} />
            {editable ? (
              <SubmitForm intent="remove" answer={answer} hidden={{ motionId: motion.id }}>
                <SubmitButton
                  variant="secondary"
                  size="small"
                  aria-label={fill(words.removeMotion, { number: String(motion.number) })}
                >
                  {words.remove}
                </SubmitButton>
              </SubmitForm>
            ) : null}
          </li>
        ))}
      </ol>
      {editable ? (
        // Empty again once it was added: a second click adds nothing.
        <SubmitForm
          key={motions.length}
          intent="motion"
          idempotencyKey={idempotencyKey}
          answer={answer}
          className="mt-4 flex flex-col gap-4 border-t border-bordure pt-4"
        >
          <h3 className="font-semibold">{words.addMotion}</h3>
          <TextInput name="title" label={words.motionTitle} maxLength={200} required />
          <Textarea name="body" label={words.motionBody} maxLength={4000} rows={3} required />
          {rules.length === 1 ? (
            <input type="hidden" name="rule" value="ordinary" />
          ) : (
            <RadioGroup
              name="rule"
              label={words.motionRule}
              layout="row"
              defaultValue={kind}
              options={rules.map((value) => ({ value, label: words.motionRules[value] }))}
            />
          )}
          <RadioGroup
            name="ballot"
            label={words.ballot}
            defaultValue="open"
            options={BALLOTS.map((value) => ({ value, label: words.ballots[value] }))}
          />
          <SubmitButton className="self-start" variant="secondary">
            {words.addMotionSubmit}
          </SubmitButton>
        </SubmitForm>
      ) : null}
    </Card>
  );
}
