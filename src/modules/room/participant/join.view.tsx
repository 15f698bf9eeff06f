import { fill } from "#kernel/language.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en } from "../room/room.en.ts";
import { fr } from "../room/room.fr.ts";
import type { Entrance } from "./take-part.page.tsx";

type Props = {
  readonly code: string;
  readonly entrance: Entrance;
  readonly idempotencyKey: string;
  readonly answer: FormAnswer | null;
};

/** How one comes in: under one's seat, or by a first name where it is allowed. */
export function JoinForms({ code, entrance: { guests, signedIn, member }, idempotencyKey, answer }: Props) {
  const words = useLanguage().choose({ fr, en }).enter;
  if (member !== null) {
    return (
      <Card description={fill(words.as, { name: member.name })}>
        <SubmitForm intent="join" answer={answer} className="flex flex-col gap-4">
          {member.seats.length > 1 ? (
            <Select name="structureId" label={words.seat} options={member.seats} />
          ) : (
            <p>{member.seats[0]?.label ?? words.noSeat}</p>
          )}
          <SubmitButton className="self-start">{words.joinMember}</SubmitButton>
        </SubmitForm>
      </Card>
    );
  }
  return (
    <>
      {guests ? (
        <Card>
          <SubmitForm intent="enter" idempotencyKey={idempotencyKey} answer={answer} className="flex flex-col gap-4">
            <TextInput
              name="firstName"
              label={words.firstName}
              help={words.guestsLead}
              required
              autoComplete="given-name"
              maxLength={60}
            />
            <TextInput
              name="structureName"
              label={words.structure}
              optional
              autoComplete="organization"
              maxLength={160}
            />
            <SubmitButton className="self-start">{words.joinGuest}</SubmitButton>
          </SubmitForm>
        </Card>
      ) : (
        <Notice>{signedIn ? words.notMember : words.membersOnly}</Notice>
      )}
      {signedIn ? null : (
        <p className="flex flex-wrap items-center gap-3 text-texte2">
          {words.withAccount}
          <ButtonLink to={`/connexion?suite=/r/${code}`}>{words.signIn}</ButtonLink>
        </p>
      )}
    </>
  );
}
