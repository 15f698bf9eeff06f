import { act, readForm } from "#modules/membership/index.server.ts";
import { mayPrepare } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import type { Route } from "./+types/new-group.page";
import { en } from "./group.en.ts";
import { fr } from "./group.fr.ts";
import { peopleToChoose } from "./group.store.ts";
import { GroupFields } from "./group-fields.view.tsx";
import { formGroup } from "./keep-group.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const refusal = mayPrepare(actor);
    if (refusal) return refusal;
    return { slug, key: newId<"key">(now) as string, people: await peopleToChoose(tx, organizationId) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  return act(args, form, formGroup, input, ({ workgroupId }) => ({
    to: `/${args.params.cooperative}/groupes-de-travail/${workgroupId}`,
    message: { fr: fr.formed, en: en.formed },
  }));
}

export default function NewGroup({ loaderData: { slug, key, people }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.form}
      description={words.formLead}
      width="form"
      crumbs={[{ to: `/${slug}/groupes-de-travail`, label: words.title }]}
    >
      <Card>
        <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
          <GroupFields given={null} />
          <Select
            name="leadId"
            label={words.leadPerson}
            placeholder=" "
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
          <SubmitButton className="self-start">{words.form}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
