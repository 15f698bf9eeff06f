import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import type { Route } from "./+types/new-proposal.page";
import { en } from "./proposal.en.ts";
import { fr } from "./proposal.fr.ts";
import { mayPropose } from "./proposal.policy.ts";
import { fileProposal } from "./propose.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ actor, slug, now }) => {
    const refusal = mayPropose(actor);
    if (refusal) return refusal;
    return { slug, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  return act(args, form, fileProposal, input, ({ proposalId }) => ({
    to: `/${args.params.cooperative}/propositions/${proposalId}`,
    message: { fr: fr.filed, en: en.filed },
  }));
}

export default function NewProposal({ loaderData: { slug, key }, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Page
      title={words.file}
      description={words.fileLead}
      width="form"
      crumbs={[{ to: `/${slug}/propositions`, label: words.title }]}
    >
      <Card>
        <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
          <TextInput name="title" label={words.name} maxLength={120} required />
          <Textarea name="body" label={words.body} maxLength={4000} rows={5} required />
          <Textarea name="why" label={words.why} maxLength={2000} rows={3} optional />
          <SubmitButton className="self-start">{words.fileSubmit}</SubmitButton>
        </SubmitForm>
      </Card>
    </Page>
  );
}
