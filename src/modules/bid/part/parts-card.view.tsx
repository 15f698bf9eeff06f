import { fill } from "#kernel/language.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { Tone } from "#ui/tone.ts";
import type { BidPageData } from "../bid/bid.page.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";

type Given = { readonly data: BidPageData; readonly answer: FormAnswer | undefined };
type Line = BidPageData["parts"][number];
const TONE: Readonly<Record<Line["state"], Tone>> = { waiting: "attention", agreed: "ok", declined: "neutre" };

/** Who does what for how much, and who said yes. */
export function PartsCard({ data, answer }: Given) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { parts, bid, leads, key } = data;
  const open = leads && bid.status === "drafted";
  return (
    <Card title={words.parts} description={words.partsLead}>
      <Refused intent="remove" answer={answer} />
      <ul className="flex flex-col divide-y divide-bordure">
        {parts.map((part) => (
          <li key={part.id} className="flex flex-col gap-2 py-3 first:pt-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-semibold">
                {part.name}
                {part.lead ? ` (${words.leading})` : ""}
              </span>
              <span className={part.state === "declined" ? "text-texte2 line-through" : "font-semibold tabular-nums"}>
                {eur(part.amount, language)} HT
              </span>
            </div>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span>{part.task}</span>
              {part.forWhom === "" ? null : <span className="text-texte2">{part.forWhom}</span>}
              {part.lead || bid.status !== "drafted" ? null : (
                <Badge tone={TONE[part.state]}>{words[part.state]}</Badge>
              )}
            </div>
            {open && part.state !== "declined" ? <Change part={part} answer={answer} idempotencyKey={key} /> : null}
          </li>
        ))}
      </ul>
      <p className="flex justify-between border-t border-bordure pt-3 font-semibold">
        <span>{words.total}</span>
        <span className="tabular-nums">{eur(bid.total, language)} HT</span>
      </p>
      {open ? <Invite answer={answer} idempotencyKey={key} /> : null}
    </Card>
  );
}

/** `intention` and `partId` say of which form the answer is. */
function Change({
  part,
  answer,
  idempotencyKey,
}: {
  readonly part: Line;
  readonly answer: FormAnswer | undefined;
  readonly idempotencyKey: string;
}) {
  const words = useLanguage().choose({ fr, en });
  const mine = answer?.typed?.intention === "share" && answer.typed.partId === part.id ? answer : undefined;
  return (
    <details open={mine !== undefined || undefined}>
      <summary
        className="w-fit min-h-11 cursor-pointer py-2 text-marque"
        aria-label={fill(words.change, { name: part.name })}
      >
        {words.changeShort}
      </summary>
      <SubmitForm
        intent="share"
        idempotencyKey={`${idempotencyKey}-${part.id}`}
        hidden={{ partId: part.id }}
        answer={mine}
        className="flex flex-col gap-4 pt-2"
      >
        <TextInput
          id={`task-${part.id}`}
          name="task"
          label={words.fields.task}
          defaultValue={part.task}
          maxLength={200}
          required
        />
        <AmountInput
          id={`amount-${part.id}`}
          name="amount"
          label={words.fields.amount}
          tax="HT"
          defaultValue={part.amount}
          required
        />
        <SubmitButton variant="secondary" className="w-fit">
          {words.save}
        </SubmitButton>
      </SubmitForm>
      {part.lead ? null : (
        <SubmitForm
          intent="remove"
          idempotencyKey={`${idempotencyKey}-${part.id}`}
          hidden={{ partId: part.id }}
          className="pt-2"
        >
          <SubmitButton variant="quiet" size="small" aria-label={fill(words.removeWhich, { name: part.name })}>
            {words.remove}
          </SubmitButton>
        </SubmitForm>
      )}
    </details>
  );
}

function Invite({
  answer,
  idempotencyKey,
}: {
  readonly answer: FormAnswer | undefined;
  readonly idempotencyKey: string;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <details open={answer?.typed?.intention === "invite" || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.invite}</summary>
      <SubmitForm intent="invite" idempotencyKey={idempotencyKey} answer={answer} className="flex flex-col gap-4 pt-2">
        <TextInput
          name="email"
          label={words.fields.email}
          help={words.fields.emailHelp}
          type="email"
          autoComplete="off"
          required
        />
        <TextInput name="task" label={words.fields.task} maxLength={200} required />
        <AmountInput name="amount" label={words.fields.amount} tax="HT" required />
        <SubmitButton variant="secondary" className="w-fit">
          {words.inviteSubmit}
        </SubmitButton>
      </SubmitForm>
    </details>
  );
}
