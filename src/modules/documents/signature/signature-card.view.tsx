import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { Timeline } from "#ui/timeline.tsx";
import type { ShownSignature } from "./shown-signature.store.ts";
import { en } from "./signature.en.ts";
import { fr } from "./signature.fr.ts";
import type { SignatureStatus } from "./signature.ts";

const TONES = {
  waiting: "attention",
  expired: "erreur",
  signed: "ok",
  declined: "erreur",
  cancelled: "neutre",
} as const;

export function SignatureBadge({ status }: { readonly status: SignatureStatus }) {
  const { statuses } = useLanguage().choose({ fr, en });
  return <Badge tone={TONES[status]}>{statuses[status]}</Badge>;
}

/** Who signs, who has, whose turn it is; what this reader may do about it. */
export function SignatureCard({
  signature,
  address,
  today,
  proposed,
  idempotencyKey,
  answer,
}: {
  readonly signature: ShownSignature;
  readonly address: string;
  readonly today: Day;
  readonly proposed: Day;
  readonly idempotencyKey: string;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr, en });
  const { card } = words;
  const { status, expiresOn, signers, maySend, mayManage, yourTurn, signedHash, check } = signature;
  if (status === null && !maySend) return null;
  return (
    <Card title={card.title} actions={status === null ? null : <SignatureBadge status={status} />}>
      <Refused intent="remind" answer={answer} />
      <Refused intent="withdraw" answer={answer} />
      <div className="flex flex-col gap-4">
        {yourTurn ? (
          <ButtonLink variant="primary" to={`${address}/signer`} className="w-fit">
            {card.sign}
          </ButtonLink>
        ) : null}
        {signers.length === 0 ? null : (
          <Timeline
            label={card.title}
            steps={signers.map(({ name, side, state, at, reason }) => ({
              key: side,
              title: name,
              by: words.sides[side],
              state: state === "signed" ? "done" : state === "turn" ? "current" : "toDo",
              at: stateInWords(card, state, at, reason),
            }))}
          />
        )}
        {status === "waiting" && expiresOn !== null ? (
          <p className="text-texte2">{fill(card.until, { date: day(expiresOn) })}</p>
        ) : null}
        {status === "signed" && signedHash === null ? <p>{card.preparing}</p> : null}
        {signedHash === null || check === null ? null : (
          <ul className="flex flex-wrap gap-x-5 gap-y-2">
            <li>
              <TextLink reloadDocument prefetch="none" to={`${address}/signe`}>
                {card.signedPdf}
              </TextLink>
            </li>
            <li>
              <TextLink to={check}>{card.check}</TextLink>
            </li>
          </ul>
        )}
        {mayManage ? <Manage words={card} /> : null}
        {maySend ? (
          <SubmitForm intent="send" idempotencyKey={idempotencyKey} answer={answer} className="flex flex-col gap-4">
            <p className="text-texte2">{card.sendHelp}</p>
            {signature.representatives.length === 0 ? (
              <p>{card.noRepresentative}</p>
            ) : (
              <>
                <Select
                  name="representativeId"
                  label={card.representative}
                  options={signature.representatives.map(({ personId, name }) => ({ value: personId, label: name }))}
                />
                <DayInput name="expiresOn" label={card.expiresOn} today={today} defaultValue={proposed} required />
                <SubmitButton className="w-fit">{card.send}</SubmitButton>
              </>
            )}
          </SubmitForm>
        ) : null}
      </div>
    </Card>
  );
}

type CardWords = { readonly [K in keyof (typeof fr)["card"]]: string };

function stateInWords(
  card: CardWords,
  state: ShownSignature["signers"][number]["state"],
  at: string,
  reason: string,
): string {
  switch (state) {
    case "signed":
      return fill(card.signedAt, { at });
    case "declined":
      return fill(card.declinedAt, { at, reason });
    case "turn":
      return card.turn;
    default:
      return card.later;
  }
}

function Manage({ words }: { readonly words: CardWords }) {
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitForm intent="remind">
        <SubmitButton variant="secondary" size="small">
          {words.remind}
        </SubmitButton>
      </SubmitForm>
      <Confirm trigger={words.cancel} title={words.cancelTitle} variant="quiet" size="small">
        <SubmitForm intent="withdraw" className="flex flex-col gap-4">
          <p>{words.cancelHelp}</p>
          <SubmitButton variant="danger">{words.cancel}</SubmitButton>
        </SubmitForm>
      </Confirm>
    </div>
  );
}
