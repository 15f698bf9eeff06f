import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { mayReceiveCandidates } from "../candidate/candidate.policy.ts";
import type { Route } from "./+types/new-meeting.page";
import { en } from "./information-meeting.en.ts";
import { fr } from "./information-meeting.fr.ts";
import { MeetingFields } from "./meeting-fields.view.tsx";
import { saveInformationMeeting } from "./save-meeting.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ actor, slug, now, today }) => {
    const refusal = mayReceiveCandidates(actor);
    if (refusal) return refusal;
    return { slug, today, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["heldOn"]);
  return act(args, form, saveInformationMeeting, { ...input, meetingId: null }, ({ meetingId }) => ({
    to: `/${args.params.cooperative}/reunions-information/${meetingId}`,
    message: { fr: fr.done.created, en: en.done.created },
  }));
}

export default function NewMeeting({ loaderData: { slug, today, key }, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page
      title={words.form.newTitle}
      width="form"
      crumbs={[{ to: `/${slug}/reunions-information`, label: words.title }]}
    >
      <SubmitForm idempotencyKey={key} answer={actionData} className="flex flex-col gap-5">
        <Card>
          <MeetingFields today={today} />
        </Card>
        <SubmitButton className="w-fit">{words.form.create}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
