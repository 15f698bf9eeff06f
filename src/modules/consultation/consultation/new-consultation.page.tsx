import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Route } from "./+types/new-consultation.page";
import { en } from "./consultation.en.ts";
import { fr } from "./consultation.fr.ts";
import { mayRunConsultation } from "./consultation.policy.ts";
import { ConsultationFields, PhaseFields } from "./consultation-fields.view.tsx";
import { prepareConsultation } from "./prepare-consultation.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ actor, slug, today, now }) => {
    const refusal = mayRunConsultation(actor);
    if (refusal) return refusal;
    return { slug, today, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["opensOn", "closesOn"]);
  return act(args, form, prepareConsultation, input, ({ consultationId }) => ({
    to: `/${args.params.cooperative}/consultations/${consultationId}`,
    message: { fr: fr.prepared, en: en.prepared },
  }));
}

export default function NewConsultation({ loaderData: { slug, today, key }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.prepare}
      description={words.prepareLead}
      width="form"
      crumbs={[{ to: `/${slug}/consultations`, label: words.title }]}
    >
      <Card>
        <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
          <ConsultationFields given={null} />
          <fieldset className="flex flex-col gap-4 border-t border-bordure pt-4">
            <legend className="font-semibold">{words.firstPhase}</legend>
            <PhaseFields given={null} today={today} />
          </fieldset>
          <SubmitButton className="self-start">{words.prepareSubmit}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
