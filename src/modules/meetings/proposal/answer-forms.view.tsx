import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { useMoment } from "../meeting/meeting-line.view.tsx";
import { en } from "./proposal.en.ts";
import { fr } from "./proposal.fr.ts";
import { OUTCOMES } from "./proposal.ts";
import type { ProposalDetail } from "./proposal-detail.store.ts";

type Given = {
  readonly proposal: ProposalDetail;
  readonly idempotencyKey: string;
  readonly answer: FormAnswer | undefined;
};

/** Puts it on the agenda of a meeting to come. */
export function PlaceForm({ proposal, idempotencyKey, answer }: Given) {
  const words = useLanguage().choose({ fr, en });
  const moment = useMoment();
  if (proposal.meetings.length === 0) return <Notice tone="info">{words.noMeeting}</Notice>;
  return (
    <Card title={words.place}>
      <SubmitForm
        intent="place"
        idempotencyKey={idempotencyKey}
        answer={answer ?? null}
        className="flex flex-col gap-4"
      >
        <Select
          name="meetingId"
          label={words.placeMeeting}
          options={proposal.meetings.map(({ value, title, ...when }) => ({
            value,
            label: `${title}, ${moment(when)}`,
          }))}
        />
        <SubmitButton className="self-start">{words.place}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}

/** Records what the meeting answered, once it has begun. */
export function DecideForm({ proposal, idempotencyKey, answer }: Given) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.decide} description={proposal.decidable ? words.decideLead : words.decideNotYet}>
      {proposal.decidable ? (
        <SubmitForm
          intent="decide"
          idempotencyKey={idempotencyKey}
          answer={answer ?? null}
          className="flex flex-col gap-4"
        >
          <RadioGroup
            name="outcome"
            label={words.outcome}
            options={OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
          />
          <Textarea name="reason" label={words.reason} help={words.reasonHelp} maxLength={2000} rows={3} required />
          <Textarea
            name="amended"
            label={words.amendedText}
            help={words.amendedHelp}
            maxLength={4000}
            rows={3}
            optional
          />
          <fieldset className="grid grid-cols-1 gap-3 sm:grid-cols-3">
            <legend className="mb-1 font-semibold">{words.votes}</legend>
            <p className="text-aide text-texte2 sm:col-span-3">{words.votesHelp}</p>
            <TextInput name="votesFor" label={words.votesFor} inputMode="numeric" maxLength={4} optional />
            <TextInput name="votesAgainst" label={words.votesAgainst} inputMode="numeric" maxLength={4} optional />
            <TextInput name="votesAbstained" label={words.votesAbstained} inputMode="numeric" maxLength={4} optional />
          </fieldset>
          <SubmitButton className="self-start">{words.decideSubmit}</SubmitButton>
        </SubmitForm>
      ) : null}
      <SubmitForm intent="remove" answer={null} className="mt-3">
        <SubmitButton variant="quiet" size="small">
          {words.remove}
        </SubmitButton>
      </SubmitForm>
    </Card>
  );
}
