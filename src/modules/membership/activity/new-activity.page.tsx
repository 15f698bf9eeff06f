import { fill } from "#kernel/language.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { act, readForm } from "../act.page.ts";
import type { Route } from "./+types/new-activity.page";
import { mayOpenActivity } from "./activity.policy.ts";
import { en } from "./activity-screen.en.ts";
import { fr } from "./activity-screen.fr.ts";
import { openActivity } from "./open-activity.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ actor, slug, today, now }) => {
    const refusal = mayOpenActivity(actor);
    return refusal ?? { slug, today, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["openedOn"]);
  const name = input.name ?? "";
  return act(args, form, openActivity, input, ({ activityId }) => ({
    to: `/${args.params.cooperative}/activites/${activityId}`,
    message: { fr: fill(fr.done.opened, { name }), en: fill(en.done.opened, { name }) },
  }));
}

export default function NewActivityPage({ loaderData: { slug, today, key }, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const { form: words, page } = choose({ fr, en });
  return (
    <Page title={words.newTitle} width="form" crumbs={[{ to: `/${slug}/activites`, label: page.crumb }]}>
      <SubmitForm idempotencyKey={key} answer={actionData} className="flex flex-col gap-5">
        <Card>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextInput name="name" label={words.name} help={words.nameHelp} autoComplete="off" required />
            <TextInput name="trade" label={words.trade} autoComplete="off" optional />
            <DayInput name="openedOn" label={words.openedOn} today={today} defaultValue={today} required />
            <TextInput name="code" label={words.code} help={words.codeHelp} autoComplete="off" optional />
            <TextInput name="email" type="email" label={words.email} autoComplete="off" optional />
            <TextInput name="phone" type="tel" label={words.phone} autoComplete="off" optional />
          </div>
        </Card>
        <SubmitButton className="w-fit">{words.submit}</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
