import { fill } from "#kernel/language.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import { Badge } from "#ui/badge.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { timeText } from "#ui/time-input.ts";
import { en } from "../workshop/workshop.en.ts";
import { fr } from "../workshop/workshop.fr.ts";
import { FRAME, type SignatureMethod } from "./signature.ts";
import { SignaturePad } from "./signature-pad.island.tsx";

export type Attendee = {
  readonly personId: string;
  readonly name: string;
  readonly trainer: boolean;
  readonly signature: { readonly method: SignatureMethod; readonly strokes: string; readonly time: ClockTime } | null;
  readonly absence: "absent" | "excused" | null;
};

type Shown = {
  readonly attendee: Attendee;
  /** On one's own telephone: the frame is open at once. */
  readonly own: boolean;
  readonly signs: boolean;
  readonly keeps: boolean;
  readonly idempotencyKey: string;
  readonly answer: FormAnswer | undefined;
};

/** One person of the room: what is known of their presence, or how they sign. */
export function AttendeeLine({ attendee, own, signs, keeps, idempotencyKey, answer }: Shown) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { personId, name, trainer, signature, absence } = attendee;
  const intent = `sign-${personId}`;
  const waits = signature === null && absence === null;
  return (
    <li data-row={personId} className="py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="min-w-0">
          <span className="block font-semibold">{name}</span>
          {trainer ? <span className="block text-aide text-texte2">{words.trainerPart}</span> : null}
        </span>
        {signature === null ? null : (
          <span className="flex flex-wrap items-center gap-3">
            {signature.strokes === "" ? null : <Drawing strokes={signature.strokes} name={name} />}
            <Badge tone="ok" title={words.methods[signature.method]}>
              {fill(words.signedAt, { time: timeText(signature.time, language) })}
            </Badge>
          </span>
        )}
        {absence === null ? null : <Badge tone="neutre">{absence === "absent" ? words.absent : words.excused}</Badge>}
        {waits && !signs ? <Badge tone="attention">{words.toSign}</Badge> : null}
      </div>
      {waits && signs ? (
        <details open={own || answer?.typed?.intention === intent} className="mt-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-marque">
            {own ? words.sign : fill(words.signFor, { name })}
          </summary>
          <SubmitForm
            intent={intent}
            idempotencyKey={idempotencyKey}
            hidden={{ personId }}
            answer={answer ?? null}
            className="mt-2 flex flex-col gap-4"
          >
            <SignaturePad name="strokes" label={words.signHere} erase={words.erase} />
            <TextInput name="typedName" label={words.typed} help={words.typedHelp} autoComplete="off" maxLength={120} />
            <SubmitButton className="self-start">{words.signSubmit}</SubmitButton>
          </SubmitForm>
        </details>
      ) : null}
      {waits && keeps ? <Keeping personId={personId} name={name} /> : null}
    </li>
  );
}

/** What whoever keeps the attendance saw, when somebody does not sign themself. */
function Keeping({ personId, name }: { readonly personId: string; readonly name: string }) {
  const words = useLanguage().choose({ fr, en });
  const choices = [
    ["paper", words.paper, words.paperOf],
    ["absent", words.absent, words.absentOf],
    ["excused", words.excused, words.excusedOf],
  ] as const;
  return (
    <SubmitForm intent="keep" hidden={{ personId }} answer={null} className="mt-1 flex flex-wrap gap-2">
      {choices.map(([value, label, told]) => (
        <SubmitButton
          key={value}
          name="seen"
          value={value}
          variant="quiet"
          size="small"
          aria-label={fill(told, { name })}
        >
          {label}
        </SubmitButton>
      ))}
    </SubmitForm>
  );
}

export function Drawing({ strokes, name }: { readonly strokes: string; readonly name: string }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <svg
      viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
      role="img"
      aria-label={fill(words.signatureOf, { name })}
      className="h-12 w-30 text-texte"
    >
      <path
        d={strokes}
        fill="none"
        stroke="currentColor"
        strokeWidth={5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
