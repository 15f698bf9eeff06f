import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { listConsultations } from "../consultation/consultation.store.ts";
import type { Route } from "./+types/new-event.page";
import { en } from "./event.en.ts";
import { fr } from "./event.fr.ts";
import { mayRunEvent } from "./event.policy.ts";
import { EventFields } from "./event-fields.view.tsx";
import { announceEvent } from "./save-event.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, organizationId, actor, slug, today, now }) => {
    const refusal = mayRunEvent(actor);
    if (refusal) return refusal;
    const consultations = await listConsultations(tx, organizationId);
    return {
      ...{ slug, today, key: newId<"key">(now) as string },
      consultations: consultations.map(({ id, title }) => ({ value: id as string, label: title })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["startsOn", "endsOn"]);
  return act(args, form, announceEvent, input, ({ eventId }) => ({
    to: `/${args.params.cooperative}/evenements/${eventId}`,
    message: { fr: fr.announced, en: en.announced },
  }));
}

export default function NewEvent({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, key, consultations } = loaderData;
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.announce}
      description={words.announceLead}
      width="form"
      crumbs={[{ to: `/${slug}/evenements`, label: words.title }]}
    >
      <Card>
        <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
          <EventFields given={null} today={today} consultations={consultations} />
          <SubmitButton className="self-start">{words.announceSubmit}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
