import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en as directoryEn } from "../directory/directory.en.ts";
import { fr as directoryFr } from "../directory/directory.fr.ts";
import { mayPrepare } from "../network.policy.ts";
import type { Route } from "./+types/new-structure.page";
import { addStructure } from "./save-structure.command.ts";
import { StructureContactFields, StructureIdentityFields, tradesOf } from "./structure-fields.view.tsx";
import { en } from "./structure-screen.en.ts";
import { fr } from "./structure-screen.fr.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ actor, slug, now }) => {
    const refusal = mayPrepare(actor);
    if (refusal) return refusal;
    return { slug, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  return act(args, form, addStructure, { ...input, trades: tradesOf(form) }, ({ structureId }) => ({
    to: `/${args.params.cooperative}/structures/${structureId}`,
    message: { fr: fr.added, en: en.added },
  }));
}

export default function NewStructure({ loaderData: { slug, key }, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const directory = choose({ fr: directoryFr, en: directoryEn });
  return (
    <Page
      title={words.newTitle}
      description={words.newLead}
      width="form"
      crumbs={[{ to: `/${slug}/structures`, label: directory.title }]}
    >
      <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-5">
        <Card title={words.identity}>
          <div className="flex flex-col gap-4">
            <StructureIdentityFields />
          </div>
        </Card>
        <Card title={words.contact}>
          <div className="flex flex-col gap-4">
            <StructureContactFields typed={actionData?.typed} />
          </div>
        </Card>
        <SubmitButton className="self-start">{words.save}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
