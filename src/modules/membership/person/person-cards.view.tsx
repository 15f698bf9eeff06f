import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Meanwhile } from "#ui/meanwhile.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { PersonPageData } from "./person.page.tsx";
import { PersonFields } from "./person-fields.view.tsx";
import { en } from "./person-screen.en.ts";
import { fr } from "./person-screen.fr.ts";

type Props = { readonly data: PersonPageData; readonly answer: FormAnswer | undefined };

/** The contact of a person: a form for those who may change it, text for the others. */
export function IdentityCard({ data: { person, sites, followers, may }, answer }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).form;
  const named = (list: readonly { id?: string; personId?: string; name: string }[], id: string | null) =>
    list.find((item) => (item.id ?? item.personId) === id)?.name ?? "";
  const shown = [
    { name: "firstName", label: words.firstName, value: person.firstName },
    { name: "lastName", label: words.lastName, value: person.lastName },
    { name: "email", label: words.email, value: person.email },
    { name: "phone", label: words.phone, value: person.phone },
  ];
  const site = named(sites, person.siteId);
  const follower = named(followers, person.followerId);
  if (!may.update) {
    const lines = [
      ...shown,
      { name: "site", label: words.site, value: site },
      { name: "follower", label: words.follower, value: follower },
    ].filter(({ value }) => value !== "");
    return (
      <Card title={words.identity}>
        <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-2">
          {lines.map(({ name, label, value }) => (
            <div key={name} className="contents">
              <dt className="text-texte2">{label}</dt>
              <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
    );
  }
  const mine = answer?.typed?.intention === "update" ? answer : null;
  return (
    <Card title={words.identity}>
      <SubmitForm
        intent="update"
        answer={answer}
        hidden={{ version: String(person.version) }}
        className="flex flex-col gap-4"
      >
        <Meanwhile answer={mine} code="person.changedMeanwhile" title={words.meanwhile} saved={shown} />
        <PersonFields words={words} person={person} choices={{ sites, followers }} />
        <SubmitButton className="w-fit">{words.save}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}

/** Whether the person signs in, and the invitation. */
export function AccessCard({
  data: { person, invitedOn, byHand, may },
  answer,
  link,
}: Props & { readonly link: string | null }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  if (person.access === "archived") return null;
  const sentence = {
    none: words.accessNone,
    invited: fill(words.accessInvited, { day: invitedOn }),
    active: words.accessActive,
  }[person.access];
  return (
    <Card title={words.access}>
      <div className="flex flex-col items-start gap-4">
        <p>{sentence}</p>
        {link === null ? null : (
          <Notice tone="info" title={words.byHandTitle}>
            <p>{words.byHand}</p>
            <p className="mt-2 font-mono text-aide [overflow-wrap:anywhere]">{link}</p>
          </Notice>
        )}
        {may.invite && person.access !== "active" ? (
          <SubmitForm intent="invite" answer={answer}>
            <SubmitButton variant="secondary">
              {byHand ? words.inviteByHand : person.access === "none" ? words.invite : words.inviteAgain}
            </SubmitButton>
          </SubmitForm>
        ) : null}
      </div>
    </Card>
  );
}

/** The activities of the person that the reader may see, and no other. */
export function ActivitiesCard({ data: { slug, activities } }: { readonly data: PersonPageData }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  return (
    <Card title={words.activities}>
      {activities.length === 0 ? (
        <p className="text-texte2">{words.activitiesNone}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {activities.map((activity) => (
            <li key={`${activity.activityId} ${activity.startsOn}`}>
              <TextLink to={`/${slug}/activites/${activity.activityId}`}>{activity.name}</TextLink>{" "}
              <span className="text-aide text-texte2">
                {activity.endsOn === null
                  ? fill(words.since, { from: day(activity.startsOn) })
                  : fill(words.until, { to: day(activity.endsOn) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Leaving, and coming back. */
export function ArchiveCard({ data: { person }, answer }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  if (person.access === "archived") {
    return (
      <SubmitForm intent="restore" answer={answer}>
        <SubmitButton variant="secondary">{words.restore}</SubmitButton>
      </SubmitForm>
    );
  }
  return (
    <div className="flex flex-col items-start gap-3">
      <Refused intent="archive" answer={answer} />
      <Confirm trigger={words.archive} title={fill(words.archiveTitle, { name: person.name })}>
        <SubmitForm intent="archive" className="flex flex-col gap-4">
          <p>{words.archiveHelp}</p>
          <SubmitButton variant="danger">{words.archive}</SubmitButton>
        </SubmitForm>
      </Confirm>
    </div>
  );
}
