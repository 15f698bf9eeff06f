import { Link2, Link2Off } from "lucide-react";
import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "./link.en.ts";
import { fr } from "./link.fr.ts";

/** The page of the customer, as the page of a document tells it: null when the reader may not give it. */
export type ShownLink = { readonly address: string; readonly until: Day } | { readonly address: null } | null;

/** On the page of a document: the address that its customer opens, and how to close it. */
export function LinkCard({
  link,
  cle,
  answer,
}: {
  readonly link: ShownLink;
  readonly cle: string;
  readonly answer: FormAnswer | null;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  if (link === null) return null;
  return (
    <Card title={words.cardTitle}>
      <div className="flex flex-col gap-3">
        <p className="text-aide text-texte2">{words.cardHelp}</p>
        {link.address === null ? (
          <>
            <p>{words.cardNone}</p>
            <SubmitForm intent="link.open" idempotencyKey={cle} answer={answer}>
              <SubmitButton variant="secondary" icon={Link2}>
                {words.open}
              </SubmitButton>
            </SubmitForm>
          </>
        ) : (
          <>
            <TextInput label={words.address} defaultValue={link.address} readOnly />
            <p className="text-aide">{fill(words.cardUntil, { date: mediumDay(link.until, language) })}</p>
            <Confirm trigger={words.close} title={words.closeTitle} variant="quiet" size="small" icon={Link2Off}>
              <p className="mb-4">{words.closeHelp}</p>
              <SubmitForm intent="link.close" idempotencyKey={cle} answer={answer}>
                <SubmitButton variant="danger">{words.close}</SubmitButton>
              </SubmitForm>
            </Confirm>
          </>
        )}
      </div>
    </Card>
  );
}
