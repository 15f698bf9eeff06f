import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { mayGovern } from "../governance.policy.ts";
import type { Route } from "./+types/new-assembly.page";
import { en } from "./assembly.en.ts";
import { fr } from "./assembly.fr.ts";
import { AssemblyFields } from "./assembly-fields.view.tsx";
import { prepareAssembly } from "./prepare-assembly.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ actor, slug, today, now }) => {
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    return { slug, today, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["day"], /^time$/);
  return act(args, form, prepareAssembly, input, ({ assemblyId }) => ({
    to: `/${args.params.cooperative}/assemblees/${assemblyId}`,
    message: { fr: fr.prepared, en: en.prepared },
  }));
}

export default function NewAssembly({ loaderData: { slug, today, key }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.prepare}
      description={words.prepareLead}
      width="form"
      crumbs={[{ to: `/${slug}/assemblees`, label: words.title }]}
    >
      <Card>
        <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
          <AssemblyFields given={null} today={today} />
          <SubmitButton className="self-start">{words.prepareSubmit}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
