import { act, readForm } from "#modules/membership/index.server.ts";
import { languageContext } from "#platform/http/context.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";
import { mayOpen } from "../bid.policy.ts";
import { choicesOf } from "../part/whose.store.ts";
import { WhoseFields } from "../part/whose-fields.view.tsx";
import type { Route } from "./+types/new-bid.page";
import { withAmount } from "./amount.ts";
import { BidFields } from "./bid-fields.view.tsx";
import { openBid } from "./write-bid.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, slug, now, today }) => {
    const refusal = mayOpen(actor);
    if (refusal) return refusal;
    return { slug, today, key: newId<"key">(now) as string, choices: await choicesOf(tx, actor, today) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["deadline"]);
  const given = withAmount(input, args.context.get(languageContext));
  return act(args, form, openBid, given, ({ bidId }) => ({
    to: `/${args.params.cooperative}/reponses-communes/${bidId}`,
    message: { fr: fr.said.opened, en: en.said.opened },
  }));
}

export default function NewBid({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { slug, today, key, choices } = loaderData;
  return (
    <Page
      title={words.newTitle}
      description={words.newLead}
      width="form"
      crumbs={[{ to: `/${slug}/reponses-communes`, label: words.title }]}
    >
      <SubmitForm idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-5">
        <Card>
          <div className="flex flex-col gap-4">
            <BidFields today={today} />
          </div>
        </Card>
        <Card title={words.yours}>
          <div className="flex flex-col gap-4">
            <WhoseFields choices={choices} />
            <TextInput name="task" label={words.fields.yourTask} maxLength={200} required />
            <AmountInput name="amount" label={words.fields.yourAmount} tax="HT" required />
          </div>
        </Card>
        <SubmitButton className="self-start">{words.create}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
