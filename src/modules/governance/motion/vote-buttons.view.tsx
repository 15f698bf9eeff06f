import { fill } from "#kernel/language.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../assembly/assembly.en.ts";
import { fr } from "../assembly/assembly.fr.ts";
import { CHOICES, type Choice } from "./count.ts";

type Buttons = {
  readonly motionId: string;
  readonly voter: { readonly id: string; readonly name: string; readonly choice: Choice | null };
  readonly answer: FormAnswer | null;
  readonly large?: boolean;
};

/** Three buttons; the one that was chosen is pressed. A vote may change until it is closed. */
export function VoteButtons({ motionId, voter, answer, large = false }: Buttons) {
  const words = useLanguage().choose({ fr, en });
  return (
    <SubmitForm
      intent="vote"
      answer={answer}
      hidden={{ motionId, associateId: voter.id }}
      className="flex flex-wrap gap-2"
      aria-label={fill(words.voteFor, { name: voter.name })}
    >
      {CHOICES.map((choice) => (
        <SubmitButton
          key={choice}
          name="choice"
          value={choice}
          size={large ? "regular" : "small"}
          variant={voter.choice === choice ? "primary" : "secondary"}
          aria-pressed={voter.choice === choice}
        >
          {words.choices[choice]}
        </SubmitButton>
      ))}
    </SubmitForm>
  );
}
