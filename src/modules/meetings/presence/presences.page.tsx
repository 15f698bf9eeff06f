import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, personNames, reachedPersons, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { Combobox } from "#ui/combobox.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../meeting/meeting.en.ts";
import { fr } from "../meeting/meeting.fr.ts";
import { CONVENING } from "../meeting/meeting.policy.ts";
import { findMeeting } from "../meeting/meeting.store.ts";
import { withMinutes } from "../minutes/minutes.store.ts";
import type { Route } from "./+types/presences.page";
import { notePresence } from "./presence.command.ts";
import { mayNotePresence } from "./presence.policy.ts";
import { presencesOf } from "./presence.store.ts";
import { refuseUnlessNoted, SEENS } from "./presence.ts";
import { Seen } from "./presence.view.tsx";

/** Those who answered or were noted, then anybody within reach. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const refusal = mayNotePresence(actor);
    if (refusal) return refusal;
    const id = parseId<"cooperativeMeeting">(args.params.cooperativeMeetingId);
    const meeting = id === null ? null : await findMeeting(tx, organizationId, id);
    if (meeting === null) return refuse("missing", "meeting.missing");
    const presences = await presencesOf(tx, organizationId, meeting.id);
    const names = await personNames(tx, organizationId, [actor.personId, ...presences.map(({ personId }) => personId)]);
    const published = await withMinutes(tx, organizationId, [meeting.id]);
    const known = new Set(presences.map(({ personId }) => personId));
    const reached = await reachedPersons(tx, actor, CONVENING);
    const others = [
      { personId: actor.personId, name: names.get(actor.personId) ?? "", site: "" },
      ...reached.filter(({ personId }) => personId !== actor.personId),
    ].filter(({ personId }) => !known.has(personId));
    return {
      slug,
      meeting: { id: meeting.id as string, title: meeting.title },
      closed: refuseUnlessNoted(meeting, published.has(meeting.id), now)?.code ?? null,
      people: presences
        .map(({ personId, answer, seen }) => ({
          personId: personId as string,
          name: names.get(personId) ?? "",
          answer,
          seen,
        }))
        .sort((a, b) => a.name.localeCompare(b.name, "fr")),
      others: others.map(({ personId, name, site }) => ({ value: personId as string, label: name, detail: site })),
    };
  });
}

type LoaderData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, cooperativeMeetingId: meetingId } = args.params;
  return act(args, form, notePresence, { ...input, meetingId }, () => ({
    to: `/${cooperative}/reunions/${meetingId}/presences`,
    message: { fr: fr.presenceSaved, en: en.presenceSaved },
  }));
}

export default function Presences({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, meeting, closed, people, others } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? undefined;
  return (
    <Page
      title={words.presences}
      description={words.presencesLead}
      width="form"
      crumbs={[{ to: `/${slug}/reunions/${meeting.id}`, label: meeting.title }]}
    >
      {closed === null ? (
        <NoteForms people={people} others={others} answer={answer} />
      ) : (
        <Notice>{words.refusals[closed]}</Notice>
      )}
    </Page>
  );
}

type Shown = {
  readonly people: LoaderData["people"];
  readonly others: LoaderData["others"];
  readonly answer: FormAnswer | undefined;
};

function NoteForms({ people, others, answer }: Shown) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <Refused intent="note" answer={answer} />
      <Card>
        {people.length === 0 ? <p className="text-texte2">{words.nobodyNoted}</p> : null}
        <ul className="divide-y divide-bordure">
          {people.map(({ personId, name, answer: said, seen }) => (
            <Seen
              key={personId}
              personId={personId}
              name={name}
              seen={seen}
              detail={said === null ? null : words.answers[said]}
            />
          ))}
        </ul>
      </Card>
      <Card title={words.someoneElse}>
        <SubmitForm intent="add" answer={answer ?? null} className="flex flex-col gap-4">
          <Combobox name="personId" label={words.presencePerson} options={others} required />
          <RadioGroup
            name="seen"
            label={words.seen}
            layout="row"
            defaultValue="present"
            options={SEENS.map((value) => ({ value, label: words.seens[value] }))}
          />
          <SubmitButton className="self-start">{words.presenceAdd}</SubmitButton>
        </SubmitForm>
      </Card>
    </>
  );
}
