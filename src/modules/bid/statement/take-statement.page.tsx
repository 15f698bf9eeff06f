import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea } from "#ui/text-input.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";
import { mayTake } from "../bid.policy.ts";
import { choicesOf } from "../part/whose.store.ts";
import type { Route } from "./+types/take-statement.page";
import { takeStatement } from "./take-statement.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, slug, now, today }) => {
    const refusal = mayTake(actor);
    if (refusal) return refusal;
    return { slug, key: newId<"key">(now) as string, choices: await choicesOf(tx, actor, today) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  return act(args, form, takeStatement, input, ({ quoteId }) => ({
    to: `/${args.params.cooperative}/devis/${quoteId}`,
    message: { fr: fr.said.quoted, en: en.said.quoted },
  }));
}

export default function TakeStatement({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, key, choices } = loaderData;
  return (
    <Page
      title={words.takeTitle}
      description={words.takeLead}
      width="form"
      crumbs={[{ to: `/${slug}/reponses-communes`, label: words.title }]}
    >
      <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-5">
        <Textarea name="code" label={words.fields.code} help={words.fields.codeHelp} rows={4} required />
        <Select name="activityId" label={words.fields.activity} options={choices.activities} required />
        <SubmitButton className="self-start">{words.takeSubmit}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
