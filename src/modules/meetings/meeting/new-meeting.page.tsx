import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Route } from "./+types/new-meeting.page";
import { en } from "./meeting.en.ts";
import { fr } from "./meeting.fr.ts";
import { mayConvene } from "./meeting.policy.ts";
import { MeetingFields } from "./meeting-fields.view.tsx";
import { announceMeeting } from "./save-meeting.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ actor, slug, today, now }) => {
    const refusal = mayConvene(actor);
    if (refusal) return refusal;
    return { slug, today, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["day"], /^time$/);
  return act(args, form, announceMeeting, input, ({ meetingId }) => ({
    to: `/${args.params.cooperative}/reunions/${meetingId}`,
    message: { fr: fr.announced, en: en.announced },
  }));
}

export default function NewMeeting({ loaderData: { slug, today, key }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.announce}
      description={words.announceLead}
      width="form"
      crumbs={[{ to: `/${slug}/reunions`, label: words.title }]}
    >
      <Card>
        <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
          <MeetingFields given={null} today={today} />
          <SubmitButton className="self-start">{words.announceSubmit}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
