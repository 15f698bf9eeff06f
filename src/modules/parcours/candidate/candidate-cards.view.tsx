import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { timeText } from "#ui/time-input.ts";
import { en as meetingEn } from "../information-meeting/information-meeting.en.ts";
import { fr as meetingFr } from "../information-meeting/information-meeting.fr.ts";
import { en as candidateEn } from "./candidate.en.ts";
import { fr as candidateFr } from "./candidate.fr.ts";
import { APPLICATION_FIELDS, type ApplicationField, type Candidate, textOf } from "./candidate.ts";
import { en } from "./candidate-screen.en.ts";
import { fr } from "./candidate-screen.fr.ts";
import type { CandidateView } from "./candidate-view.store.ts";
import { en as tradeEn } from "./trade.en.ts";
import { fr as tradeFr } from "./trade.fr.ts";

type Props = { readonly view: CandidateView; readonly answer: FormAnswer | undefined };

/** The words of a field's value: keys of lists are said, days are written. */
export function useSaid(): (field: ApplicationField, value: string) => string {
  const { choose } = useLanguage();
  const words = choose({ fr: candidateFr, en: candidateEn });
  const trades: Readonly<Record<string, string>> = choose({ fr: tradeFr, en: tradeEn });
  const lists: Partial<Record<ApplicationField, Readonly<Record<string, string>>>> = {
    trade: trades,
    situation: words.situations,
    heard: words.channels,
  };
  return (field, value) => {
    if (field === "birthDate" && value !== "") return day(value as Day);
    return lists[field]?.[value] ?? value;
  };
}

type Told = Candidate & { readonly createdOn: Day; readonly consentedOn: Day | null };

/** What a candidate told, and nothing else: also what a person's page shows of it. */
export function ToldList({ candidate }: { readonly candidate: Told }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  const { fields, sources } = choose({ fr: candidateFr, en: candidateEn });
  const said = useSaid();
  const { consentVersion, consentedOn } = candidate;
  const told = APPLICATION_FIELDS.filter((field) => !["firstName", "lastName"].includes(field))
    .map((field) => ({ field, value: said(field, textOf(candidate, field)) }))
    .filter(({ value }) => value !== "");
  return (
    <>
      <dl className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-[max-content_1fr]">
        {told.map(({ field, value }) => (
          <div key={field} className="contents">
            <dt className="text-texte2">{fields[field]}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere] whitespace-pre-line max-sm:mb-1">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-aide text-texte2">
        {fill(words.source, { source: sources[candidate.source], day: day(candidate.createdOn) })}
        <span className="block">
          {consentVersion === null || consentedOn === null
            ? words.noConsent
            : fill(words.consent, { version: String(consentVersion), day: day(consentedOn) })}
        </span>
      </p>
    </>
  );
}

export function ToldCard({ view: { slug, candidate } }: { readonly view: CandidateView }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  const edit =
    candidate.mergedInto === null ? (
      <ButtonLink size="small" to={`/${slug}/candidatures/${candidate.candidateId}/modifier`}>
        {words.edit}
      </ButtonLink>
    ) : null;
  return (
    <Card title={words.told} actions={edit}>
      <ToldList candidate={candidate} />
    </Card>
  );
}

/** Who follows the candidacy: « Je m'en occupe » in one click, or a choice. */
export function FollowCard({ view: { candidate, followers, me }, answer }: Props) {
  const { choose } = useLanguage();
  const all = choose({ fr, en });
  const words = all.page;
  const mayTake = candidate.followerId !== me && followers.some(({ personId }) => personId === me);
  return (
    <Card title={words.follow}>
      <div className="flex flex-col gap-4">
        {mayTake ? (
          <SubmitForm intent="assign" hidden={{ followerId: me }}>
            <SubmitButton>{words.take}</SubmitButton>
          </SubmitForm>
        ) : null}
        <SubmitForm intent="assign" answer={answer} className="flex flex-wrap items-end gap-3">
          <Select
            key={candidate.followerId}
            name="followerId"
            label={all.new.follower}
            placeholder={all.new.noFollower}
            defaultValue={candidate.followerId ?? ""}
            options={followers.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <SubmitButton variant="secondary">{words.assign}</SubmitButton>
        </SubmitForm>
      </div>
    </Card>
  );
}

/** Seats taken, and one to take for somebody who telephones. */
export function MeetingsCard({ view: { registrations, meetings, open }, answer }: Props) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en }).page;
  const told = choose({ fr: meetingFr, en: meetingEn });
  const stateOf = (one: CandidateView["registrations"][number]) =>
    one.meetingCancelled
      ? told.states.cancelled
      : one.cancelled
        ? told.page.gaveBack
        : one.attendance === null
          ? ""
          : told.page[one.attendance];
  return (
    <Card title={words.meetings}>
      <div className="flex flex-col gap-4">
        {registrations.length === 0 ? <p className="text-texte2">{words.noMeeting}</p> : null}
        {registrations.length === 0 ? null : (
          <ul className="flex flex-col gap-2">
            {registrations.map((one) => (
              <li key={one.meetingId} className="flex flex-wrap items-center gap-x-3">
                <span className="first-letter:uppercase">
                  {fill(told.page.at, { day: longDay(one.heldOn, language), time: timeText(one.startsAt, language) })}
                </span>
                {stateOf(one) === "" ? null : <Badge>{stateOf(one)}</Badge>}
              </li>
            ))}
          </ul>
        )}
        {open && meetings.length > 0 ? (
          <SubmitForm intent="register" answer={answer} className="flex flex-wrap items-end gap-3">
            <Select
              name="meetingId"
              label={words.register}
              placeholder={words.choose}
              options={meetings.map(({ meetingId, heldOn, startsAt }) => ({
                value: meetingId,
                label: `${day(heldOn)}, ${startsAt}`,
              }))}
            />
            <SubmitButton variant="secondary">{words.registerSubmit}</SubmitButton>
          </SubmitForm>
        ) : null}
      </div>
    </Card>
  );
}
