import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { candidateTransitions } from "./candidate.ts";
import { en } from "./candidate-screen.en.ts";
import { fr } from "./candidate-screen.fr.ts";
import type { CandidateView } from "./candidate-view.store.ts";

type Props = { readonly view: CandidateView; readonly answer: FormAnswer | undefined };

/** What may be decided from the state of the candidacy: the same table as the server. */
export function DecisionCard({ view, answer }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  const { candidate, slug, seesPerson } = view;
  const may = candidateTransitions[candidate.status];
  if (candidate.status === "converted") {
    return seesPerson ? (
      <Card title={words.convertTitle}>
        <TextLink to={`/${slug}/personnes/${candidate.personId}`}>{words.person}</TextLink>
      </Card>
    ) : null;
  }
  return (
    <>
      {may.convert ? <ConvertCard view={view} answer={answer} /> : null}
      <Card title={words.decision}>
        <div className="flex flex-col gap-3">
          <Refused intent="accept" answer={answer} />
          <div className="flex flex-wrap items-start gap-3">
            {may.accept ? (
              <Confirm trigger={words.accept} title={words.acceptTitle} variant="primary">
                <SubmitForm intent="accept" className="flex flex-col gap-4">
                  <Textarea name="reason" label={words.acceptReason} optional />
                  <SubmitButton>{words.accept}</SubmitButton>
                </SubmitForm>
              </Confirm>
            ) : null}
            {may.refuse ? <RefuseQuestion view={view} answer={answer} /> : null}
            {may.abandon ? (
              <Confirm trigger={words.abandon} title={words.abandonTitle}>
                <SubmitForm intent="abandon" className="flex flex-col gap-4">
                  <Textarea name="reason" label={words.reason} optional />
                  <SubmitButton>{words.abandon}</SubmitButton>
                </SubmitForm>
              </Confirm>
            ) : null}
            {may.reopen ? (
              <Confirm trigger={words.reopen} title={words.reopenTitle}>
                <SubmitForm intent="reopen" className="flex flex-col gap-4">
                  <Textarea name="reason" label={words.reason} optional />
                  <SubmitButton>{words.reopen}</SubmitButton>
                </SubmitForm>
              </Confirm>
            ) : null}
          </div>
        </div>
      </Card>
    </>
  );
}

/** The reason stays within the team; the message is proposed, and is changed before it leaves. */
function RefuseQuestion({ view: { candidate, reasons, letter }, answer }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  return (
    <Confirm trigger={words.refuse} title={words.refuseTitle}>
      <SubmitForm intent="refuse" answer={answer} className="flex flex-col gap-4">
        {reasons.length === 0 ? null : (
          <Select
            name="motive"
            label={words.motive}
            placeholder={words.motiveChoose}
            options={reasons.map((reason) => ({ value: reason, label: reason }))}
          />
        )}
        <Textarea name="reason" label={words.reason} optional={reasons.length > 0} />
        {candidate.email === "" ? null : (
          <>
            <Checkbox name="send" label={words.send} defaultChecked />
            <TextInput name="subject" label={words.subject} defaultValue={letter.subject} />
            <Textarea name="body" label={words.body} defaultValue={letter.body} rows={10} />
          </>
        )}
        <SubmitButton variant="danger">{words.refuse}</SubmitButton>
      </SubmitForm>
    </Confirm>
  );
}

/** One click: what the candidate typed is the person's record. */
function ConvertCard({ view: { sites, mayConvert }, answer }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  return (
    <Card title={words.convertTitle} description={words.convertLead}>
      {mayConvert ? (
        <SubmitForm intent="convert" answer={answer} className="flex flex-col items-start gap-4">
          {sites.length === 0 ? null : (
            <Select
              name="siteId"
              label={words.site}
              placeholder={words.noSite}
              options={sites.map(({ id, name }) => ({ value: id, label: name }))}
              optional
            />
          )}
          <Checkbox name="invite" label={words.invite} />
          <SubmitButton>{words.convert}</SubmitButton>
        </SubmitForm>
      ) : (
        <p className="text-texte2">{words.convertForbidden}</p>
      )}
    </Card>
  );
}
