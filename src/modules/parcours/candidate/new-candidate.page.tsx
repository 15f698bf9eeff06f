import { act, listFollowers, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { en as applicationEn } from "../application/application.en.ts";
import { fr as applicationFr } from "../application/application.fr.ts";
import { listMeetings } from "../information-meeting/information-meeting.store.ts";
import type { Route } from "./+types/new-candidate.page";
import { addCandidate } from "./add-candidate.command.ts";
import { IdentityFields, ProjectFields } from "./application-fields.view.tsx";
import { candidatesReached, mayReceiveCandidates } from "./candidate.policy.ts";
import { en } from "./candidate-screen.en.ts";
import { fr } from "./candidate-screen.fr.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, today }) => {
    const refusal = mayReceiveCandidates(actor);
    if (refusal) return refusal;
    const followers = await listFollowers(tx, organizationId);
    const all = candidatesReached(actor) === "all";
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      followers: all ? followers : followers.filter(({ personId }) => personId === actor.personId),
      meetings: (await listMeetings(tx, organizationId)).filter(
        ({ cancelled, heldOn }) => !cancelled && heldOn >= today,
      ),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["birthDate"]);
  return act(args, form, addCandidate, input, ({ candidateId }) => ({
    to: `/${args.params.cooperative}/candidatures/${candidateId}`,
    message: { fr: fr.done.added, en: en.done.added },
  }));
}

export default function NewCandidate({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, key, followers, meetings } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const asked = choose({ fr: applicationFr, en: applicationEn });
  return (
    <Page
      title={words.new.title}
      description={words.new.help}
      width="form"
      crumbs={[{ to: `/${slug}/candidatures`, label: words.title }]}
    >
      <SubmitForm idempotencyKey={key} answer={actionData} className="flex flex-col gap-5">
        <Card title={asked.you}>
          <IdentityFields today={today} email="optional" fills={false} />
        </Card>
        <Card title={asked.projectTitle}>
          <ProjectFields />
        </Card>
        <Card>
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
            <Select
              name="followerId"
              label={words.new.follower}
              placeholder={words.new.noFollower}
              options={followers.map(({ personId, name }) => ({ value: personId, label: name }))}
              optional
            />
            {meetings.length === 0 ? null : (
              <Select
                name="meetingId"
                label={words.new.meeting}
                placeholder={words.new.noMeeting}
                options={meetings.map(({ meetingId, heldOn, startsAt }) => ({
                  value: meetingId,
                  label: `${longDay(heldOn, language)}, ${startsAt}`,
                }))}
                optional
              />
            )}
          </div>
        </Card>
        <SubmitButton className="w-fit">{words.new.submit}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
