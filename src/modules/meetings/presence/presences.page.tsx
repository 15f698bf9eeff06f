import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, personNames, reachedPersons, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { Combobox } from "#ui/combobox.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../meeting/meeting.en.ts";
import { fr } from "../meeting/meeting.fr.ts";
import { CONVENING } from "../meeting/meeting.policy.ts";
import { findMeeting } from "../meeting/meeting.store.ts";
import type { Route } from "./+types/presences.page";
import { notePresence } from "./presence.command.ts";
import { mayNotePresence } from "./presence.policy.ts";
import { presencesOf } from "./presence.store.ts";
import { SEENS } from "./presence.ts";
import { Seen } from "./presence.view.tsx";

/** Those who answered or were noted, then anybody within reach. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug }) => {
    const refusal = mayNotePresence(actor);
    if (refusal) return refusal;
    const id = parseId<"cooperativeMeeting">(args.params.cooperativeMeetingId);
    const meeting = id === null ? null : await findMeeting(tx, organizationId, id);
    if (meeting === null) return refuse("missing", "meeting.missing");
    const presences = await presencesOf(tx, organizationId, meeting.id);
    const names = await personNames(tx, organizationId, [actor.personId, ...presences.map(({ personId }) => personId)]);
    const known = new Set(presences.map(({ personId }) => personId));
    const reached = await reachedPersons(tx, actor, CONVENING);
    const others = [
      { personId: actor.personId, name: names.get(actor.personId) ?? "", site: "" },
      ...reached.filter(({ personId }) => personId !== actor.personId),
    ].filter(({ personId }) => !known.has(personId));
    return {
      slug,
      meeting: { id: meeting.id as string, title: meeting.title },
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

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, cooperativeMeetingId: meetingId } = args.params;
  return act(args, form, notePresence, { ...input, meetingId }, () => ({
    to: `/${cooperative}/reunions/${meetingId}/presences`,
    message: { fr: fr.presenceSaved, en: en.presenceSaved },
  }));
}

export default function Presences({ loaderData: { slug, meeting, people, others }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? undefined;
  return (
    <Page
      title={words.presences}
      description={words.presencesLead}
      width="form"
      crumbs={[{ to: `/${slug}/reunions/${meeting.id}`, label: meeting.title }]}
    >
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
        <SubmitForm intent="add" answer={actionData ?? null} className="flex flex-col gap-4">
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
    </Page>
  );
}
