import { fill } from "#kernel/language.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { act, readForm } from "../act.page.ts";
import { sitesOf } from "../site/site.store.ts";
import type { Route } from "./+types/new-person.page";
import { addPerson } from "./add-person.command.ts";
import { mayAddPerson } from "./person.policy.ts";
import { listFollowers } from "./person.store.ts";
import { PersonFields } from "./person-fields.view.tsx";
import { en } from "./person-screen.en.ts";
import { fr } from "./person-screen.fr.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const refusal = mayAddPerson(actor);
    if (refusal) return refusal;
    const sites = await sitesOf(tx, organizationId);
    const followers = await listFollowers(tx, organizationId);
    return { slug, key: newId<"key">(now) as string, choices: { sites, followers } };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const name = `${input.firstName} ${input.lastName}`.trim();
  const said = input.invite ? "addedInvited" : "added";
  return act(args, form, addPerson, input, ({ personId }) => ({
    to: `/${args.params.cooperative}/personnes/${personId}`,
    message: { fr: fill(fr.done[said], { name }), en: fill(en.done[said], { name }) },
  }));
}

export default function NewPersonPage({ loaderData: { slug, key, choices }, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page title={words.form.newTitle} width="form" crumbs={[{ to: `/${slug}/personnes`, label: words.page.crumb }]}>
      <SubmitForm idempotencyKey={key} answer={actionData} className="flex flex-col gap-5">
        <Card>
          <div className="flex flex-col gap-4">
            <PersonFields words={words.form} choices={choices} />
            <Checkbox name="invite" label={words.form.invite} help={words.form.inviteHelp} defaultChecked />
          </div>
        </Card>
        <SubmitButton className="w-fit">{words.form.submit}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
