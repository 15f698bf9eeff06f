import { fill, type Translation } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { AddPasskey } from "./add-passkey.island.tsx";
import type { fr } from "./security.fr.ts";

export function PasskeySection({
  words,
  passkeys,
  answer,
}: {
  readonly words: Translation<(typeof fr)["passkeys"]>;
  readonly passkeys: readonly { readonly id: string; readonly name: string; readonly added: string }[];
  readonly answer: FormAnswer | null;
}) {
  return (
    <Card title={words.title} description={words.lead}>
      <div className="flex flex-col gap-4">
        {passkeys.length === 0 ? (
          <p className="text-texte2">{words.none}</p>
        ) : (
          <ul className="flex flex-col divide-y divide-bordure">
            {passkeys.map((key) => (
              <li key={key.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                <span>
                  <span className="font-semibold">{key.name || words.unnamed}</span>
                  <span className="block text-aide text-texte2">{fill(words.added, { day: key.added })}</span>
                </span>
                <SubmitForm intent="passkey" hidden={{ id: key.id }} answer={answer}>
                  <SubmitButton variant="quiet" size="small">
                    {words.remove}
                    <span className="sr-only"> {key.name || words.unnamed}</span>
                  </SubmitButton>
                </SubmitForm>
              </li>
            ))}
          </ul>
        )}
        <AddPasskey words={words} />
      </div>
    </Card>
  );
}
