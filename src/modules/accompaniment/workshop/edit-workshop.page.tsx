import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { readForm } from "../act.page.ts";
import type { Route } from "./+types/edit-workshop.page";
import { updateWorkshop } from "./save-workshop.command.ts";
import { en } from "./workshop.en.ts";
import { fr } from "./workshop.fr.ts";
import { mayOrganize } from "./workshop.policy.ts";
import { findWorkshop } from "./workshop.store.ts";
import { DateFields, datesOf, WorkshopFields } from "./workshop-fields.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, today, now }) => {
    const id = parseId<"workshop">(args.params.workshopId);
    const workshop = id === null ? null : await findWorkshop(tx, organizationId, id);
    if (workshop === null) return refuse("missing", "workshop.missing");
    const refusal = mayOrganize(actor);
    if (refusal) return refusal;
    const { title, description, themes, place, capacity, signup, version, sessions } = workshop;
    const given = { title, description, themes, place, capacity, signup };
    return { today, key: newId<"key">(now) as string, given, version, before: sessions.length };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, /^dates\.\d\.day$/);
  const { cooperative, workshopId } = args.params;
  return act(args, form, updateWorkshop, { ...input, workshopId, dates: datesOf(input) }, () => ({
    to: `/${cooperative}/ateliers/${workshopId}`,
    message: { fr: fr.saved, en: en.saved },
  }));
}

export default function EditWorkshop({ loaderData, actionData }: Route.ComponentProps) {
  const { today, key, given, version, before } = loaderData;
  const words = useLanguage().choose({ fr, en });
  return (
    <Page title={words.editTitle} width="form">
      <Card>
        <SubmitForm
          idempotencyKey={key}
          answer={actionData ?? null}
          hidden={{ version: String(version) }}
          className="flex flex-col gap-4"
        >
          <WorkshopFields given={given} />
          <DateFields today={today} ranks={[0, 1]} before={before} />
          <SubmitButton className="self-start">{words.save}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
